// All sessions that this phone holds: newest first by month, found without marks by village, place, form or topic, and by
// filters that the address carries. However many there are, only those near the screen are drawn.

import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { formatMoment, formatNumber } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { type Begun, useBegunSessions, useFoundSessions } from '../found-sessions.ts'
import { keepPlace, keptPlace, rememberAddress, rememberedAddress } from '../list-place.ts'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { SessionFilters } from '../part/session-filters.tsx'
import { SessionLink } from '../part/session-link.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { WindowList } from '../part/window-list.tsx'
import { draftPath, importPath } from '../record-path.ts'
import type { Place } from '../row-window.ts'
import { addressOf, countOf, filterOf, type SessionFilter } from '../session-filter.ts'
import { useSessions } from '../session-list.ts'
import { unitName } from '../words.ts'

type Session = Shown<'session'>

const PATH = '/sessions'

export function Sessions() {
  const t = useWords()
  const { preferences } = useApp()
  const { role, mayMake } = useMe()
  const list = useSessions()
  const { filter, text, setText, put } = useAsked()
  const place = useFirstPlace()
  const found = useFoundSessions(list?.sessions ?? [], filter, text)
  const begun = useBegunSessions(filter)
  // A place far down is there only when all is read.
  const isReady = list !== undefined && (list.isWhole || place === undefined)
  return (
    <Page title={t('tab.sessions')} aside={<SyncPill />}>
      <div class="field no-print">
        <label for="session-search">{t('sessions.search')}</label>
        <input
          id="session-search"
          class="input"
          type="search"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => put(filter, event.currentTarget.value)}
        />
      </div>
      {role !== 'collaborator' && mayMake('session') && list && list.sessions.length > 0 && (
        <a class="button no-print" href="/session/new">
          <Icon name="plus" />
          {t('log.title')}
        </a>
      )}
      {role !== 'collaborator' && mayMake('session') && list && (
        <a class="button no-print" href={importPath('session')}>
          <Icon name="file" />
          {t('import.open')}
        </a>
      )}
      <SessionFilters sessions={list?.sessions ?? []} filter={filter} found={found.length} onChange={(next) => put(next, text)} />
      {list?.isWhole && filter.state !== 'draft' && (
        <p class="hint">{t('sessions.found', { count: formatNumber(found.length, preferences.language.value) })}</p>
      )}
      {list && !list.isWhole && <p class="hint">{t('sessions.reading')}</p>}
      {text === '' && begun.length > 0 && <Drafts begun={begun} />}
      {list?.isWhole && found.length === 0 && (begun.length === 0 || text !== '') && (
        <None isEmpty={list.sessions.every(({ removed }) => removed)} filter={filter} text={text} />
      )}
      {isReady && found.length > 0 && <Months sessions={found} place={nearest(place, found, list.sessions)} />}
    </Page>
  )
}

/** What is asked for: by the address, or, where that says nothing, what was asked for last. */
function useAsked() {
  const { store } = useApp()
  // The route's own: the location is the next screen's already while that is being fetched.
  const { query } = useRoute()
  const { route } = useLocation()
  const isSaid = addressOf(filterOf(query), query['q']) !== ''
  const remembered = Object.fromEntries(new URLSearchParams(rememberedAddress(store)))
  const filter = filterOf(isSaid ? query : remembered)
  // Words searched for are taken up again by whoever comes back from a session, not by whoever comes anew.
  const [text, setText] = useState((isSaid ? query['q'] : query['at'] && remembered['q']) ?? '')
  const address = addressOf(filter, text)
  useEffect(() => {
    if (!isSaid && address !== '') route(PATH + address, true)
  }, [isSaid])
  const put = (next: SessionFilter, words: string) => {
    const said = addressOf(next, words)
    rememberAddress(store, said)
    route(PATH + said, true)
  }
  return { filter, text, setText, put }
}

/** Where the list was left, or the session that the person comes back from. */
function useFirstPlace(): Place | undefined {
  const { query } = useRoute()
  const [place] = useState(() => keptPlace() ?? (query['at'] ? { key: query['at'], at: window.innerHeight / 3, opened: true } : undefined))
  return place
}

/** A session that was just taken away is no more in the list: then where it stood. */
function nearest(place: Place | undefined, found: readonly Session[], all: readonly Session[]): Place | undefined {
  if (!place || found.some(({ id }) => id === place.key)) return place
  const gone = all.find(({ id }) => id === place.key)
  const next = gone && found.find(({ data }) => data.date <= gone.data.date)
  return next && { key: next.id, at: place.at }
}

function Months({ sessions, place }: { sessions: readonly Session[]; place: Place | undefined }) {
  const t = useWords()
  const groups = useMemo(() => byMonth(sessions).map(([month, rows]) => ({ key: month, title: monthName(month), rows })), [sessions, t])
  return <WindowList groups={groups} keyOf={idOf} shapeOf={shapeOf} draw={draw} place={place} onPlace={keep} />

  function monthName(month: string): string {
    return t('sessions.month', { month: month.slice(5), year: month.slice(0, 4) })
  }
}

const draw = (session: Session) => <SessionLink session={session} />

const keep = (place: Place) => keepPlace(PATH, place)

const idOf = ({ id }: Session): string => id

/** What decides how many lines a row takes. */
const shapeOf = ({ data, state }: Session): string => `${data.unit} ${data.form} ${state} ${data.date.slice(0, 4)}`

function byMonth(sessions: readonly Session[]): [string, Session[]][] {
  const months = new Map<string, Session[]>()
  for (const session of sessions) {
    const month = session.data.date.slice(0, 7)
    const held = months.get(month)
    if (held) held.push(session)
    else months.set(month, [session])
  }
  return [...months]
}

function Drafts({ begun }: { begun: readonly Begun[] }) {
  const t = useWords()
  const { units, environment } = useApp()
  return (
    <section class="card wait">
      <h2>{t('sessions.drafts')}</h2>
      <ul class="rows">
        {begun.map(({ form, at, unit }) => (
          <li key={form}>
            <a class="row" href={draftPath('session', form)}>
              <span class="row-main">{unit ? unitName(units.value.lookup(unit), t) : t('sessions.draft-no-place')}</span>
              <span class="hint row-sub">{t('sessions.draft-kept', { time: formatMoment(at, environment.now()) })}</span>
              <span class="badge">
                <Icon name="edit" />
                {t('sessions.state-draft')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function None({ isEmpty, filter, text }: { isEmpty: boolean; filter: SessionFilter; text: string }) {
  const t = useWords()
  if (text.trim() !== '') return <p class="card">{t('sessions.none-found', { query: text })}</p>
  if (countOf(filter) > 0) return <p class="card">{t('sessions.filter-none')}</p>
  if (!isEmpty) return null
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
