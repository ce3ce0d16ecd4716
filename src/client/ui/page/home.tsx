// The first screen. Who works in villages sees what waits to be sent, the one thing to do, and what the commune looks like this
// quarter; whoever answers for an area sees its figures.

import { isKindName } from '../../../model/registry.ts'
import { formatMoment } from '../../../text/format.ts'
import { listDrafts } from '../../store/draft.ts'
import { useLive } from '../../store/live.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { Later } from '../part/later.tsx'
import { Page } from '../part/page.tsx'
import { RepeatLast } from '../part/repeat-last.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { Waiting } from '../part/waiting.tsx'
import { draftPath } from '../record-path.ts'

export function Home() {
  const t = useWords()
  const { role } = useMe()
  const isField = role === 'collaborator' || role === undefined
  return (
    <Page title={t(isField ? 'home.hello' : 'tab.overview')} aside={<SyncPill />}>
      <Later load={notices} given={{}} />
      <DraftCard />
      {isField ? <FieldHome /> : <Later load={overview} given={{}} />}
    </Page>
  )
}

function FieldHome() {
  const t = useWords()
  const hasData = useHasData()
  return (
    <>
      {!hasData && <FirstData />}
      <Later load={todaysPlan} given={{}} />
      <RepeatLast />
      <Later load={starredList} given={{}} />
      <Later load={nextPlan} given={{}} />
      <Waiting />
      <Later load={coverageCard} given={{}} />
      <a class="button start" href="/month">
        <Icon name="print" />
        {t('month.link')}
      </a>
    </>
  )
}

const overview = () => import('../part/overview.tsx').then(({ Overview }) => Overview)
const starredList = () => import('../part/starred-list.tsx').then(({ StarredList }) => StarredList)
const todaysPlan = () => import('../part/next-plan.tsx').then(({ TodaysPlan }) => TodaysPlan)
const nextPlan = () => import('../part/next-plan.tsx').then(({ NextPlan }) => NextPlan)
const notices = () => import('../part/notices.tsx').then(({ Notices }) => Notices)
const coverageCard = () => import('../part/coverage-card.tsx').then(({ CoverageCard }) => CoverageCard)

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
    <section class="card wait no-print">
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
