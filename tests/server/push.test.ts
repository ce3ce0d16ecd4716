import { expect, test } from 'vitest'
import type { Role } from '../../src/model/permission.ts'
import type { Fields } from '../../src/model/record.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { loadPack } from '../../src/programme/packs.ts'
import type { Change } from '../../src/protocol/sync.ts'
import { revokeDevice } from '../../src/server/database/query/device.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { organisation, session, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { historyOf, quarantineOf } from '../fixture/server-content.ts'

/** Two phones of one account, and a session that both have seen. */
async function twoPhones(role: Role = 'collaborator', fields: Fields = session()) {
  const server = await serverFixture()
  const phone = await server.enrol(role, aLuoi1)
  const second = await server.enrolAgain(phone.account)
  const id = server.newId()
  await phone.push(phone.set('session', id, fields))
  return { server, phone, second, id, base: { epoch: phone.epoch, version: 1 } }
}

test('[P21] a session that a collaborator handed in is there, with version 1 and her name', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1, { name: 'Cộng tác viên xã A Lưới 1' })
  const id = server.newId()
  const answer = await phone.sync([phone.set('session', id, session())])
  expect(answer.results).toEqual([{ id: expect.any(String), answer: 'applied', version: 1 }])
  expect(answer.changes).toMatchObject([
    { id, kind: 'session', version: 1, removed: false, author: phone.account, authorName: 'Cộng tác viên xã A Lưới 1', marks: [], data: session() },
  ])
  expect(answer.received).toBe(1)
})

test('[P27] a push whose answer was lost is sent again: the first answer comes back, and the history has it once', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const change = phone.set('session', server.newId(), session())
  const first = await phone.push(change)
  const again = await phone.push({ ...change })
  expect(again).toEqual({ id: change.id, answer: 'duplicate', first })
  expect(await historyOf(server.database, change.record)).toHaveLength(1)
})

test('[P27] keys in another order are the same change', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const change = phone.set('session', server.newId(), session())
  await phone.push(change)
  expect(await phone.push(Object.fromEntries(Object.entries(change).reverse()))).toMatchObject({ answer: 'duplicate' })
})

test('[P28] the same change id with another content is refused and kept', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const change = phone.set('session', server.newId(), session())
  await phone.push(change)
  const other = { ...change, set: session({ place: 'Trường tiểu học' }) }
  expect(await phone.push(other)).toMatchObject({ answer: 'rejected', problems: [{ code: 'id-taken' }] })
  expect(await phone.push(other)).toMatchObject({ answer: 'rejected', problems: [{ code: 'id-taken' }] })
  expect(await quarantineOf(server.database)).toMatchObject([{ payload: other }])
})

test('[P28] another account that sends the very same change is not told that it went through', async () => {
  const server = await serverFixture()
  const [phone, other] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  const change = phone.set('session', server.newId(), session())
  await phone.push(change)
  expect(await other.push(change)).toMatchObject({ answer: 'rejected', problems: [{ code: 'id-taken' }] })
})

test('[P29] a refused change that is sent again gets the same refusal, and is kept once', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const change = phone.set('session', server.newId(), session({ date: '2026-02-30' }))
  const first = await phone.push(change)
  expect(first).toMatchObject({ answer: 'rejected', problems: [{ code: 'not-a-date', path: ['date'] }] })
  expect(await phone.push(change)).toEqual(first)
  expect(await quarantineOf(server.database)).toHaveLength(1)
})

test('[P22] one bad change does not hold the others', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const good = [server.newId(), server.newId()]
  const changes = [
    phone.set('session', good[0] ?? '', session()),
    phone.set('session', server.newId(), session({ counts: { total: 3, female: 5, male: 1, method: 'counted' } })),
    { ...phone.set('session', server.newId(), session()), kind: 'rumour' },
    phone.set('session', good[1] ?? '', session()),
  ]
  const answer = await phone.sync(changes)
  expect(answer.results.map((result) => result.answer)).toEqual(['applied', 'rejected', 'rejected', 'applied'])
  expect(answer.results[2]).toMatchObject({ problems: [{ code: 'not-valid' }] })
  expect(answer.changes.map(({ id }) => id)).toEqual(good)
  expect(answer.received).toBe(4)
})

