// What an answer is made from, as it lies in the database, once it is clear that the token may be told it. Sums by half-month, or by
// day where the period cuts one.

import { type Problem, problem } from '../../model/problem.ts'
import type { Data } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { isWithin, officialUnitId, type Unit } from '../../model/unit.ts'
import { packOf } from '../../programme/adopt-pack.ts'
import { isAligned } from '../../programme/amount.ts'
import type { Cell } from '../../programme/cell.ts'
import type { Held } from '../../programme/coverage.ts'
import type { Figures } from '../../programme/figures.ts'
import { observedCell } from '../../programme/observed-cell.ts'
import type { Pack } from '../../programme/pack.ts'
import type { Sent } from '../../programme/report-sent.ts'
import type { Sql } from '../database/database.ts'
import { listHandingIn } from '../database/query/device.ts'
import { getFeed } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import type { MachineToken } from '../database/query/machine-token.ts'
import { everyRecord, findRecord, type HeldRecord } from '../database/query/record.ts'
import type { Server } from '../parts.ts'
import { readFigures, readFiguresByDay } from '../summary/figures.ts'
import type { FiguresAsked } from './asked.ts'
import type { Counted } from './row.ts'

export interface Gathered extends Counted {
  unit: Unit
  programme: Counted['programme'] & { name: string }
  practice: boolean
}

export const isByDay = ({ from, to }: FiguresAsked): boolean => !isAligned({ from, to }, 'half-month')

export async function gather(server: Server, sql: Sql, token: MachineToken, asked: FiguresAsked): Promise<Result<Gathered, Problem>> {
  const { lookup, isRemoved } = await server.places.openCommitted(sql, token.feed)
  const id = asked.unit === undefined ? token.unit : /^\d+$/.test(asked.unit) ? officialUnitId(asked.unit) : asked.unit
  const unit = isRemoved(id) ? undefined : lookup(id)
  // A unit of elsewhere and one that is not there are refused alike.
  if (!unit || !isWithin(id, token.unit, lookup)) return failed(problem('out-of-scope', ['unit']))
  const record = await findRecord(sql, asked.programme)
  if (record?.kind !== 'programme' || record.feed !== token.feed || record.removed) return failed(problem('no-record', ['programme']))
  if (!token.programmes.includes(record.id)) return failed(problem('out-of-scope', ['programme']))
  if (!isWithin(id, record.unit, lookup)) return failed(problem('out-of-scope', ['unit']))
  // Sums by day are small nearly always, so who is told no small groups is told no days.
  if (isByDay(asked) && !token.small) return failed(problem('not-allowed', [isAligned({ from: asked.from, to: '9999-12-31' }, 'half-month') ? 'to' : 'from']))

  const { province } = await getFeed(sql, token.feed)
  const units = [lookup(province), ...server.units.communesOf(province)].flatMap((one) => one ?? [])
  const read = isByDay(asked) ? readFiguresByDay : readFigures
  const figures = await read(sql, token.feed, { area: id, asOf: server.now(), units })
  const { practice } = await getIdentity(sql)
  return ok({
    isSmallTold: token.small,
    ...(token.small ? { figures, withheld: [] } : observed(figures)),
    ...(await beside(sql, token.feed)),
    unit,
    programme: { id: record.id, name: String(record.fields['name']), pack: adoptedPack(record) },
    phones: await listHandingIn(sql, token.feed, server.today()),
    practice,
  })
}

/** The figures as an observer has them, and what was taken from them. */
function observed(figures: Figures): Pick<Counted, 'figures' | 'withheld'> {
  const told = figures.cells.map(observedCell)
  const withheld = figures.cells.flatMap((cell, place): Cell[] => {
    const kept = told[place]?.values ?? {}
    const lost = Object.entries(cell.values).filter(([measure]) => !(measure in kept))
    return lost.length === 0 ? [] : [{ ...cell, values: Object.fromEntries(lost) }]
  })
  return { figures: { ...figures, cells: told }, withheld }
}

async function beside(sql: Sql, feed: string): Promise<Pick<Counted, 'targets' | 'organisations' | 'submissions'>> {
  const targets: Held<'target'>[] = []
  const submissions: Sent[] = []
  const organisations = new Map<string, string>()
  for await (const { id, kind, fields, removed, changedAt } of everyRecord(sql, feed, { kinds: ['target', 'organisation', 'submission'] })) {
    if (kind === 'organisation') organisations.set(id, String(fields['name']))
    // Validated as what they are before they were stored.
    else if (kind === 'submission') submissions.push({ id, data: fields as Data<'submission'>, removed, changedAt })
    else targets.push({ id, data: fields as Data<'target'>, removed, changedAt })
  }
  return { targets, organisations, submissions }
}

function adoptedPack({ id, fields }: HeldRecord): Pack {
  // Validated as a programme before it was stored, and its pack with it.
  const read = packOf(fields as Data<'programme'>)
  if (!read.ok) throw new Error(`The plan of the programme ${id} can't be read.`)
  return read.value
}
