// "Thôn của tôi": which villages of her commune the person looks after. Kept on this phone alone; nothing depends on it but the
// order in which places are offered.

import { useSignal } from '@preact/signals'
import type { Unit } from '../../../model/unit.ts'
import { fold, matches } from '../../../text/fold.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { unitName } from '../words.ts'
import { Choice } from './choice.tsx'
import { toggled } from './toggled.ts'

/** Where there are more, some letters of the name find one sooner than the eye. */
const MANY = 12

export function MyVillages({ commune }: { commune: Unit }) {
  const t = useWords()
  const today = useToday()
  const { units, preferences } = useApp()
  const query = useSignal('')
  const { myVillages } = preferences
  const villages = units.value.villagesOf(commune.id, today)
  if (villages.length === 0) return <p>{t('begin.villages-none')}</p>
  // What was chosen in another commune, or has ended, goes with the next choice.
  const chosen = myVillages.value.filter((id) => villages.some((village) => village.id === id))
  const found = villages.filter((village) => chosen.includes(village.id) || matches(fold(unitName(village, t)), query.value))
  return (
    <>
      <p class="hint">{t('begin.villages-why')}</p>
      {villages.length > MANY && (
        <div class="field">
          <label for="my-villages">{t('begin.villages-search')}</label>
          <input id="my-villages" class="input" type="search" value={query.value} onInput={(event) => (query.value = event.currentTarget.value)} />
        </div>
      )}
      <Choice
        options={found.map((village) => ({ value: village.id, label: unitName(village, t) }))}
        chosen={chosen}
        first={villages.length}
        onChoose={(id) => (myVillages.value = toggled(chosen, id))}
      />
      <p>{t('begin.villages-chosen', { count: chosen.length, all: villages.length })}</p>
    </>
  )
}
