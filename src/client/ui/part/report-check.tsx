// Before a report is read: what it is about, by when it is owed, whose work it tells, and what is missing in it.

import type { FreePeriod, RegularPeriod } from '../../../programme/period.ts'
import type { ReportFigures } from '../../../programme/report.ts'
import { formatMoment } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { getOutbox } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import type { Completeness } from '../completeness.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { periodInFull } from '../period-name.ts'
import { type Frozen, frozenPath, type ReportAsk } from '../report-asked.ts'
import { periodKey, periodPath } from '../report-periods.ts'
import type { Say } from '../say.ts'
import { Choice } from './choice.tsx'
import { DueLine } from './due-line.tsx'
import { Icon } from './icon.tsx'
import { OpenFindings } from './open-findings.tsx'
import { SilentPhones } from './silent-phones.tsx'

interface ReportCheckProps {
  ask: ReportAsk
  about: {
    name: string
    programme: string | undefined
    period: RegularPeriod | FreePeriod
    before: string | undefined
    number: number
    /** The newest of the series: what is frozen now corrects it. */
    last: Frozen | undefined
  }
  say: Say
  figures: ReportFigures | undefined
  completeness: Completeness | undefined
  own: boolean
  onOwn: (own: boolean) => void
}

export function ReportCheck({ ask, about, say, figures, completeness, own, onOwn }: ReportCheckProps) {
  const t = useWords()
  const me = useMe()
  const now = useNow()
  const { store } = useApp()
  const outbox = useLive(() => getOutbox(store), [])
  const { last } = about
  return (
    <>
      <section class="card">
        <p>
          <b>{say.unit(ask.unit)}</b>
        </p>
        <p>{periodInFull(about.period, t)}</p>
        {ask.report !== undefined && (
          <p>
            <DueLine before={about.before} isSent={about.last !== undefined} isOfPlan />
          </p>
        )}
        {about.programme !== undefined && <p class="hint">{about.programme}</p>}
        {last && (
          <p>
            {t('report.corrects', { number: last.data.number, next: about.number })}{' '}
            <a href={frozenPath(last.id)}>{t('report.open-frozen', { number: last.data.number })}</a>
          </p>
        )}
      </section>
      <section class="card">
        <h2>{t('report.scope')}</h2>
        <Choice
          options={[
            { value: 'all', label: t('report.scope-all', { unit: say.unit(ask.unit) }) },
            { value: 'own', label: t('report.scope-own', { organisation: say.record(me.identity.scope.organisation) }) },
          ]}
          chosen={[own ? 'own' : 'all']}
          onChoose={(chosen) => onOwn(chosen === 'own')}
        />
      </section>
      <section class="card">
        <h2>{t('report.check')}</h2>
        {figures && <p>{t('coverage.as-of', { time: formatMoment(figures.asOf, now) })}</p>}
        {completeness && (
          <>
            <p>{t(me.commune ? 'completeness.villages' : 'completeness.communes', { heard: completeness.heard, of: completeness.of })}</p>
            <SilentPhones silent={completeness.silent} />
          </>
        )}
        {outbox && <p>{outbox.unsentRecords > 0 ? t('report.unsent', { count: outbox.unsentRecords }) : t('submission.all-sent')}</p>}
        {figures?.handedIn && figures.handedIn.missing.length > 0 && (
          <a class="button start" href={periodPath({ key: periodKey(ask.programme, ask.period) })}>
            <Icon name="alert" />
            {t('report.not-submitted', { count: figures.handedIn.missing.length, of: figures.handedIn.of })}
          </a>
        )}
        {me.commune && <OpenFindings period={ask.period} />}
      </section>
    </>
  )
}
