// The tally sheet: what the screen asks, in its order, as paper to make strokes on where there is no light, no battery or no
// hand free. What is printed is shown first; of several sessions the screen shows one.

import { useState } from 'preact/hooks'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Choice } from '../part/choice.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { SheetSession } from '../part/sheet-session.tsx'
import { unitName } from '../words.ts'
import '../part/tally-sheet.css'

/** Two stand on a page. */
const ROOM = [2, 4, 6, 10] as const

export function TallySheet() {
  const t = useWords()
  const [room, setRoom] = useState<number>(ROOM[0])
  return (
    <Page title={t('sheet.title')} back="/more" paper>
      <section class="card no-print">
        <p>{t('sheet.intro')}</p>
        <h2>{t('sheet.sessions')}</h2>
        <Choice
          options={ROOM.map((count) => ({ value: String(count), label: t('sheet.sessions-of', { count }) }))}
          chosen={[String(room)]}
          onChoose={(count) => setRoom(Number(count))}
        />
        <button type="button" class="button primary" onClick={() => window.print()}>
          <Icon name="print" />
          {t('sheet.print')}
        </button>
      </section>
      <Sheet room={room} />
    </Page>
  )
}

/** A table, because the heads of tables are what browsers repeat on every page. */
function Sheet({ room }: { room: number }) {
  const t = useWords()
  const { commune, identity } = useMe()
  const villages = useVillages()
  return (
    <table class="sheet">
      <thead>
        <tr>
          <th scope="col">
            <p class="sheet-title">
              {t('sheet.heading')}
              {commune && ` · ${unitName(commune, t)}`}
            </p>
            {identity.scope.practice && <p>{t('practice.mark')}</p>}
            <p class="sheet-how">
              {t('sheet.count')} {t('sheet.no-names')}
            </p>
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: room }, (_, place) => (
          <tr key={place}>
            <td>
              <SheetSession n={place + 1} villages={villages} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** More would leave no room to count; the name is then written. */
const MOST_VILLAGES = 10

/** Hers where she has said which; else her commune's, where they are few. */
function useVillages(): string[] {
  const t = useWords()
  const today = useToday()
  const { commune } = useMe()
  const { units, preferences } = useApp()
  const all = commune ? units.value.villagesOf(commune.id, today) : []
  const mine = all.filter(({ id }) => preferences.myVillages.value.includes(id))
  const named = mine.length > 0 ? mine : all
  return named.length > MOST_VILLAGES ? [] : named.map((village) => unitName(village, t))
}