test('[P30] a change that meets a bug of ours is kept and told, and the others go through', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  await server.database.write((sql) => sql.run("UPDATE record SET data = '{}' WHERE id = ?", id))
  await server.database.write((sql) => sql.run("UPDATE record SET kind = 'gone' WHERE id = ?", id))
  const after = phone.set('session', server.newId(), session())
  const response = await phone.post(phone.request([phone.set('session', id, { place: 'Nhà văn hoá' }), after]))
  const history = await historyOf(server.database, after.record)
  expect(history).toHaveLength(1)
  expect(server.log).toMatchObject([{ event: 'change-failed' }])
  expect(response.status).toBe(200)
})

test('[P31] received stops at a gap and moves on once it is filled', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const changes = [1, 2, 3].map(() => phone.set('session', server.newId(), session()))
  expect((await phone.sync([changes[0], changes[2]].flatMap((change) => change ?? []))).received).toBe(1)
  expect((await phone.sync([changes[1]].flatMap((change) => change ?? []))).received).toBe(3)
})

test('[P37] her own queued edits follow each other without a new base', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  const answer = await phone.sync([
    phone.set('session', id, session()),
    phone.set('session', id, { place: 'Nhà văn hoá thôn' }),
    phone.set('session', id, { place: null, form: 'group-meeting' }),
  ])
  expect(answer.results).toMatchObject([{ version: 1 }, { version: 2 }, { version: 3 }])
  expect(answer.changes).toMatchObject([{ version: 3, data: session({ form: 'group-meeting' }) }])
  expect(answer.changes[0]?.data).not.toHaveProperty('place')
})

test('[P37] two edits made offline on one base both count', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const base = { epoch: phone.epoch, version: 1 }
  const answer = await phone.sync([phone.set('session', id, { place: 'A' }, { base }), phone.set('session', id, { note: 'B' }, { base })])
  expect(answer.changes).toMatchObject([{ version: 3, data: { place: 'A', note: 'B' } }])
})

test('[P37] two phones edit different fields of one session: both edits stand', async () => {
  const { server, phone, second, id, base } = await twoPhones()
  expect(await second.push(second.set('session', id, { place: 'Chợ' }, { base }))).toMatchObject({ answer: 'applied', version: 2 })
  expect(await phone.push(phone.set('session', id, { note: 'Đông vui' }, { base }))).toMatchObject({ answer: 'merged', version: 3 })
  expect((await phone.sync()).changes).toMatchObject([{ version: 3, data: { place: 'Chợ', note: 'Đông vui' }, marks: [] }])
  expect(server.log).toEqual([])
})

test('[P80] two phones give one field two values: the later arrival stands, the other is kept for a person, and equal values are no conflict', async () => {
  const { phone, second, id, base } = await twoPhones()
  await second.push(second.set('session', id, { place: 'Chợ' }, { base }))
  expect(await phone.push(phone.set('session', id, { place: 'Chợ' }, { base }))).toMatchObject({ answer: 'merged', version: 3 })
  const edit = phone.set('session', id, { form: 'rally' }, { base })
  await second.push(second.set('session', id, { form: 'contest' }, { base }))
  expect(await phone.push(edit)).toMatchObject({ answer: 'conflict', version: 5 })
  const { changes } = await second.sync()
  expect(changes).toMatchObject([
    { marks: ['conflict'], data: { form: 'rally' }, conflicts: [{ change: edit.id, account: second.account, fields: { form: 'contest' } }] },
  ])
})

