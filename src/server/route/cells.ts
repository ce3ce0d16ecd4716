// POST /api/cells: sums cut finer than the office holds them, for who reads a province by its sums.

import { daysBetween } from '../../model/civil-date.ts'
import { areaOf, rolesOn } from '../../model/permission.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { isWithin } from '../../model/unit.ts'
import type { Cell } from '../../programme/cell.ts'
import { type CellsAnswer, type CellsRequest, cellsRequest } from '../../protocol/day-cells.ts'
import { PROTOCOL } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import type { Sql } from '../database/database.ts'
import { getAccount } from '../database/query/account.ts'
import type { Server } from '../parts.ts'
import { signIn } from '../sign-in.ts'
import { cutCells } from '../summary/cut.ts'

/** The longest half-month, from the 15th to the 31st; longer spans are what the sums are for. */
const MOST_DAYS = 17

export async function cells(server: Server, request: Request): Promise<Response> {
  const signed = await signIn(server, request, cellsRequest)
  if (!signed.ok) return failure(signed.problem)
  const found = await server.database.read((sql) => cellsFor(server, sql, signed.value.asked))
  if (!found.ok) return failure(found.problem)
  return jsonAnswer(request, { protocol: PROTOCOL, serverTime: server.now(), cells: found.value } satisfies CellsAnswer)
}

async function cellsFor(server: Server, sql: Sql, { account, unit, from, to, cut }: CellsRequest): Promise<Result<Cell[], Problem>> {
  if (to < from || (cut === 'day' && daysBetween(from, to) >= MOST_DAYS)) return failed(problem('not-protocol', ['to']))
  const actor = await getAccount(sql, account)
  const { lookup } = await server.places.openCommitted(sql, actor.feed)
  const held = rolesOn(actor, server.today())
  const here = held.filter((one) => isWithin(unit, areaOf(one, lookup), lookup))
  if (here.length === 0) return failed(problem('out-of-scope'))
  if (!here.some(({ role }) => role === 'province')) return failed(problem('not-allowed'))
  return ok(await cutCells(sql, { feed: actor.feed, unit, from, to, cut }, lookup))
}
