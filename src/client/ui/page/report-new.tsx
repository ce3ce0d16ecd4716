// A report that is not frozen yet, in two steps: what it is about and what is missing; then the paper itself, with its places to write.
// What is written is kept as a draft like every form.

import { useMemo } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { isDate } from '../../../model/civil-date.ts'
import type { ReportHead } from '../../../model/report.ts'
import { periodWith } from '../../../programme/period.ts'
import { formatMoment } from '../../../text/format.ts'
import { readPaper } from '../../report/kept-paper.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, listRecords } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useCompleteness } from '../completeness.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { figurePath } from '../figure-path.ts'
import { type Form, type ToSave, useForm } from '../form.ts'
import { freezeReport } from '../freeze-report.ts'
import { ErrorSummary } from '../part/error-summary.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { Later } from '../part/later.tsx'
import { Page } from '../part/page.tsx'
import { PaperView } from '../part/paper-view.tsx'
import { ReportCheck } from '../part/report-check.tsx'
import { ReportHeadFields } from '../part/report-head-fields.tsx'
import { periodDates } from '../period-name.ts'
import { type Frozen, frozenPath, isSameSeries, newestOf, newReportPath, nextNumber, type ReportAsk } from '../report-asked.ts'
import { dayBefore, packReport } from '../report-dues.ts'
import { startingHead } from '../report-head.ts'
import { paperOf, proseOf } from '../report-made.ts'
import { useReportRead } from '../report-read.ts'
import { useSay } from '../say.ts'

const BACK = '/reports'

/** What the address says of it. */
interface Meant {
  programme: string | undefined
  report: string | undefined
  period: { from: string; to: string }
  corrects: string | undefined
}

export function ReportNew() {
  const t = useWords()
  const { passing } = useApp()
  const { mayMake } = useMe()
  // The route's own: the location is the next screen's already while that is being fetched.
  const { from, to, programme, report, corrects } = useRoute().query
  const hasData = useHasData()
  const isSaid = from !== undefined && to !== undefined && isDate(from) && isDate(to) && from <= to
  if (!isSaid || !mayMake('report') || passing || !hasData) {
    return (
      <Page title={t('report.title')} back={BACK}>
        {passing ? (
          <Later load={passingCard} given={{ userAgent: passing }} />
        ) : !mayMake('report') ? (
          <p class="card">{t('problem.not-allowed')}</p>
        ) : hasData ? (
          <p class="card">{t('submission.no-period')}</p>
        ) : (
          <FirstData />
        )}
      </Page>
    )
  }
  return <Beginning key={`${programme} ${report} ${from} ${to} ${corrects}`} meant={{ programme, report, period: { from, to }, corrects }} />
}

const passingCard = () => import('../part/passing-card.tsx').then(({ PassingCard }) => PassingCard)

/** What it begins with is read once: what was written last time in the same places, and how the heading was entered. */
function Beginning({ meant }: { meant: Meant }) {
  const app = useApp()
  const me = useMe()
  const { route } = useLocation()
  const { programme, report, period, corrects } = meant
  const { organisation } = me.identity.scope
  const freezing = useMemo<Freezing>(() => ({ run: undefined }), [])
  const form = useForm({
    kind: 'report',
    query: Object.fromEntries(new URLSearchParams(newReportPath({ programme, report, period, ...(corrects !== undefined && { corrects }) }).split('?')[1])),
    defaults: async () => {
      const frozen = await listRecords(app.store, 'report')
      const own = await getRecord(app.store, organisation)
      const body = own?.kind === 'organisation' && 'type' in own.data && 'name' in own.data ? own.data : undefined
      return {
        prose: lastProse(frozen, { organisation, unit: me.home, programme, report, corrects }),
        head: startingHead(frozen, body as Parameters<typeof startingHead>[1], organisation, app.units.value.lookup(me.home)),
        own: false,
      }
    },
    saveNew: async (entered) => (freezing.run ? freezing.run(entered) : { ok: false, problem: [] }),
    onSaved: (saved) => route(frozenPath(saved.id), true),
  })
  return form ? <Entering meant={meant} form={form} freezing={freezing} /> : null
}

/** What freezes the report as it stands on the screen. */
interface Freezing {
  run: ((entered: Pick<ToSave, 'id' | 'draft'>) => ReturnType<typeof freezeReport>) | undefined
}

interface Series {
  organisation: string
  unit: string
  programme: string | undefined
  report: string | undefined
  corrects: string | undefined
}

/** Of the report that is corrected, else of the newest of the same unit, plan and report, whatever its period was. */
function lastProse(frozen: readonly Frozen[], { organisation, unit, programme, report, corrects }: Series): Record<string, string> {
  const own = frozen.filter(
    ({ data }) => data.organisation === organisation && data.unit === unit && data.programme === programme && data.report === report && data.state === 'frozen',
  )
  const last = own.find(({ id }) => id === corrects) ?? own.sort((a, b) => b.createdAt - a.createdAt)[0]
  const paper = last && readPaper(last.data.paper)
  return paper ? proseOf(paper) : {}
}

interface EnteringProps {
  meant: Meant
  form: Form
  freezing: Freezing
}