test('[P80] a place belongs to its village: of two edits of where it was, one stands whole', async () => {
  const { server, phone, second, id, base } = await twoPhones('official', session({ place: 'Đình' }))
  const place = phone.set('unit', server.newId(), village())
  await phone.push(place)
  await second.push(second.set('session', id, { unit: place.record }, { base }))
  expect(await phone.push(phone.set('session', id, { place: 'Trường' }, { base }))).toMatchObject({ answer: 'conflict' })
  const row = (await phone.sync()).changes.find((one) => one.id === id)
  expect(row).toMatchObject({ data: { place: 'Trường', unit: aLuoi1 }, conflicts: [{ fields: { place: 'Đình', unit: place.record } }] })
})

test('[P38] a base of a history that was never this server’s, or of a version that never was, counts as not having seen', async () => {
  const { server, phone, second, id } = await twoPhones()
  expect(await second.push(second.set('session', id, { form: 'rally' }, { base: { epoch: server.newId(), version: 1 } }))).toMatchObject({ answer: 'conflict' })
  expect(await phone.push(phone.set('session', id, { form: 'contest' }, { base: { epoch: phone.epoch, version: 7 } }))).toMatchObject({ answer: 'conflict' })
})

test('[P81] a decision ends the conflict for everybody, with either value or another', async () => {
  const { phone, second, id, base } = await twoPhones()
  await second.push(second.set('session', id, { place: 'Chợ' }, { base }))
  await phone.push(phone.set('session', id, { place: 'Trường' }, { base }))
  const { set: _, ...head } = second.set('session', id, {}, { base: { epoch: second.epoch, version: 3 } }) as Change & { set: Fields }
  expect(await second.push({ ...head, resolve: { place: 'Chợ cũ' } })).toMatchObject({ answer: 'applied', version: 4 })
  const [row] = (await phone.sync()).changes
  expect(row).toMatchObject({ marks: [], data: { place: 'Chợ cũ' } })
  expect(row).not.toHaveProperty('conflicts')
})

test('[P82] an edit wins over a removal, whichever comes first, and the record is marked', async () => {
  const { phone, second, id, base } = await twoPhones()
  await second.push(second.remove('session', id, { base }))
  expect(await phone.push(phone.set('session', id, { place: 'Trường' }, { base }))).toMatchObject({ answer: 'conflict', version: 3 })
  expect((await second.sync()).changes).toMatchObject([{ removed: false, marks: ['conflict'], conflicts: [{ account: second.account, removal: true }] }])
  const other = phone.set('session', '01900000-0000-7000-8000-0000000000aa', session())
  await phone.push(other)
  await phone.push(phone.set('session', other.record, { place: 'Chợ' }, { base: { epoch: phone.epoch, version: 1 } }))
  expect(await second.push(second.remove('session', other.record, { base: { epoch: phone.epoch, version: 1 } }))).toMatchObject({
    answer: 'conflict',
    version: 3,
  })
  const rows = (await second.sync()).changes
  expect(rows.find((row) => row.id === other.record)).toMatchObject({ removed: false, data: { place: 'Chợ' }, conflicts: [{ removal: true }] })
  expect(await second.push(second.remove('session', other.record, { base: { epoch: phone.epoch, version: 3 } }))).toMatchObject({ answer: 'applied' })
})

test('[P33] a new record under the id of somebody else’s is refused', async () => {
  const server = await serverFixture()
  const [phone, other] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  expect(await other.push(other.set('session', id, session()))).toMatchObject({ problems: [{ code: 'id-taken' }] })
  expect(await phone.push(phone.set('site', id, { name: 'Câu lạc bộ' }))).toMatchObject({ problems: [{ code: 'id-taken' }] })
})

