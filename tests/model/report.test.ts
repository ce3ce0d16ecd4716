import { expect, test } from 'vitest'
import { can, type Role, type Verb } from '../../src/model/permission.ts'
import type { Data } from '../../src/model/registry.ts'
import { MOST_PAPER } from '../../src/model/report.ts'
import { followProblems, setProblems, validate } from '../../src/model/validate.ts'
import { frozen } from '../fixture/frozen.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'

const unit = (id: string) => land.find((one) => one.id === id)

test('a report that is whole is taken, of a commune and of a province', () => {
  expect(validate('report', frozen(), { unit })).toEqual({ ok: true, value: frozen() })
  expect(validate('report', frozen({ unit: hue }), { unit })).toMatchObject({ ok: true })
})

test.each([
  ['of a unit that is not there', { unit: '99999@2025-07-01' }, 'unknown-unit', 'unit'],
  ['that ends before it begins', { period: { from: '2026-07-02', to: '2026-07-01' } }, 'dates-crossed', 'period'],
  ['with number 0', { number: 0 }, 'not-a-count', 'number'],
  ['without its proof', { hash: 'none' }, 'not-valid', 'hash'],
  ['that is withdrawn without a reason', { state: 'withdrawn' }, 'required', 'why'],
  ['longer than a change may be', { paper: 'x'.repeat(MOST_PAPER + 1) }, 'too-long', 'paper'],
])('a report %s is refused', (_, wrong, code, field) => {
  expect(validate('report', frozen(wrong), { unit })).toMatchObject({ ok: false, problem: [{ code, path: expect.arrayContaining([field]) }] })
})

test('[P26] nothing of a frozen report is altered but that it is withdrawn', () => {
  const altered = Object.keys(frozen({ corrects: 'x', before: 'x', programme: 'x', report: 'x', doneBy: 'x' })).filter(
    (name) => setProblems('report', frozen(), { [name]: 'another' }).length === 0,
  )
  expect(altered).toEqual(['state'])
  expect(setProblems('report', frozen(), { why: 'Nhầm kỳ' })).toEqual([])
})

test('[P92] what was withdrawn stays withdrawn', () => {
  // The fixture fits the kind.
  const state = (is: 'frozen' | 'withdrawn') => frozen({ state: is }) as Data<'report'>
  expect(followProblems('report', state('frozen'), state('withdrawn'))).toEqual([])
  expect(followProblems('report', state('withdrawn'), state('frozen'))).toEqual([{ code: 'not-allowed', path: ['state'] }])
})

test.each<[Role, Verb, string, string | undefined]>([
  ['official', 'make', aLuoi1, undefined],
  ['official', 'read', aLuoi1, undefined],
  ['official', 'edit', aLuoi1, undefined],
  ['official', 'read', aLuoi2, 'out-of-scope'],
  ['official', 'read', hue, 'out-of-scope'],
  ['official', 'remove', aLuoi1, 'not-allowed'],
  ['province', 'make', hue, undefined],
  ['province', 'remove', hue, 'not-allowed'],
  ['collaborator', 'read', aLuoi1, 'not-allowed'],
  ['collaborator', 'make', aLuoi1, 'not-allowed'],
  ['observer', 'read', hue, 'not-allowed'],
])('[P45] a %s may %s a report of %s: %s', (role, verb, home, refusal) => {
  const actor = { account: 'she', organisation: 'hoi', roles: [{ role, unit: role === 'province' || role === 'observer' ? hue : aLuoi1, from: '2026-01-01' }] }
  const subject = { kind: 'report', unit: home, author: 'another', organisation: 'hoi' } as const
  expect(can(actor, verb, subject, { today: '2026-11-22', lookup: unit })?.code).toBe(refusal)
})

test('[P45] a province reads the reports of its own organisation, not those of another', () => {
  const actor = { account: 'she', organisation: 'hoi', roles: [{ role: 'province' as const, unit: hue, from: '2026-01-01' }] }
  const subject = { kind: 'report', unit: hue, author: 'another', organisation: 'so' } as const
  expect(can(actor, 'read', subject, { today: '2026-11-22', lookup: unit })?.code).toBe('not-allowed')
})
