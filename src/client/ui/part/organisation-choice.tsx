// Which organisation: the known ones as buttons, those of the person's own commune and province first.

import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { sortedByName } from '../sorting.ts'
import { Choice } from './choice.tsx'
import { toggled } from './toggled.ts'

interface OrganisationChoiceProps {
  chosen: string | string[] | undefined
  several: boolean
  onChange: (chosen: string | string[] | undefined) => void
}

export function OrganisationChoice({ chosen, several, onChange }: OrganisationChoiceProps) {
  const { store } = useApp()
  const t = useWords()
  const { commune, home, identity } = useMe()
  const all = useLive(() => listRecords(store, 'organisation'), [])
  if (!all) return null
  const picked = Array.isArray(chosen) ? chosen : chosen === undefined ? [] : [chosen]
  const near = all.filter(({ id, data }) => !commune || picked.includes(id) || data.unit === commune.id || data.unit === identity.scope.province)
  const nearest = (id: string, unit: string) => (picked.includes(id) ? '0' : unit === home ? '1' : '2')
  const options = sortedByName(near, ({ id, data }) => `${nearest(id, data.unit)} ${data.name}`).map(({ id, data }) => ({ value: id, label: data.name }))
  if (options.length === 0) return <p class="hint">{t('organisation.none')}</p>
  return <Choice options={options} chosen={picked} first={3} onChoose={choose} />

  function choose(id: string) {
    if (several) return onChange(toggled(picked, id))
    onChange(picked.includes(id) ? undefined : id)
  }
}
