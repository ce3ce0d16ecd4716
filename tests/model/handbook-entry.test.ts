// The office's wording of the handbook: what it must be, who may word it, and that the whole province reads it.

import { expect, test } from 'vitest'
import { can, type Role, type Verb } from '../../src/model/permission.ts'
import { validate } from '../../src/model/validate.ts'
import { fieldPhone } from '../fixture/field-phone.ts'
import { aLuoi1, aLuoi2, hoaVang, hue, land } from '../fixture/land.ts'
import { handbookEntry } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const unit = (id: string) => land.find((one) => one.id === id)

test('an entry that is whole is taken, for a shipped one or as a new one', () => {
  for (const entry of [handbookEntry(), handbookEntry({ entry: undefined })]) {
    expect(validate('handbook-entry', entry, { unit })).toEqual({ ok: true, value: entry })
  }
})

test.each([
  ['no title', { title: ' ' }, 'required', 'title'],
  ['no text', { body: '\n' }, 'required', 'body'],
  ['no source', { source: undefined }, 'required', 'source'],
  ['no date of its source', { sourceDate: undefined }, 'required', 'sourceDate'],
  ['a section that is not in the list', { section: 'gossip' }, 'not-in-list', 'section'],
  ['a text that is too long', { body: 'a'.repeat(4001) }, 'too-long', 'body'],
  ['letters for a number', { number: 'gọi xã' }, 'not-valid', 'number'],
  ['a hotline that has no number', { section: 'hotline' }, 'required', 'number'],
  ['a commune instead of a province', { unit: aLuoi1 }, 'wrong-level', 'unit'],
  ['a province that does not exist', { unit: '99@2025-07-01' }, 'unknown-unit', 'unit'],
])('an entry with %s is refused', (_, wrong, code, field) => {
  expect(validate('handbook-entry', handbookEntry(wrong), { unit })).toMatchObject({ ok: false, problem: [{ code, path: [field] }] })
})

test.each<[Role, Verb, string | undefined]>([
  ['collaborator', 'read', undefined],
  ['collaborator', 'make', 'out-of-scope'],
  ['official', 'read', undefined],
  ['official', 'edit', 'out-of-scope'],
  ['province', 'make', undefined],
  ['province', 'edit', undefined],
  ['province', 'remove', undefined],
  ['observer', 'read', 'not-allowed'],
])('a %s may %s what the office wrote: %s', (role, verb, refusal) => {
  const area = role === 'province' || role === 'observer' ? hue : aLuoi1
  const actor = { account: 'she', organisation: 'hoi', roles: [{ role, unit: area, from: '2026-01-01' }] }
  const subject = { kind: 'handbook-entry', unit: hue, author: 'another' } as const
  expect(can(actor, verb, subject, { today: '2026-11-22', lookup: unit })?.code).toBe(refusal)
})

test('what the office wrote is read in every commune of the province, and in no other province', async () => {
  const server = await serverFixture()
  const office = await fieldPhone(server, 'province', hue)
  const [near, far] = [await fieldPhone(server, 'collaborator', aLuoi2), await fieldPhone(server, 'official', hoaVang)]
  const { id } = await office.save({ kind: 'handbook-entry', ...handbookEntry() })
  expect(await office.sync()).toMatchObject({ at: 'idle', sent: 1 })
  await near.sync()
  expect(await near.get(id)).toMatchObject({ kind: 'handbook-entry', state: 'sent', data: handbookEntry(), mine: false })
  await far.sync()
  expect(await far.get(id)).toBeUndefined()
})