test('[F53] [P83] what is not there yet is waited for: the edit is held, and taken when the record comes', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  const [making, edit, removal] = [phone.set('session', id, session()), phone.set('session', id, { place: 'Chợ' }), phone.remove('session', server.newId())]
  expect((await phone.sync([edit, removal])).results).toMatchObject([
    { answer: 'held', waitsFor: id },
    { answer: 'held', waitsFor: removal.record },
  ])
  expect(await phone.push(edit)).toMatchObject({ answer: 'held' })
  const answer = await phone.sync([making, edit])
  expect(answer.results).toMatchObject([
    { answer: 'applied', version: 1 },
    { answer: 'duplicate', first: { answer: 'applied', version: 2 } },
  ])
  expect(answer).toMatchObject({ received: 3, changes: [{ version: 2, data: { place: 'Chợ' } }] })
})

test('[P83] a session in a village that comes later is held until then', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('official', aLuoi1)
  const [place, held] = [phone.set('unit', server.newId(), village()), phone.set('session', server.newId(), session())]
  const there = { ...held, set: session({ unit: place.record }) }
  expect(await phone.push(there)).toMatchObject({ answer: 'held', waitsFor: place.record })
  await phone.push(place)
  expect(await phone.push(there)).toMatchObject({ answer: 'duplicate', first: { answer: 'applied' } })
})

test('[P33] [P83] what stands on a record whose making was refused is refused, before and after', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  const [making, early] = [phone.set('session', id, session({ topics: [] })), phone.set('session', id, { place: 'Chợ' })]
  const [late, removal] = [phone.set('session', id, { place: 'Đình' }), phone.remove('session', id)]
  expect(await phone.push(early)).toMatchObject({ answer: 'held' })
  expect(await phone.push(making)).toMatchObject({ answer: 'rejected' })
  for (const change of [early, late, removal]) expect(await phone.push(change)).toMatchObject({ answer: 'rejected' })
})

test('[P84] two profiles go by one device: the later one is told, nothing of it is taken, and it goes on under an id of its own', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const common = phone.set('session', server.newId(), session())
  await phone.push(common)
  const [hers, copy] = [phone.set('session', server.newId(), session()), phone.set('session', server.newId(), session())]
  const [second, third] = [
    { ...copy, n: 2, prev: common.id },
    { ...phone.set('session', server.newId(), session()), n: 3, prev: copy.id },
  ]
  await phone.push(hers)
  const told = await phone.sync([second, third])
  expect(told).toMatchObject({ results: [{ answer: 'forked' }, { answer: 'forked' }], received: 2 })
  const fresh = server.newId()
  const asked = { protocol: 1, account: phone.account, device: phone.device, fresh, after: 1 }
  const post = (body: object) =>
    phone.browser.fetch('/api/fork', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  expect(await (await post(asked)).json()).toEqual({ protocol: 1, device: fresh })
  expect((await phone.post(phone.request())).status).toBe(401)
  expect(await phone.sync([second, third], { device: fresh })).toMatchObject({ results: [{ answer: 'applied' }, { answer: 'applied' }], received: 3 })
})

test('[P19] [P84] a fork neither takes over another device nor brings back one that was shut out', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const [other, lost] = [await server.enrolAgain(phone.account), await server.enrolAgain(phone.account)]
  await server.database.write((sql) => revokeDevice(sql, phone.account, lost.device, server.clock.now()))
  const fork = async (fresh: string) =>
    (
      await phone.browser.fetch('/api/fork', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ protocol: 1, account: phone.account, device: phone.device, fresh, after: 0 }),
      })
    ).status
  expect([await fork(other.device), await fork(lost.device)]).toEqual([401, 401])
  expect((await other.post(other.request())).status).toBe(200)
  expect((await lost.post(lost.request())).status).toBe(401)
})

