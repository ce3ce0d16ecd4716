// GET /api/figures: the figures of a programme for another system, by a token that says how far. No cookie counts here.

import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { failure, jsonAnswer, textAnswer } from '../answer.ts'
import { addAudit } from '../database/query/audit.ts'
import type { MachineToken } from '../database/query/machine-token.ts'
import { createQueue } from '../database/queue.ts'
import type { FiguresAnswer } from '../figures-out/answer.ts'
import { type FiguresAsked, readAsked } from '../figures-out/asked.ts'
import { figuresCsv } from '../figures-out/csv.ts'
import { gather, isByDay } from '../figures-out/gather.ts'
import { unitTold } from '../figures-out/row.ts'
import { rowsOf } from '../figures-out/rows.ts'
import { admitMachine, type Refused } from '../machine-token.ts'
import type { Server } from '../parts.ts'

/** Every record is read for it, so it takes as much of the measure as so many questions. */
const BY_DAY_IS = 10

/** One at a time: phones wait for the database between two of them, not behind all. */
const inTurn = createQueue()

export async function figures(server: Server, request: Request, address: string): Promise<Response> {
  const query = new URL(request.url).searchParams
  const admitted = await admitMachine(server, request, address)
  const told = admitted.ok ? await answerTo(server, admitted.value, readAsked(query)) : admitted
  await note(server, query, admitted.ok ? admitted.value : admitted.problem.token, told)
  if (!told.ok) return refusal(told.problem)
  return query.get('format') === 'csv' ? textAnswer(request, figuresCsv(told.value), csvHeaders) : jsonAnswer(request, told.value)
}

const csvHeaders = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="figures.csv"' }

async function answerTo(server: Server, token: MachineToken, asked: Result<FiguresAsked, Problem>): Promise<Result<FiguresAnswer, Refused>> {
  if (!asked.ok) return failed({ problem: asked.problem })
  const { from, to, by } = asked.value
  const waitMs = isByDay(asked.value) ? server.rate.take(token.id, BY_DAY_IS - 1) : 0
  if (waitMs > 0) return failed({ problem: problem('too-often'), waitMs })
  const found = await inTurn(() => server.database.read((sql) => gather(server, sql, token, asked.value)))
  if (!found.ok) return failed({ problem: found.problem })
  const { unit, programme, practice, ...counted } = found.value
  const { id, name, pack } = programme
  return ok({
    programme: { id, name, pack: pack.id, rule: pack.rule },
    unit: unitTold(unit),
    period: { from, to },
    asOf: new Date(counted.figures.asOf).toISOString(),
    practice,
    smallGroups: token.small ? 'told' : 'withheld',
    rows: rowsOf({ unit, from, to, by }, { ...counted, programme }),
  })
}

/** Before it is answered: what can't be noted is not told. Each use of a token once in an hour, each question that was refused as often. */
async function note(server: Server, query: URLSearchParams, token: MachineToken | undefined, told: Result<FiguresAnswer, Refused>): Promise<void> {
  const refused = told.ok ? undefined : told.problem.problem
  const what = refused ? [refused.code, ...refused.path] : ['told']
  // Of a question that was refused only what decides: what else a stranger writes would fill the audit.
  const [programme, unit] = refused && token ? ['programme', 'unit'].map((name) => query.get(name)?.slice(0, MOST_NOTED)) : []
  await server.noted.once([token?.id, programme, unit, ...what].join(' '), () =>
    server.database.write((sql) =>
      addAudit(sql, {
        id: server.newId(),
        at: server.now(),
        event: refused ? 'figures-refused' : 'figures-told',
        detail: { token: token?.id, programme, unit, ...(refused && { problem: refused.code, path: refused.path, ...refused.values }) },
      }),
    ),
  )
}

const MOST_NOTED = 60

function refusal({ problem: why, waitMs }: Refused): Response {
  const answer = failure(why, waitMs)
  if (why.code === 'signed-out') answer.headers.set('WWW-Authenticate', 'Bearer realm="lan-toa"')
  return answer
}
