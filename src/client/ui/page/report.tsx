// A frozen report: its number, whether its figures still hold, what it corrects, its files, and the paper as it was frozen.

import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { formatDate, formatMoment } from '../../../text/format.ts'
import { readPaper } from '../../report/kept-paper.ts'
import type { Paper } from '../../report/paper.ts'
import { type ChangedFigure, changedFigures } from '../../report/paper-changes.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, listRecords } from '../../store/read.ts'
import { save } from '../../store/save.ts'
import type { Shown } from '../../store/shown.ts'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { todayIn, useApp, useNow, useWords } from '../context.ts'
import { figurePath } from '../figure-path.ts'
import { fileStem } from '../file-name.ts'
import { Attention } from '../part/attention.tsx'
import { Badge } from '../part/badge.tsx'
import { Field } from '../part/field.tsx'
import { Fold } from '../part/fold.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { PaperView } from '../part/paper-view.tsx'
import { ReadOnly } from '../part/read-only.tsx'
import { Missing, Recorded } from '../part/recorded.tsx'
import { ReportChanges } from '../part/report-changes.tsx'
import { ReportFiles } from '../part/report-files.tsx'
import { periodDates } from '../period-name.ts'
import { askOf, type Frozen, frozenPath, isSameSeries, newestOf, newReportPath } from '../report-asked.ts'
import { paperOf, proseOf } from '../report-made.ts'
import { useReportRead } from '../report-read.ts'
import { useSay } from '../say.ts'
import { problemSentence } from '../words.ts'

const BACK = '/reports'

export function ReportPage() {
  const t = useWords()
  const { store } = useApp()
  const id = useRoute().params['id'] ?? ''
  const found = useLive(async () => ({ record: await getRecord(store, id), all: await listRecords(store, 'report') }), [id])
  if (!found) {
    return (
      <Page title={t('report.title')} back={BACK}>
        {null}
      </Page>
    )
  }
  const { record, all } = found
  if (!record || !isFrozen(record)) return <Missing back={BACK} />
  const paper = readPaper(record.data.paper)
  if (record.readOnly || !paper) {
    return (
      <Page title={t('report.title')} back={BACK}>
        <ReadOnly />
      </Page>
    )
  }
  return <Opened key={id} report={record} paper={paper} all={all} />
}

const isFrozen = (record: Shown): record is Frozen & Shown => record.kind === 'report'

interface OpenedProps {
  report: Frozen & Shown
  paper: Paper
  /** Every report on this phone. */
  all: readonly Frozen[]
}

function Opened({ report, paper, all }: OpenedProps) {
  const t = useWords()
  const me = useMe()
  const say = useSay()
  const { data } = report
  const ask = askOf(report)
  const series = all.filter((one) => isSameSeries(one, data.organisation, ask))
  const newest = newestOf(series)
  const isCurrent = data.state === 'frozen' && (newest === undefined || newest.id === report.id)
  const since = useChangesSince(report, paper)
  const isChecking = isCurrent && since === undefined
  const stale = isCurrent && since && since.length > 0 ? t('report.stale', { date: formatDate(data.asOf), count: since.length }) : undefined
  const mark = data.state === 'withdrawn' ? t('report.withdrawn-mark', { number: data.number }) : isChecking ? t('paper.checking') : stale
  const mayEdit = me.may('edit', subjectOf(report.kind, data, report.author))
  const earlier = all.find(({ id }) => id === data.corrects)
  const name = fileStem([paper.title, say?.unit(data.unit) ?? ''].join(' '), `${data.period.to}-${data.number}`, paper.practice)
  return (
    <Page title={t('report.numbered', { number: data.number })} back={BACK} aside={<Badge record={report} quiet />} paper>
      <div class="stack no-print">
        <Attention record={report} />
        <Lead report={report} paper={paper} newest={isCurrent ? undefined : newest} />
        {stale && since && (
          <section class="card wait">
            <h2 class="line">
              <Icon name="alert" />
              {t('report.stale-title')}
            </h2>
            <p>{stale}</p>
            <ReportChanges title={t('report.stale-what', { count: since.length })} changes={since} before={t('report.as-frozen')} after={t('report.as-now')} />
            {me.mayMake('report', data.unit) && data.unit === me.home && (
              <a class="button" href={newReportPath({ programme: data.programme, report: data.report, period: data.period, corrects: report.id })}>
                <Icon name="edit" />
                {t('report.correct', { number: Math.max(...series.map((one) => one.data.number)) + 1 })}
              </a>
            )}
          </section>
        )}
        {earlier && <SinceEarlier earlier={earlier} paper={paper} />}
        <ReportFiles paper={paper} isChecking={isChecking} stale={mark} name={name} />
        {mayEdit && data.state === 'frozen' && <Withdraw report={report} />}
        <Recorded record={report} />
        <p class="hint">{t('report.proof', { hash: data.hash })}</p>
      </div>
      <PaperView paper={paper} stale={mark} figureHref={(figure) => figurePath(figure, ask, frozenPath(report.id))} />
    </Page>
  )
}