test('[P41] [P80] texts are kept clean in the history too, so that an edit that was taken back is seen as one', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const official = await server.enrol('official', aLuoi1)
  const id = server.newId()
  const reason = 'ghi lại\u202e\u0000 cho đúng'
  await phone.push(phone.set('session', id, session({ place: 'Chợ Bến'.normalize('NFD') })))
  const base = (version: number) => ({ base: { epoch: phone.epoch, version }, reason })
  await official.push(official.set('session', id, { place: 'Sân đình' }, base(1)))
  await official.push(official.set('session', id, { place: 'Chợ Bến' }, base(2)))
  expect(await phone.push(phone.set('session', id, { place: 'Đình làng' }, { base: { epoch: phone.epoch, version: 1 } }))).toMatchObject({ answer: 'merged' })
  const texts = await server.database.read((sql) => sql.all('SELECT body, reason FROM change WHERE record = ? ORDER BY version', id))
  expect(texts.map((row) => String(row['body']))).toEqual(texts.map((row) => String(row['body']).normalize('NFC')))
  expect(texts[1]?.['reason']).toBe('ghi lại cho đúng')
})

test('[P84] a number that was missing is not filled by another profile: what came after it names its own predecessor', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const common = phone.set('session', server.newId(), session())
  await phone.push(common)
  const [lost, after] = [phone.set('session', server.newId(), session()), phone.set('session', server.newId(), session())]
  await phone.push({ ...after, n: 3, prev: lost.id })
  const copys = { ...phone.set('session', server.newId(), session()), n: 2, prev: common.id }
  expect(await phone.sync([copys])).toMatchObject({ results: [{ answer: 'forked' }], received: 1, last: common.id })
  expect(await phone.sync([{ ...lost, n: 2, prev: common.id }])).toMatchObject({ results: [{ answer: 'applied' }], received: 3, last: after.id })
})

test('[P36] a removed session takes no edits until it is brought back', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  const removed = await phone.sync([phone.set('session', id, session()), phone.remove('session', id)])
  expect(removed.changes).toMatchObject([{ id, version: 2, removed: true }])
  expect(await phone.push(phone.set('session', id, { place: 'Chợ' }))).toMatchObject({ problems: [{ code: 'record-removed' }] })
  expect(await phone.push(phone.restore('session', id))).toMatchObject({ answer: 'applied', version: 3 })
  expect(await phone.push(phone.set('session', id, { place: 'Chợ' }))).toMatchObject({ answer: 'applied', version: 4 })
})

test('[P35] removing twice, even from two phones, is one removal that both are told went through', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const second = await server.enrolAgain(phone.account)
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const base = { epoch: phone.epoch, version: 1 }
  expect(await phone.push(phone.remove('session', id, { base }))).toMatchObject({ answer: 'applied', version: 2 })
  const again = second.remove('session', id, { base })
  expect(await second.push(again)).toMatchObject({ answer: 'applied', version: 2 })
  expect(await second.push(again)).toMatchObject({ answer: 'duplicate', first: { version: 2 } })
  expect(await historyOf(server.database, id)).toMatchObject([
    { seq: 1, version: 1 },
    { seq: 2, version: 2 },
    { seq: null, version: 2 },
  ])
})

test('[P21] a village made in the same push can be named by a session of it', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const home = server.newId()
  const answer = await office.sync([office.set('unit', home, village()), office.set('session', server.newId(), session({ unit: home }))])
  expect(answer.results.map((result) => result.answer)).toEqual(['applied', 'applied'])
  const phone = await server.enrol('collaborator', aLuoi1)
  expect(await phone.push(phone.set('session', server.newId(), session({ unit: home })))).toMatchObject({ answer: 'applied' })
})

test('[P39] a removed village takes no new sessions; those it has can still be mended and seen', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const [home, held] = [server.newId(), server.newId()]
  await office.sync([office.set('unit', home, village()), office.set('session', held, session({ unit: home })), office.remove('unit', home)])
  expect(await office.push(office.set('session', server.newId(), session({ unit: home })))).toMatchObject({
    problems: [{ code: 'unknown-unit', path: ['unit'] }],
  })
  expect(await office.push(office.set('session', held, { place: 'Chợ' }))).toMatchObject({ answer: 'applied' })
  const phone = await server.enrol('collaborator', aLuoi1)
  expect((await phone.sync()).changes.map(({ id }) => id)).toContain(held)
})

