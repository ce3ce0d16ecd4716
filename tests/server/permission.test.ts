import { expect, test } from 'vitest'
import type { Problem } from '../../src/model/problem.ts'
import type { ChangeResult } from '../../src/protocol/sync.ts'
import { aLuoi1, aLuoi2, hoaVang, hue } from '../fixture/land.ts'
import { baseline, handbookEntry, organisation, session, site, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { auditOf, quarantineOf } from '../fixture/server-content.ts'

const refusedAs = (code: Problem['code'], path: string[] = []): Partial<ChangeResult> => ({ answer: 'rejected', problems: [{ code, path }] })

test('[P46] [P32] a session in a sibling commune is refused, kept in quarantine, and the refusal is in the audit', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const change = phone.set('session', server.newId(), session({ unit: aLuoi2 }))
  expect(await phone.push(change)).toMatchObject(refusedAs('out-of-scope'))
  expect(await quarantineOf(server.database)).toMatchObject([{ changeId: change.id, payload: change, problems: [{ code: 'out-of-scope' }] }])
  expect((await auditOf(server.database)).filter(({ event }) => event === 'refused')).toMatchObject([{ account: phone.account, device: phone.device }])
  const sibling = await server.enrol('official', aLuoi2)
  expect((await sibling.sync()).changes).toEqual([])
})

test('[P40] a session can’t be moved out of the commune of the person who moves it', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  expect(await phone.push(phone.set('session', id, { unit: aLuoi2 }))).toMatchObject(refusedAs('out-of-scope'))
})

test('[P34] a session can’t be drawn in from a commune where the person has no right', async () => {
  const server = await serverFixture()
  const [phone, sibling] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi2)]
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const base = { epoch: phone.epoch, version: 1 }
  expect(await sibling.push(sibling.set('session', id, { unit: aLuoi2 }, { base, reason: 'Của xã này' }))).toMatchObject(refusedAs('out-of-scope'))
})

test('[P33] records of another province are out of reach, and its feed is another', async () => {
  const server = await serverFixture()
  const [phone, far] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', hoaVang)]
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  expect(await far.push(far.set('session', id, { place: 'Chợ' }, { base: { epoch: far.epoch, version: 1 } }))).toMatchObject(refusedAs('id-taken'))
  expect((await far.sync()).changes).toEqual([])
})

test('[P45] a collaborator edits and removes her own sessions only', async () => {
  const server = await serverFixture()
  const [phone, colleague] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const base = { epoch: phone.epoch, version: 1 }
  expect(await colleague.push(colleague.set('session', id, { place: 'Chợ' }, { base }))).toMatchObject(refusedAs('not-allowed'))
  expect(await colleague.push(colleague.remove('session', id, { base }))).toMatchObject(refusedAs('not-allowed'))
  expect(await phone.push(phone.remove('session', id))).toMatchObject({ answer: 'applied' })
  expect(await colleague.push(colleague.restore('session', id, { base }))).toMatchObject(refusedAs('not-allowed'))
})

test('[P45] the official needs a reason to edit another’s record, and the reason is kept', async () => {
  const server = await serverFixture()
  const [phone, office] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi1)]
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const base = { epoch: phone.epoch, version: 1 }
  expect(await office.push(office.set('session', id, { place: 'Chợ' }, { base }))).toMatchObject(refusedAs('reason-needed'))
  expect(await office.push(office.set('session', id, { place: 'Chợ' }, { base, reason: 'Nhầm địa điểm' }))).toMatchObject({ answer: 'applied' })
  const kept = await server.database.read((sql) => sql.all('SELECT reason FROM change WHERE record = ? AND version = 2', id))
  expect(kept).toEqual([{ reason: 'Nhầm địa điểm' }])
})

test('[P45] who may make what: villages, baselines, organisations', async () => {
  const server = await serverFixture()
  const [phone, office, province] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi1), await server.enrol('province', hue)]
  expect(await phone.push(phone.set('unit', server.newId(), village()))).toMatchObject(refusedAs('not-allowed'))
  expect(await office.push(office.set('unit', server.newId(), village({ parent: aLuoi2 })))).toMatchObject(refusedAs('out-of-scope'))
  expect(await office.push(office.set('baseline', server.newId(), baseline({ unit: aLuoi1 })))).toMatchObject(refusedAs('not-allowed'))
  expect(await province.push(province.set('baseline', server.newId(), baseline({ unit: aLuoi1 })))).toMatchObject({ answer: 'applied' })
  expect(await province.push(province.set('organisation', server.newId(), organisation()))).toMatchObject({ answer: 'applied' })
  expect(await province.push(province.set('site', server.newId(), site()))).toMatchObject(refusedAs('not-allowed'))
})

test('[P45] the province’s office alone words the handbook, and a replaced entry is fixed', async () => {
  const server = await serverFixture()
  const [phone, office, province] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi1), await server.enrol('province', hue)]
  for (const one of [phone, office]) {
    expect(await one.push(one.set('handbook-entry', server.newId(), handbookEntry()))).toMatchObject(refusedAs('out-of-scope'))
  }
  const id = server.newId()
  expect(await province.push(province.set('handbook-entry', id, handbookEntry()))).toMatchObject({ answer: 'applied' })
  expect(await province.push(province.set('handbook-entry', id, { entry: 'cong-an-113' }))).toMatchObject(refusedAs('fixed-field', ['entry']))
  expect(await province.push(province.set('handbook-entry', id, { hidden: true }))).toMatchObject({ answer: 'applied' })
  expect((await phone.sync()).changes).toMatchObject([{ kind: 'handbook-entry', data: { hidden: true } }])
})

