// One period of one commune: sent or to be sent, with its dates, its figures, what has come since, and what this person can do
// about it.

import { useLocation, useRoute } from 'preact-iso'
import { isDate } from '../../../model/civil-date.ts'
import type { Dates } from '../../../programme/period.ts'
import { periodWith } from '../../../programme/period.ts'
import { isWithCommune, standingOf } from '../../../programme/standing.ts'
import { formatDate, formatMoment } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useCompleteness } from '../completeness.ts'
import { useApp, useNow, useToday, useWords } from '../context.ts'
import { useKeptFigures } from '../kept-figures.ts'
import { AdjustmentCard } from '../part/adjustment-card.tsx'
import { AnswerCard } from '../part/answer-card.tsx'
import { Attention } from '../part/attention.tsx'
import { Badge } from '../part/badge.tsx'
import { DueLine } from '../part/due-line.tsx'
import { FigureTable } from '../part/figure-table.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { Missing } from '../part/recorded.tsx'
import { SilentPhones } from '../part/silent-phones.tsx'
import { StandingBadge } from '../part/standing-badge.tsx'
import { SubmitCard } from '../part/submit-card.tsx'
import { periodDates, periodName } from '../period-name.ts'
import { periodKey, type Submission, useReportPeriods } from '../report-periods.ts'
import { type Say, useSay } from '../say.ts'
import '../part/figure.css'

const BACK = '/submissions'

/** What the screen is about: a commune's period, and what was sent of it. */
interface About {
  commune: string
  programme: string | undefined
  period: Dates
  sent: Submission | undefined
}

export function SubmissionPage() {
  const id = useRoute().params['id'] ?? ''
  return id === 'new' ? <NotSent /> : <Sent id={id} />
}

function NotSent() {
  const t = useWords()
  const { commune } = useMe()
  const { from, to, programme } = useLocation().query
  if (!commune || !from || !to || !isDate(from) || !isDate(to)) {
    return (
      <Page title={t('submission.title')} back={BACK}>
        <p class="card">{t('submission.no-period')}</p>
      </Page>
    )
  }
  return <Period about={{ commune: commune.id, programme, period: { from, to }, sent: undefined }} />
}

function Sent({ id }: { id: string }) {
  const t = useWords()
  const { store } = useApp()
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  if (!found) {
    return (
      <Page title={t('submission.title')} back={BACK}>
        {null}
      </Page>
    )
  }
  if (found.record?.kind !== 'submission') return <Missing back={BACK} />
  // The kind was asked just now.
  const sent = found.record as Submission
  const { unit, programme, period } = sent.data
  return <Period about={{ commune: unit, programme, period, sent }} />
}

function Period({ about }: { about: About }) {
  const t = useWords()
  const me = useMe()
  const say = useSay()
  const { commune, programme, period, sent } = about
  const now = useKeptFigures({ commune, programme, ...period })
  const completeness = useCompleteness(commune, period)
  if (!say) {
    return (
      <Page title={t('submission.title')} back={BACK}>
        {null}
      </Page>
    )
  }
  const subject = { kind: 'submission', unit: commune, author: sent?.author ?? me.identity.account } as const
  const maySend = (sent ? me.may('edit', subject) : me.may('make', subject)) && me.role === 'official' && sent?.data.state !== 'locked'
  const mayAnswer = sent !== undefined && me.role === 'province' && me.may('edit', subject) && sent.state !== 'attention'
  return (
    <Page title={periodName(periodWith(period), t)} back={BACK} aside={sent && <Badge record={sent} quiet />}>
      <Lead about={about} say={say} />
      {sent && <Attention record={sent} />}
      {sent && <AsSent sent={sent} say={say} />}
      {sent && <AdjustmentCard submission={sent} now={now} say={say} />}
      {completeness && (
        <section class="card">
          <h2>{t('completeness.title')}</h2>
          <p>{t('completeness.villages', { heard: completeness.heard, of: completeness.of })}</p>
          <SilentPhones silent={completeness.silent} />
        </section>
      )}
      {maySend && <SubmitCard {...about} now={now} say={say} />}
      {maySend && now === null && <p class="card">{t('submission.not-tellable')}</p>}
      {mayAnswer && <AnswerCard submission={sent} />}
    </Page>
  )
}

function Lead({ about: { commune, programme, period, sent }, say }: { about: About; say: Say }) {
  const t = useWords()
  const today = useToday()
  const periods = useReportPeriods()
  const before = periods?.find(({ key }) => key === periodKey(programme, period))?.before
  const standing = standingOf(sent?.data.state, before, today)
  return (
    <section class="card">
      <p>
        <b>{say.unit(commune)}</b>
      </p>
      <p>
        <StandingBadge standing={standing} />
      </p>
      <p>{t('submission.period', { dates: periodDates({ kind: 'dates', ...period }, t) })}</p>
      <p>{periods && <DueLine before={before} isSent={!isWithCommune(standing)} isOfPlan={programme !== undefined} />}</p>
      {programme !== undefined && <p class="hint">{say.record(programme)}</p>}
      {sent?.data.state === 'locked' && <p>{t('lock.note')}</p>}
      {sent?.data.remark && (
        <div>
          <h3>{t(isWithCommune(standing) ? 'submission.remark' : 'submission.remark-before')}</h3>
          <p>{sent.data.remark}</p>
        </div>
      )}
      {sent && (
        <a class="button quiet start no-print" href={`/history/${sent.id}`}>
          <Icon name="again" />
          {t('history.link')}
        </a>
      )}
    </section>
  )
}

function AsSent({ sent, say }: { sent: Submission; say: Say }) {
  const t = useWords()
  const now = useNow()
  // Without a word of who sent it last it is told who sent it first.
  const { by, at } = sent.data.sent ?? { by: sent.authorName, at: sent.madeAt }
  return (
    <section class="card">
      <h2>{t(sent.data.state === 'locked' ? 'submission.figures-locked' : 'submission.figures-sent')}</h2>
      <p class="hint">{t('submission.as-of', { date: formatDate(sent.data.asOf), name: by, time: formatMoment(at, now) })}</p>
      {Object.keys(sent.data.figures).length === 0 ? <p>{t('submission.nothing')}</p> : <FigureTable figures={sent.data.figures} say={say} />}
    </section>
  )
}
