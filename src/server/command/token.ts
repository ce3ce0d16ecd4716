// Tokens by which other systems read figures: made, listed, revoked. A running server notices with the next question.

import { dateInVietnam } from '../../model/civil-date.ts'
import type { UnitLookup } from '../../model/unit.ts'
import { addAudit } from '../database/query/audit.ts'
import { listMachineTokens, type MachineToken, revokeMachineToken } from '../database/query/machine-token.ts'
import type { Command, Ended, Office } from './command.ts'
import { momentText } from './moment.ts'
import { addToken, tokenOptions } from './token-add.ts'

export const token: Command = {
  options: tokenOptions.filter((name) => name !== 'whole'),
  switches: ['whole'],
  takesWords: true,
  run: async (office, options, [what, ...words]) => {
    if (what === 'add') return words.length === 0 ? addToken(office, options) : wrong(`"${words[0]}" is no option; options begin with --.`)
    const [strange] = tokenOptions.filter((name) => options[name] !== undefined)
    if ((what === 'list' || what === 'revoke') && strange !== undefined) return wrong(`token ${what} takes no --${strange}.`)
    if (what === 'list' && words.length === 0) return list(office)
    if (what === 'revoke' && words.length === 1) return revoke(office, words[0] ?? '')
    return wrong('What? token add, token list, or token revoke ID (of "token list").')
  },
}

const wrong = (line: string): Ended => ({ code: 2, lines: [line] })

async function list({ database, units, edges }: Office): Promise<Ended> {
  const found = await database.read(listMachineTokens)
  const today = dateInVietnam(edges.now())
  return { code: 0, lines: found.length === 0 ? ['There is no token yet.'] : found.map((one) => lineOf(one, units.lookup, today)) }
}

function lineOf({ id, name, unit, programmes, small, to, madeAt, revokedAt }: MachineToken, lookup: UnitLookup, today: string): string {
  const { name: place = unit, code = '' } = lookup(unit) ?? {}
  const state = revokedAt !== undefined ? [`revoked ${momentText(revokedAt)}`] : to < today ? ['ended'] : []
  return [id, name, `${place} (${code})`, programmes.join(', '), `until ${to}`, ...(small ? ['whole'] : []), `made ${momentText(madeAt)}`, ...state].join(' · ')
}

const revoke = ({ database, edges: { now, newId } }: Office, id: string): Promise<Ended> =>
  database.write(async (sql) => {
    const known = (await listMachineTokens(sql)).find((one) => one.id === id)
    if (!known) return wrong(`There is no token ${id}. Those there are: npm run admin -- token list`)
    const closed = await revokeMachineToken(sql, id, now())
    if (closed > 0) await addAudit(sql, { id: newId(), at: now(), event: 'token-revoked', detail: { token: id, name: known.name } })
    return { code: 0, lines: [`${id} · ${known.name} · ${closed > 0 ? 'opens nothing any more' : 'was revoked before'}`] }
  })