function Entering({ meant, form, freezing }: EnteringProps) {
  const t = useWords()
  const app = useApp()
  const me = useMe()
  const today = useToday()
  const say = useSay()
  const { route } = useLocation()
  const { query } = useRoute()
  const { programme, report, period, corrects } = meant
  const { organisation } = me.identity.scope
  const head = form.field('head') as ReportHead // as `defaults` made it, or the draft
  const prose = (form.field('prose') ?? {}) as Record<string, string> // likewise
  const ask: ReportAsk = { unit: me.home, programme, report, period, doneBy: form.field('own') === true ? organisation : undefined }
  const plan = say?.programmes.find(({ id }) => id === programme)
  const before = dayBefore(plan, report, period, today)
  const read = useReportRead(ask, before)
  const completeness = useCompleteness(me.home, period)
  const series = useLive(async () => (await listRecords(app.store, 'report')).filter((one) => isSameSeries(one, organisation, ask)), [JSON.stringify(ask)])
  const name = packReport(plan, report)?.name[app.preferences.language.value] ?? t('report.title')
  const silent = completeness?.silent
  const figures = read?.figures
  const practice = me.identity.scope.practice === true
  const isPreview = query['step'] === 'paper'
  // Without what is written in it: a letter typed must not cost a whole paper.
  const paper = useMemo(
    () => (say && read && figures ? paperOf(read, figures, { head, prose: {}, before, silent, practice, say }) : undefined),
    [read, head, before, silent?.at, silent?.phones.length, practice, say?.language, say !== undefined],
  )
  const here = newReportPath({ programme, report, period, ...(corrects !== undefined && { corrects }) })
  freezing.run = async ({ id, draft }) => {
    if (!paper || !figures) return { ok: false, problem: [] }
    const blocks = paper.blocks.map((block) => (block.as === 'prose' ? { ...block, text: (prose[block.id] ?? '').trim() } : block))
    const whole = {
      id,
      draft,
      ask,
      organisation,
      corrects: corrects ?? newestOf(series ?? [])?.id,
      before,
      silent,
      head: cleanHead(head),
      paper: { ...paper, blocks },
      figures,
    }
    return freezeReport(app, whole)
  }
  if (!say || !series || !head) {
    return (
      <Page title={name} back={BACK}>
        {null}
      </Page>
    )
  }
  const bar = isPreview ? (
    <button type="button" class="button primary" aria-disabled={!paper} onClick={() => void form.submit()}>
      <Icon name="lock" />
      {t('report.freeze', { number: nextNumber(series) })}
    </button>
  ) : (
    <a class="button primary" href={`${here}&step=paper`}>
      <Icon name="file" />
      {t('report.preview')}
    </a>
  )
  const note = form.draftAt !== undefined && <span class="hint">{t('draft.kept', { time: formatMoment(form.draftAt, app.environment.now()) })}</span>
  return (
    <Page title={isPreview ? t('report.preview') : name} back={isPreview ? here : BACK} aside={note} bar={figures ? bar : undefined}>
      <ErrorSummary kind="report" problems={form.problems} attempt={form.attempt} />
      {read && figures === null && <NotTellable period={period} />}
      {isPreview ? (
        paper && (
          <>
            <p class="card wait no-print">{t('report.preview-what')}</p>
            <PaperView
              paper={paper}
              figureHref={(figure) => figurePath(figure, ask, `${here}&step=paper`)}
              write={({ id, label }) => <Prose id={id} label={label} text={prose[id] ?? ''} onInput={(text) => form.set('prose', { ...prose, [id]: text })} />}
            />
          </>
        )
      ) : (
        <>
          <ReportCheck
            ask={ask}
            about={{ name, programme: plan?.data.name, period: periodWith(period), before, number: nextNumber(series), last: newestOf(series) }}
            say={say}
            figures={figures ?? undefined}
            completeness={completeness}
            own={form.field('own') === true}
            onOwn={(own) => form.set('own', own)}
          />
          <ReportHeadFields head={head} onChange={(next) => form.set('head', next)} />
          {form.draftAt !== undefined && (
            <button type="button" class="button quiet" onClick={() => void form.discard().then(() => route(BACK, true))}>
              <Icon name="trash" />
              {t('draft.drop')}
            </button>
          )}
        </>
      )}
    </Page>
  )
}

function NotTellable({ period }: { period: { from: string; to: string } }) {
  const t = useWords()
  return (
    <p class="card wait">
      {t('submission.not-tellable')} {t('report.half-months', { dates: periodDates({ kind: 'dates', ...period }, t) })}
    </p>
  )
}

/** An empty line of the heading is none. */
const cleanHead = (head: ReportHead): ReportHead => {
  const { look, issuer, place, ...lines } = head
  return {
    look,
    issuer: issuer.trim(),
    place: place.trim(),
    ...Object.fromEntries(Object.entries(lines).filter(([, line]) => line !== undefined && line.trim() !== '')),
  }
}

function Prose({ id, label, text, onInput }: { id: string; label: string; text: string; onInput: (text: string) => void }) {
  return (
    <div class="field">
      <label for={`f-${id}`}>{label}</label>
      <textarea id={`f-${id}`} class="input" rows={4} maxLength={8000} value={text} onInput={(event) => onInput(event.currentTarget.value)} />
    </div>
  )
}
