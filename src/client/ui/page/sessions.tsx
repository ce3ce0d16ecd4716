// All sessions that this phone holds: newest first by month, found without marks by village, place, form or topic.

import { useMemo, useState } from 'preact/hooks'
import { fold, matches } from '../../../text/fold.ts'
import { formatDay, formatNumber } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { listRecords, listSessions } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Fold } from '../part/fold.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { SessionRow } from '../part/session-row.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { termName, unitName } from '../words.ts'

const STEP = 50

export function Sessions() {
  const t = useWords()
  const today = useToday()
  const { store, preferences } = useApp()
  const sessions = useLive(() => listSessions(store), [])
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(STEP)
  const found = useFound(sessions, query)
  const shown = found?.slice(0, most) ?? []
  return (
    <Page title={t('tab.sessions')} aside={<SyncPill />}>
      <div class="field no-print">
        <label for="session-search">{t('sessions.search')}</label>
        <input id="session-search" class="input" type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </div>
      {found && <p class="hint">{t('sessions.found', { count: formatNumber(found.length, preferences.language.value) })}</p>}
      {sessions?.length === 0 && <Empty />}
      {found?.length === 0 && query !== '' && <p class="card">{t('sessions.none-found', { query })}</p>}
      <div>
        {byMonth(shown).map(([month, held]) => (
          <section key={month}>
            <h2 class="rows-head">{t('sessions.month', { month: month.slice(5), year: month.slice(0, 4) })}</h2>
            <ul class="rows">
              {held.map((session) => (
                <SessionRow key={session.id} session={session} when={formatDay(session.data.date, today, preferences.language.value)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {found && found.length > most && (
        <button type="button" class="button wide" onClick={() => setMost(most + STEP)}>
          {t('form.more', { count: found.length - most })}
        </button>
      )}
      <Removed />
    </Page>
  )
}

/** What was deleted can be found and brought back for as long as the phone holds it. */
function Removed() {
  const t = useWords()
  const today = useToday()
  const { store, preferences } = useApp()
  const all = useLive(() => listRecords(store, 'session', { removed: true }), [])
  const removed = (all ?? []).filter((session) => session.removed).sort((a, b) => (a.data.date < b.data.date ? 1 : -1))
  if (removed.length === 0) return null
  return (
    <Fold title={t('sessions.removed', { count: removed.length })}>
      <ul class="rows">
        {removed.slice(0, STEP).map((session) => (
          <SessionRow key={session.id} session={session} when={formatDay(session.data.date, today, preferences.language.value)} />
        ))}
      </ul>
    </Fold>
  )
}

function Empty() {
  const t = useWords()
  return (
    <section class="card">
      <h2>{t('sessions.empty')}</h2>
      <p>{t('sessions.empty-why')}</p>
      <a class="button primary" href="/session/new">
        <Icon name="plus" />
        {t('log.title')}
      </a>
    </section>
  )
}

function useFound(sessions: Shown<'session'>[] | undefined, query: string): Shown<'session'>[] | undefined {
  const t = useWords()
  const { units } = useApp()
  const book = units.value
  const searchable = useMemo(
    () =>
      sessions?.map((session) => {
        const { unit, place, form, topics } = session.data
        return {
          session,
          folded: fold(
            [unitName(book.lookup(unit), t), place ?? '', termName(t, 'form', form), ...topics.map((topic) => termName(t, 'topic', topic))].join(' '),
          ),
        }
      }),
    [sessions, book, t],
  )
  return useMemo(() => searchable?.filter(({ folded }) => matches(folded, query)).map(({ session }) => session), [searchable, query])
}

function byMonth(sessions: readonly Shown<'session'>[]): [string, Shown<'session'>[]][] {
  const months = new Map<string, Shown<'session'>[]>()
  for (const session of sessions) {
    const month = session.data.date.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), session])
  }
  return [...months]
}
