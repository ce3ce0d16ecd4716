// Freezes a report: the paper whole, its proof, its number in its series. On this phone at once, sent when there is a network.

import { dateInVietnam } from '../../model/civil-date.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import { MOST_PAPER, type ReportHead } from '../../model/report.ts'
import { failed, type Result } from '../../model/result.ts'
import type { ReportFigures } from '../../programme/report.ts'
import { paperToText } from '../report/kept-paper.ts'
import type { Paper } from '../report/paper.ts'
import { sha256 } from '../report/sha-256.ts'
import type { Store } from '../store/database.ts'
import { listRecords } from '../store/read.ts'
import { save } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import type { SilentPhones } from './completeness.ts'
import { type App, todayIn } from './context.ts'
import type { ToSave } from './form.ts'
import { isSameSeries, nextNumber, type ReportAsk } from './report-asked.ts'

export interface ToFreeze extends Pick<ToSave, 'id' | 'draft'> {
  ask: ReportAsk
  organisation: string
  corrects: string | undefined
  before: string | undefined
  silent: SilentPhones | undefined
  head: ReportHead
  paper: Paper
  figures: ReportFigures
}

type Around = Pick<App, 'store' | 'environment' | 'units' | 'identity'>

export async function freezeReport(app: Around, frozen: ToFreeze): Promise<Result<Shown, Problem[]>> {
  const { store, environment, units } = app
  const paper = paperToText(frozen.paper)
  if (paper.length > MOST_PAPER) return failed([problem('too-long', ['paper'])])
  const fields = await fieldsOf(store, frozen, paper)
  return save(store, environment, units.value.lookup, { kind: 'report', id: frozen.id, draft: frozen.draft, fields, today: todayIn(app as App) })
}

async function fieldsOf(store: Store, { ask, organisation, corrects, before, silent, head, figures }: ToFreeze, paper: string): Promise<Fields> {
  const { period, ...whole } = ask
  const series = (await listRecords(store, 'report')).filter((one) => isSameSeries(one, organisation, ask))
  const told: Fields = {
    ...whole,
    organisation,
    period: { from: period.from, to: period.to },
    number: nextNumber(series),
    corrects,
    asOf: dateInVietnam(figures.asOf),
    before,
    silentPhones: silent?.phones.length,
    silentUnits: figures.units.filter(({ isRecorded }) => !isRecorded).length,
    paper,
    head,
    hash: sha256(paper),
    state: 'frozen',
  }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}