test('[P45] the province office holds sessions of its own organisation only', async () => {
  const server = await serverFixture()
  const own = server.newId()
  const province = await server.enrol('province', hue, { organisation: own })
  expect(await province.push(province.set('session', server.newId(), session({ organisation: own })))).toMatchObject({ answer: 'applied' })
  expect(await province.push(province.set('session', server.newId(), session()))).toMatchObject(refusedAs('not-allowed'))
})

test('[P46] an office of one commune reads its organisation’s sessions there, not in the next commune', async () => {
  const server = await serverFixture()
  const own = server.newId()
  const [whole, part] = [await server.enrol('province', hue, { organisation: own }), await server.enrol('province', aLuoi1, { organisation: own })]
  const [here, next] = [server.newId(), server.newId()]
  await whole.sync([whole.set('session', here, session({ organisation: own })), whole.set('session', next, session({ organisation: own, unit: aLuoi2 }))])
  expect((await part.sync()).changes.map(({ id }) => id)).toEqual([here])
  expect((await whole.sync()).changes.map(({ id }) => id)).toEqual([here, next])
})

test('[P45] an observer makes nothing and reads nothing', async () => {
  const server = await serverFixture()
  const [phone, observer] = [await server.enrol('collaborator', aLuoi1), await server.enrol('observer', hue)]
  await phone.push(phone.set('session', server.newId(), session()))
  expect(await observer.push(observer.set('session', server.newId(), session()))).toMatchObject(refusedAs('not-allowed'))
  expect((await observer.sync()).changes).toEqual([])
})

test('[P46] a role that has ended, or has not begun, gives nothing', async () => {
  const server = await serverFixture({ today: '2026-11-22' })
  const ended = await server.enrol('official', aLuoi1, { to: '2026-11-21' })
  const later = await server.enrol('official', aLuoi1, { from: '2026-11-23' })
  const lastDay = await server.enrol('official', aLuoi1, { to: '2026-11-22' })
  for (const phone of [ended, later]) expect(await phone.push(phone.set('session', server.newId(), session()))).toMatchObject(refusedAs('out-of-scope'))
  expect(await lastDay.push(lastDay.set('session', server.newId(), session()))).toMatchObject({ answer: 'applied' })
  expect((await ended.sync()).changes).toEqual([])
})

test('[P39] an unknown commune, and counts that don’t sum, are refused and kept', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  expect(await phone.push(phone.set('session', server.newId(), session({ unit: '99999@2025-07-01' })))).toMatchObject(refusedAs('unknown-unit', ['unit']))
  const counts = { total: 40, female: 25, male: 14, method: 'counted' }
  expect(await phone.push(phone.set('session', server.newId(), session({ counts })))).toMatchObject({
    answer: 'rejected',
    problems: [{ code: 'sexes-apart', path: ['counts', 'total'] }],
  })
  expect(await quarantineOf(server.database)).toHaveLength(2)
})

test('[P49] a peace house with an address is refused', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const result = await office.push(office.set('site', server.newId(), site({ type: 'peace-house', address: '12 đường làng' })))
  expect(result).toMatchObject(refusedAs('confidential-address', ['address']))
  expect(await quarantineOf(server.database)).toHaveLength(1)
})

test('[P49] [P39] two harmless edits can’t add up to the address of a confidential place', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const id = server.newId()
  const published = site({ type: 'trusted-address', published: true, address: '12 đường làng' })
  const queued = await office.sync([
    office.set('site', id, published),
    office.set('site', id, { published: false }),
    office.set('site', id, { published: false, address: null }),
    office.set('site', id, { address: '14 đường làng' }),
  ])
  expect(queued.results).toMatchObject([
    { answer: 'applied' },
    refusedAs('confidential-address', ['address']),
    { answer: 'applied' },
    refusedAs('confidential-address', ['address']),
  ])
  expect(queued.changes[0]?.data).not.toHaveProperty('address')
})

test('[P49] a confidential place is known by its commune, never by its village', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const home = server.newId()
  await office.push(office.set('unit', home, village()))
  expect(await office.push(office.set('site', server.newId(), site({ type: 'peace-house', unit: home })))).toMatchObject(
    refusedAs('confidential-village', ['unit']),
  )
})

test('[P48] only an office publishes a trusted address', async () => {
  const server = await serverFixture()
  const [phone, office] = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi1)]
  const id = server.newId()
  expect(await phone.push(phone.set('site', id, site({ type: 'trusted-address' })))).toMatchObject({ answer: 'applied' })
  expect(await phone.push(phone.set('site', id, { published: true }))).toMatchObject(refusedAs('not-allowed', ['published']))
  const base = { epoch: office.epoch, version: 1 }
  expect(await office.push(office.set('site', id, { published: true }, { base, reason: 'Uỷ ban đã công bố' }))).toMatchObject({ answer: 'applied' })
})

test('[P50] what is sensitive goes to its author and the commune’s officials, not to colleagues', async () => {
  const server = await serverFixture()
  const [phone, colleague, office, sibling] = [
    await server.enrol('collaborator', aLuoi1),
    await server.enrol('collaborator', aLuoi1),
    await server.enrol('official', aLuoi1),
    await server.enrol('collaborator', aLuoi2),
  ]
  await phone.push(phone.set('session', server.newId(), session({ note: 'Ghi chú', facilitators: 'Chị phụ trách' })))
  for (const reader of [phone, office]) expect((await reader.sync()).changes).toMatchObject([{ data: { note: 'Ghi chú', facilitators: 'Chị phụ trách' } }])
  const seen = (await colleague.sync()).changes
  expect(seen).toMatchObject([{ data: session() }])
  expect(Object.keys(seen[0]?.data ?? {})).not.toEqual(expect.arrayContaining(['note']))
  expect(JSON.stringify(seen)).not.toMatch(/Ghi chú|Chị phụ trách/)
  expect((await sibling.sync()).changes).toEqual([])
})
