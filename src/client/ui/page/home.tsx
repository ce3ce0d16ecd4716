// The first screen: what waits to be sent, the one thing to do, what the commune looks like this quarter.

import { isKindName } from '../../../model/registry.ts'
import { formatDay, formatMoment } from '../../../text/format.ts'
import { listDrafts } from '../../store/draft.ts'
import { useLive } from '../../store/live.ts'
import { getOutbox, latestSession, listSessions } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { mayDecide } from '../may-decide.ts'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { Later } from '../part/later.tsx'
import { Page } from '../part/page.tsx'
import { SessionRow } from '../part/session-row.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { draftPath } from '../record-path.ts'
import { termName, unitName } from '../words.ts'

export function Home() {
  const t = useWords()
  const { role } = useMe()
  return (
    <Page title={t('home.hello')} aside={<SyncPill />}>
      <Later load={notices} given={{}} />
      <DraftCard />
      {role === 'province' ? <OfficeLinks /> : role === 'observer' ? <MonthLink /> : <FieldHome />}
    </Page>
  )
}

function FieldHome() {
  const hasData = useHasData()
  const { store } = useApp()
  const { identity, role } = useMe()
  const last = useLive(() => latestSession(store, identity.account), [identity.account])
  return (
    <>
      {!hasData && <FirstData />}
      {role === 'official' && <Later load={coverageCard} given={{}} />}
      {last && <RepeatLast id={last.id} form={last.data.form} unit={last.data.unit} />}
      <Later load={starredList} given={{}} />
      <Later load={nextPlan} given={{}} />
      <Waiting />
      {role !== 'official' && <Later load={coverageCard} given={{}} />}
      <MonthLink />
    </>
  )
}

function MonthLink() {
  const t = useWords()
  return (
    <a class="button start" href="/month">
      <Icon name="print" />
      {t('month.link')}
    </a>
  )
}

const starredList = () => import('../part/starred-list.tsx').then(({ StarredList }) => StarredList)

const nextPlan = () => import('../part/next-plan.tsx').then(({ NextPlan }) => NextPlan)

const notices = () => import('../part/notices.tsx').then(({ Notices }) => Notices)
const coverageCard = () => import('../part/coverage-card.tsx').then(({ CoverageCard }) => CoverageCard)

function RepeatLast({ id, form, unit }: { id: string; form: string; unit: string }) {
  const t = useWords()
  const { units } = useApp()
  return (
    <a class="button start" href={`/session/new?like=${id}`}>
      <Icon name="again" />
      <span>
        {t('home.repeat')}
        <br />
        <span class="hint">
          {termName(t, 'form', form)} · {unitName(units.value.lookup(unit), t)}
        </span>
      </span>
    </a>
  )
}

function DraftCard() {
  const t = useWords()
  const { store, environment } = useApp()
  const drafts = useLive(() => listDrafts(store), [])
  const begun = (drafts ?? []).flatMap(({ key, at }) => {
    const [kind = '', form = 'new'] = key.split(':')
    return isKindName(kind) ? [{ key, kind, form, at }] : []
  })
  if (begun.length === 0) return null
  return (
    <section class="card wait">
      <h2>{t('draft.title')}</h2>
      {begun.map(({ key, kind, form, at }) => (
        <a key={key} class="button start" href={draftPath(kind, form)}>
          <Icon name="edit" />
          <span>{t('draft.begun', { kind: t(`kind.${kind}`), time: formatMoment(at, environment.now()) })}</span>
        </a>
      ))}
    </section>
  )
}

/** The newest sessions with where each of them is; those that wait or need a look come first. */
function Waiting() {
  const t = useWords()
  const today = useToday()
  const { store, environment, identity, preferences } = useApp()
  const me = useMe()
  const sessions = useLive(() => listSessions(store), [])
  const outbox = useLive(() => getOutbox(store), [])
  if (!sessions || !outbox) return null
  const toDecide = sessions.filter((session) => mayDecide(me, session))
  const open = sessions.filter((session) => session.state !== 'sent' || toDecide.includes(session))
  const mine = sessions.filter((session) => session.mine && !open.includes(session)).slice(0, 3)
  const lastSent = identity.value?.lastSentAt
  return (
    <section class="card">
      <h2>{t(toDecide.length > 0 ? 'home.unfinished' : open.length > 0 ? 'home.waiting' : 'home.newest')}</h2>
      {open.length + mine.length === 0 ? (
        <p class="hint">{t('home.none')}</p>
      ) : (
        <ul class="rows">
          {[...open.slice(0, 8), ...mine].map((session) => (
            <SessionRow key={session.id} session={session} when={formatDay(session.data.date, today, preferences.language.value)} />
          ))}
        </ul>
      )}
      <p class="hint">
        {!environment.isOnline() && `${t('net.none')} `}
        {lastSent ? t('net.last-sent', { time: formatMoment(lastSent, environment.now()) }) : outbox.waiting > 0 ? t('net.never-sent') : ''}
      </p>
    </section>
  )
}

function OfficeLinks() {
  const t = useWords()
  return (
    <section class="card">
      <h2>{t('office.title')}</h2>
      <p>{t('office.intro')}</p>
      <a class="button start" href="/baselines">
        <Icon name="people" />
        {t('tab.baselines')}
      </a>
      <a class="button start" href="/organisations">
        <Icon name="house" />
        {t('tab.organisations')}
      </a>
      <a class="button start" href="/session/new">
        <Icon name="plus" />
        {t('office.log')}
      </a>
      <a class="button start" href="/sessions">
        <Icon name="list" />
        {t('office.sessions')}
      </a>
    </section>
  )
}