test('[P42] a date beyond tomorrow in Vietnam is taken and marked, and the mark goes when the date is mended', async () => {
  const server = await serverFixture({ today: '2026-11-22' })
  const phone = await server.enrol('collaborator', aLuoi1)
  const [tomorrow, later] = [server.newId(), server.newId()]
  const marked = await phone.sync([
    phone.set('session', tomorrow, session({ date: '2026-11-23' })),
    phone.set('session', later, session({ date: '2026-11-24' })),
  ])
  expect(marked.changes).toMatchObject([
    { id: tomorrow, marks: [] },
    { id: later, marks: ['future-date'], data: { date: '2026-11-24' } },
  ])
  const mended = await phone.sync([phone.set('session', later, { date: '2026-11-21' })], { cursor: marked.cursor })
  expect(mended.changes).toMatchObject([{ id: later, marks: [] }])
})

test('[P25] fields nobody knows, and names that reach into the language, are refused', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  expect(await phone.push(phone.set('session', server.newId(), session({ colour: 'red' })))).toMatchObject({
    problems: [{ code: 'unknown-field', path: ['colour'] }],
  })
  for (const name of ['__proto__', 'constructor']) {
    const set: unknown = JSON.parse(JSON.stringify(session()).replace('{', `{"${name}":{"role":"province"},`))
    const result = await phone.push({ ...phone.set('session', server.newId(), {}), set })
    expect(result).toMatchObject({ answer: 'rejected', problems: [{ code: 'unknown-field', path: [name] }] })
  }
})

test('[P26] [P41] a village never moves to another commune, nor an author’s name onto another’s record', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const home = server.newId()
  await office.push(office.set('unit', home, village()))
  expect(await office.push(office.set('unit', home, { parent: hue }))).toMatchObject({ problems: [{ code: 'fixed-field', path: ['parent'] }] })
  const colleague = await server.enrol('official', aLuoi1)
  await colleague.push(colleague.set('unit', home, { name: 'Thôn Đông' }, { base: { epoch: office.epoch, version: 1 }, reason: 'Sửa tên' }))
  expect((await office.sync()).changes).toMatchObject([{ version: 2, author: office.account, data: { name: 'Thôn Đông' } }])
})

test('[P41] text is kept in NFC without control characters', async () => {
  const server = await serverFixture()
  const office = await server.enrol('province', hue)
  const { changes } = await office.sync([office.set('organisation', server.newId(), organisation({ name: 'Hội LHPN xã A Lưới 1\u0000'.normalize('NFD') }))])
  expect(changes[0]?.data['name']).toBe('Hội LHPN xã A Lưới 1'.normalize('NFC'))
})

test('[P41] a list with a code twice is taken with each once; a text in which nothing is seen is none', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const { changes } = await phone.sync([phone.set('session', server.newId(), session({ topics: ['tricks', 'policy-law', 'tricks'] }))])
  expect(changes.find(({ kind }) => kind === 'session')?.data['topics']).toEqual(['tricks', 'policy-law'])
  const unseen = await phone.push(phone.set('session', server.newId(), session({ place: '\u200b' })))
  expect(unseen).toMatchObject({ answer: 'rejected', problems: [{ code: 'required', path: ['place'] }] })
})

test('[P39] a plan that no screen could read is refused, and a pack as it is shipped is taken', async () => {
  const server = await serverFixture()
  const office = await server.enrol('province', hue)
  const plan = adoptPack(await loadPack('003-thua-thien-hue'), { unit: hue, adoptedOn: '2026-11-22' })
  const refused = { answer: 'rejected', problems: [{ code: 'not-valid', path: ['pack'] }] }
  expect(await office.push(office.set('programme', server.newId(), { ...plan, pack: { hello: 'world' } }))).toMatchObject(refused)
  expect(await office.push(office.set('programme', server.newId(), { ...plan, pack: { ...plan.pack, indicators: [] } }))).toMatchObject(refused)
  expect(await office.push(office.set('programme', server.newId(), plan))).toMatchObject({ answer: 'applied' })
})
