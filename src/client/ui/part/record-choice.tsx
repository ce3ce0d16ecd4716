// Which record of another kind: its name as a button, the first few and the rest on request.

import { isKindName } from '../../../model/registry.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import { sortedByName } from '../sorting.ts'
import { Choice } from './choice.tsx'

interface RecordChoiceProps {
  kind: string
  chosen: string | undefined
  onChange: (chosen: string) => void
}

export function RecordChoice({ kind, chosen, onChange }: RecordChoiceProps) {
  const t = useWords()
  const { store } = useApp()
  const records = useLive(() => (isKindName(kind) ? listRecords(store, kind) : Promise.resolve([])), [kind])
  if (!records) return null
  // Whatever can be chosen has a name: sites, materials, programmes.
  const named = records.map(({ id, data }) => ({ value: id, label: 'name' in data ? String(data.name) : id }))
  if (named.length === 0) return <p class="hint">{t('form.nothing-to-choose')}</p>
  return <Choice options={sortedByName(named, ({ label }) => label)} chosen={chosen === undefined ? [] : [chosen]} onChoose={onChange} />
}
