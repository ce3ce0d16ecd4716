// The permission table asked about people with more than one role.

import { expect, test } from 'vitest'
import { type Actor, can, canReadSensitive, canSetField, sumsRead } from '../../src/model/permission.ts'
import type { Unit } from '../../src/model/unit.ts'
import { idNamed } from '../fixture/id-named.ts'

const province: Unit = { id: '46@2025-07-01', level: 'province', type: 'thanh-pho', name: 'Huế', validFrom: '2025-07-01' }
const commune = (code: string): Unit => ({ id: `${code}@2025-07-01`, level: 'commune', type: 'xa', name: code, parent: province.id, validFrom: '2025-07-01' })
const [here, there] = [commune('20056'), commune('20101')]
const units = new Map([province, here, there].map((unit) => [unit.id, unit]))
const asking = { today: '2026-11-22', lookup: (id: string) => units.get(id) }

const both: Actor = {
  account: idNamed('both'),
  organisation: idNamed('union'),
  roles: [
    { role: 'collaborator', unit: here.id, from: '2026-01-01' },
    { role: 'official', unit: there.id, from: '2026-01-01' },
  ],
}
const ownSite = (unit: string) => ({ kind: 'site', unit, author: both.account, organisation: both.organisation }) as const

test('[P48] an official of one commune is not one where she is a collaborator: she publishes no address there', () => {
  expect(can(both, 'edit', ownSite(here.id), asking)).toBeUndefined()
  expect(canSetField(both, ownSite(here.id), 'published', asking, true)).toBe(false)
  expect(canSetField(both, ownSite(there.id), 'published', asking, true)).toBe(true)
})

test('[P48] a commune sends figures up and cannot lock them; the province locks and cannot send in a commune’s name', () => {
  const office: Actor = {
    account: idNamed('office'),
    organisation: idNamed('office body'),
    roles: [{ role: 'province', unit: province.id, from: '2026-01-01' }],
  }
  const subject = { kind: 'submission', unit: there.id, author: both.account } as const
  const maySet = (actor: Actor, state: string) => canSetField(actor, subject, 'state', asking, state)
  expect(['submitted', 'returned', 'locked', 'reopened', 'invented'].filter((state) => maySet(both, state))).toEqual(['submitted'])
  expect(['submitted', 'returned', 'locked', 'reopened', 'invented'].filter((state) => maySet(office, state))).toEqual(['returned', 'locked', 'reopened'])
})

test('a role that has ended, or has not begun, allows nothing', () => {
  const ended: Actor = { ...both, roles: [{ role: 'official', unit: there.id, from: '2025-01-01', to: '2026-11-21' }] }
  const coming: Actor = { ...both, roles: [{ role: 'official', unit: there.id, from: '2026-11-23' }] }
  for (const actor of [ended, coming]) {
    expect(can(actor, 'read', ownSite(there.id), asking)?.code).toBe('out-of-scope')
    expect(canReadSensitive(actor, { ...ownSite(there.id), author: idNamed('another') }, asking)).toBe(false)
  }
})

test("another's sensitive fields are read by who may edit the record, and not by a colleague", () => {
  const another = { kind: 'session', author: idNamed('another'), organisation: both.organisation } as const
  expect(canReadSensitive(both, { ...another, unit: there.id }, asking)).toBe(true)
  expect(canReadSensitive(both, { ...another, unit: here.id }, asking)).toBe(false)
})

test('[P98] who works in a commune counts with its records, though she is an observer of the province too', () => {
  const observer = { role: 'observer', unit: province.id, from: '2026-01-01' } as const
  expect(sumsRead({ ...both, roles: [observer] }, asking)).toEqual({ areas: [province.id] })
  expect(sumsRead({ ...both, roles: [observer, ...both.roles] }, asking)).toBeUndefined()
  expect(sumsRead({ ...both, roles: [observer, { ...observer, role: 'province' }] }, asking)).toEqual({ all: true })
})