function Lead({ report: { data, authorName, madeAt }, paper, newest }: { report: Frozen; paper: Paper; newest: Frozen | undefined }) {
  const t = useWords()
  const now = useNow()
  const { silentPhones = 0, silentUnits = 0 } = data
  const missing = [
    ...(silentPhones > 0 ? [t('report.was-silent', { count: silentPhones })] : []),
    ...(silentUnits > 0 ? [t('report.was-empty', { count: silentUnits })] : []),
  ]
  return (
    <section class="card">
      <p>
        <b>{[paper.title, paper.subject].filter(Boolean).join(' ')}</b>
      </p>
      <p>{t('submission.period', { dates: periodDates({ kind: 'dates', ...data.period }, t) })}</p>
      <p class="hint">{t('report.frozen-by', { name: authorName, time: formatMoment(madeAt, now), date: formatDate(data.asOf) })}</p>
      {missing.length > 0 && <p>{t('report.was-missing', { what: missing.join(', ') })}</p>}
      {data.state === 'withdrawn' && (
        <p>
          <b>{t('report.withdrawn')}</b> {data.why}
        </p>
      )}
      {newest && (
        <p>
          {t('report.replaced')} <a href={frozenPath(newest.id)}>{t('report.open-frozen', { number: newest.data.number })}</a>
        </p>
      )}
    </section>
  )
}

/** Undefined until it is worked out; null where the figures can't be told any more. */
function useChangesSince(report: Frozen, paper: Paper): ChangedFigure[] | null | undefined {
  const say = useSay()
  const { data } = report
  const read = useReportRead(askOf(report), data.before)
  return useMemo(() => {
    if (!say || !read) return undefined
    if (!read.figures) return null
    const today = paperOf(read, read.figures, {
      head: data.head,
      prose: proseOf(paper),
      before: data.before,
      silent: undefined,
      practice: paper.practice,
      say,
    })
    return changedFigures(paper, today)
  }, [read, say !== undefined, say?.language])
}

function SinceEarlier({ earlier, paper }: { earlier: Frozen; paper: Paper }) {
  const t = useWords()
  const before = useMemo(() => readPaper(earlier.data.paper), [earlier.id])
  const { number } = earlier.data
  if (!before) return null
  const changes = changedFigures(before, paper)
  if (changes.length === 0) return <p class="card">{t('report.same-figures', { number })}</p>
  return (
    <ReportChanges
      title={t('report.changed', { count: changes.length, number })}
      changes={changes}
      before={t('report.in-number', { number })}
      after={t('report.in-this')}
    />
  )
}

/** It stays where it is, marked, with its reason: it may already lie on somebody's desk. */
function Withdraw({ report }: { report: Frozen }) {
  const t = useWords()
  const app = useApp()
  const [why, setWhy] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  return (
    <Fold title={t('report.withdraw')}>
      <p>{t('report.withdraw-what')}</p>
      <Field id="f-why" label={t('field.report.why')} error={error}>
        <textarea id="f-why" class="input" rows={3} maxLength={500} value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
      </Field>
      <button type="button" class="button" onClick={() => void withdraw()}>
        <Icon name="undo" />
        {t('report.withdraw')}
      </button>
    </Fold>
  )

  async function withdraw() {
    if (why.trim() === '') return setError(t('report.why-missing'))
    const { store, environment, units } = app
    const fields = { ...report.data, state: 'withdrawn', why }
    const saved = await save(store, environment, units.value.lookup, { kind: 'report', id: report.id, fields, today: todayIn(app) })
    app.toast.value = { text: saved.ok ? t('report.withdrawn') : saved.problem.map((one) => problemSentence(t, one)).join(' ') }
    app.wakeSync()
  }
}
