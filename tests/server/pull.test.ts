import { expect, test } from 'vitest'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { baseline, organisation, session, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

test('[P51] a second phone receives page by page, in order, and each record once', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const ids = Array.from({ length: 7 }, () => server.newId())
  await phone.sync(ids.map((id) => phone.set('session', id, session())))
  const second = await server.enrolAgain(phone.account)
  const seen: string[] = []
  let cursor: string | null = null
  let pages = 0
  for (let more = true; more; pages++) {
    const answer = await second.sync([], { cursor, want: 3 })
    expect(answer.changes.length).toBeLessThanOrEqual(3)
    seen.push(...answer.changes.map(({ id }) => id))
    ;({ cursor, more } = answer)
  }
  expect(seen).toEqual(ids)
  expect(pages).toBe(3)
  expect((await second.sync([], { cursor })).changes).toEqual([])
})

test('[P51] only the newest state of a record travels', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  await phone.sync([phone.set('session', id, session()), phone.set('session', id, { place: 'Chợ' })])
  expect((await phone.sync()).changes).toMatchObject([{ id, version: 2, data: { place: 'Chợ' } }])
})

test('[P53] the cursor moves past what the phone may not see', async () => {
  const server = await serverFixture()
  const [phone, sibling] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi2)]
  const before = (await phone.sync()).cursor
  await sibling.sync([1, 2, 3].map(() => sibling.set('session', server.newId(), session({ unit: aLuoi2 }))))
  const idle = await phone.sync([], { cursor: before })
  expect(idle).toMatchObject({ changes: [], more: false })
  expect(idle.cursor).not.toBe(before)
  expect((await phone.sync([], { cursor: idle.cursor })).cursor).toBe(idle.cursor)
})

test('[P47] everybody in the province reads its organisations, and the baselines of and above their commune', async () => {
  const server = await serverFixture()
  const [province, phone] = [await server.enrol('province', hue), await server.enrol('collaborator', aLuoi1)]
  const [body, ofProvince, ofCommune, ofSibling] = [server.newId(), server.newId(), server.newId(), server.newId()]
  await province.sync([
    province.set('organisation', body, organisation({ unit: aLuoi2 })),
    province.set('baseline', ofProvince, baseline()),
    province.set('baseline', ofCommune, baseline({ unit: aLuoi1 })),
    province.set('baseline', ofSibling, baseline({ unit: aLuoi2 })),
  ])
  expect((await phone.sync()).changes.map(({ id }) => id)).toEqual([body, ofProvince, ofCommune])
  expect((await province.sync()).changes.map(({ id }) => id)).toEqual([body, ofProvince, ofCommune, ofSibling])
})

test('[P46] a collaborator of one village belongs to its whole commune', async () => {
  const server = await serverFixture()
  const office = await server.enrol('official', aLuoi1)
  const home = server.newId()
  await office.sync([office.set('unit', home, village()), office.set('session', server.newId(), session())])
  const phone = await server.enrol('collaborator', aLuoi1)
  await server.database.write((sql) => sql.run('UPDATE role SET unit = ? WHERE account = ?', home, phone.account))
  expect((await phone.sync()).changes.map(({ kind }) => kind)).toEqual(['unit', 'session'])
})

test('[P52] a new role brings the records that lie behind the old cursor', async () => {
  const server = await serverFixture()
  const [phone, sibling] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi2)]
  const id = server.newId()
  await sibling.push(sibling.set('session', id, session({ unit: aLuoi2 })))
  const { cursor } = await phone.sync()
  await server.database.write((sql) =>
    sql.run("INSERT INTO role (account, role, unit, from_date) VALUES (?, 'collaborator', ?, '2026-11-01')", phone.account, aLuoi2),
  )
  const answer = await phone.sync([], { cursor })
  expect(answer.changes.map((row) => row.id)).toEqual([id])
  expect(answer.scope.roles).toHaveLength(2)
})

test('[P52] a cursor of another epoch, another feed or nonsense means reading from the start', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const id = server.newId()
  const { cursor } = await phone.sync([phone.set('session', id, session())])
  const odd = [
    { cursor, epoch: server.newId() },
    { cursor, epoch: null },
    { cursor: cursor.replace(/^[^:]+/, server.newId()) },
    { cursor: cursor.replace(/:1:/, ':999:') },
    { cursor: cursor.replace(/:1:/, ':-1:') },
    { cursor: 'nonsense' },
  ]
  for (const more of odd) expect((await phone.sync([], more)).changes.map((row) => row.id)).toEqual([id])
  expect((await phone.sync([], { cursor })).changes).toEqual([])
})

test('[P54] the answer carries our nonce, the server’s time, its epoch and whom the phone acts for', async () => {
  const server = await serverFixture({ today: '2026-11-22' })
  const phone = await server.enrol('collaborator', aLuoi1, { name: 'Cộng tác viên xã A Lưới 1' })
  const answer = await phone.sync([], { nonce: 'sixteen-signs-ok' })
  expect(answer).toMatchObject({ protocol: 1, nonce: 'sixteen-signs-ok', serverTime: server.clock.now(), epoch: phone.epoch, received: 0 })
  expect(answer.scope).toEqual({
    account: phone.account,
    name: 'Cộng tác viên xã A Lưới 1',
    organisation: phone.scope.organisation,
    province: hue,
    practice: false,
    roles: [{ role: 'collaborator', unit: aLuoi1, from: '2026-01-01' }],
  })
})
