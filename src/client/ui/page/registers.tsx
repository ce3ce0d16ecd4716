// The list of any kind that has a register: newest first or by name, with a search, and the way to add one.

import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { Icon } from '../part/icon.tsx'
import { MoreButton } from '../part/more-button.tsx'
import { Page } from '../part/page.tsx'
import { RegisterRow } from '../part/register-row.tsx'
import { importPath, isImportable, kindAt, newPath } from '../record-path.ts'
import type { Register } from '../register/register.ts'
import { registers } from '../register/registers.ts'
import { type Say, useSay } from '../say.ts'
import { useSearch } from '../search.tsx'
import { sortedByName } from '../sorting.ts'
import '../part/rows.css'

const STEP = 50

export function Registers() {
  const kind = kindAt(useRoute().path)
  return kind ? <RegisterList key={kind} register={registers[kind]} /> : null
}

function RegisterList({ register }: { register: Register }) {
  const t = useWords()
  const { store } = useApp()
  const { mayMake } = useMe()
  const say = useSay()
  const records = useLive(() => listRecords(store, register.kind), [register.kind])
  return (
    <Page title={t(`${register.words}.list`)} back="/more">
      {mayMake(register.kind) && (
        <a class="button primary" href={newPath(register.kind)}>
          <Icon name="plus" />
          {t(`${register.words}.add`)}
        </a>
      )}
      {mayMake(register.kind) && isImportable(register.kind) && (
        <a class="button" href={importPath(register.kind)}>
          <Icon name="file" />
          {t('import.open')}
        </a>
      )}
      {records?.length === 0 && <p class="card">{t(`${register.words}.empty`)}</p>}
      {records && say && <Rows register={register} records={records} say={say} />}
    </Page>
  )
}

function Rows({ register, records, say }: { register: Register; records: readonly Shown[]; say: Say }) {
  const t = useWords()
  const [most, setMost] = useState(STEP)
  const sorted = inOrder(register, records, say)
  const { found: all, box } = useSearch(sorted, (record) => `${register.name(record, say)} ${register.about(record, say)}`)
  const past = all.filter(({ data }) => register.past?.has(data, say.today))
  const found = all.filter((record) => !past.includes(record))
  return (
    <>
      {register.together?.(records, say)}
      {box}
      {underHeadings(register, found.slice(0, most), say).map(({ title, records: under }) => (
        <section key={title}>
          {title && <h2 class="rows-head">{title}</h2>}
          <ul class="rows">
            {under.map((record) => (
              <li key={record.id}>
                <RegisterRow register={register} record={record} say={say} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <MoreButton left={found.length - most} isWide onMore={() => setMost(most + STEP)} />
      {register.past && past.length > 0 && (
        <section class="stack">
          <h2>{t(register.past.title)}</h2>
          <ul class="rows">
            {past.map((record) => (
              <li key={record.id}>
                <RegisterRow register={register} record={record} say={say} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Records that stand in the order of their headings; one list without a heading where the kind has none. */
function underHeadings({ group }: Register, records: readonly Shown[], say: Say): { title: string; records: Shown[] }[] {
  const titles = new Map<string, Shown[]>()
  for (const record of records) {
    const title = group?.(record, say).title ?? ''
    titles.set(title, [...(titles.get(title) ?? []), record])
  }
  return [...titles].map(([title, under]) => ({ title, records: under }))
}

function inOrder(register: Register, records: readonly Shown[], say: Say): Shown[] {
  const { group } = register
  const ordered = inOwnOrder(register, records, say)
  // Sorting keeps the order of equals.
  return group ? ordered.sort((a, b) => group(a, say).order - group(b, say).order) : ordered
}

function inOwnOrder(register: Register, records: readonly Shown[], say: Say): Shown[] {
  const byName = sortedByName(records, (record) => register.name(record, say))
  const { date } = register
  if (!date) return byName
  // Sorting keeps the order of equals: within a day by name.
  return byName.sort((a, b) => (date(b.data) < date(a.data) ? -1 : date(b.data) > date(a.data) ? 1 : 0))
}
