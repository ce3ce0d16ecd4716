// Single records, opened by the office: what is told, to whom, and what the audit has of it.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import type { OpenAnswer } from '../../src/protocol/opened.ts'
import { PROTOCOL } from '../../src/protocol/sync.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1, aLuoi2, hoaVang, hue } from '../fixture/land.ts'
import { session, site, village } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

const quarter = { kind: 'session', unit: aLuoi1, from: '2026-10-01', to: '2026-12-31', want: 30 } as const

const ask = (by: Device, more: object = {}): Promise<Response> =>
  by.browser.fetch('/api/records', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL, account: by.account, device: by.device, ...quarter, ...more }),
  })

const open = async (by: Device, more: object = {}): Promise<OpenAnswer> => {
  const response = await ask(by, more)
  expect(response.status).toBe(200)
  return (await response.json()) as OpenAnswer
}

const refusal = async (by: Device, more: object = {}): Promise<unknown> => {
  const response = await ask(by, more)
  const { problem } = (await response.json()) as { problem: { code: string } }
  return [response.status, problem.code]
}

let server: ServerFixture
let office: Device
let commune: Device

beforeEach(async () => {
  server = await serverFixture()
  office = await server.enrol('province', hue, { organisation: server.newId() })
  commune = await server.enrol('official', aLuoi1)
})

const log = async (by: Device, more: Fields = {}): Promise<string> => {
  const id = server.newId()
  await by.push(by.set('session', id, session(more)))
  return id
}

const noted = async (): Promise<object[]> => {
  const rows = await server.database.read((sql) =>
    sql.all("SELECT at, event, account, device, detail FROM audit WHERE event IN ('opened', 'refused') ORDER BY rowid"),
  )
  return rows.map(({ detail, ...rest }) => ({ ...rest, detail: JSON.parse(String(detail)) }))
}

test('[P95] the office opens the sessions of a commune and its villages in a period, without what is sensitive', async () => {
  const thon = server.newId()
  await commune.push(commune.set('unit', thon, village()))
  const inCommune = await log(commune, { note: 'Ghi chú riêng', facilitators: 'Chị Hoa' })
  const inVillage = await log(commune, { unit: thon })
  const removed = await log(commune)
  await commune.push(commune.remove('session', removed))
  await log(commune, { date: '2026-09-30' })
  await log(await server.enrol('official', aLuoi2), { unit: aLuoi2 })
  const { records, next } = await open(office)
  expect(records.map(({ id }) => id)).toEqual([inCommune, inVillage])
  expect(next).toBeNull()
  expect(records[0]).toMatchObject({ kind: 'session', version: 1, author: commune.account, data: { counts: { total: 40 } } })
  expect(JSON.stringify(records)).not.toMatch(/Ghi chú riêng|Chị Hoa/)
  expect((await open(office, { unit: thon })).records.map(({ id }) => id)).toEqual([inVillage])
  expect((await open(office, { unit: hue })).records).toHaveLength(3)
})

test('[P95] page by page each record comes once, and what nobody wanted is not told', async () => {
  const ids = []
  for (const day of ['2026-10-02', '2026-10-03', '2026-10-04']) ids.push(await log(commune, { date: day }))
  const first = await open(office, { want: 2 })
  const second = await open(office, { want: 2, after: first.next })
  expect([first, second].map(({ records }) => records.map(({ id }) => id))).toEqual([ids.slice(0, 2), ids.slice(2)])
  expect(second.next).toBeNull()
})

test('[P95] a model counts from the beginning, where no first day is asked', async () => {
  const club = server.newId()
  await commune.push(commune.set('site', club, site()))
  expect((await open(office, { kind: 'site' })).records).toEqual([])
  expect((await open(office, { kind: 'site', from: undefined })).records.map(({ id }) => id)).toEqual([club])
})

describe('who asks for what is not hers to open', () => {
  test('[P95] collaborators, officials and observers open nothing by this way', async () => {
    await log(commune)
    for (const by of [commune, await server.enrol('collaborator', aLuoi1), await server.enrol('observer', hue)])
      expect(await refusal(by)).toEqual([403, 'not-allowed'])
  })

  test('[P95] a unit or a village of another province, and one that is not there, are refused alike', async () => {
    const elsewhere = await server.enrol('official', hoaVang)
    const thon = server.newId()
    await elsewhere.push(elsewhere.set('unit', thon, village({ parent: hoaVang })))
    await log(elsewhere, { unit: thon })
    for (const unit of [hoaVang, thon, server.newId(), '99@2025-07-01']) expect(await refusal(office, { unit })).toEqual([403, 'out-of-scope'])
  })

  test('[P95] kinds that make no figure, and kinds that there are not, are not opened', async () => {
    for (const kind of ['person', 'plan', 'submission']) expect(await refusal(office, { kind })).toEqual([403, 'not-allowed'])
    expect(await refusal(office, { kind: 'victim' })).toEqual([400, 'not-protocol'])
  })

  test('[P95] a page has at most a hundred, and a number that is none is no page', async () => {
    for (const more of [{ want: 101 }, { want: 0 }, { after: -1 }, { after: 1.5 }, { to: 'hôm nay' }])
      expect(await refusal(office, more)).toEqual([400, 'not-protocol'])
  })

  test('[P95] a revoked device is signed out, a role that has ended opens nothing', async () => {
    const gone = await server.enrol('province', hue, { to: '2026-11-21' })
    expect(await refusal(gone)).toEqual([403, 'out-of-scope'])
    await server.database.write((sql) => sql.run('UPDATE device SET revoked_at = ? WHERE id = ?', server.clock.now(), office.device))
    expect(await refusal(office)).toEqual([401, 'signed-out'])
  })
})

test('[P96] each opening is in the audit: who, by which device, when, what of which unit and period, and how many', async () => {
  await log(commune)
  await open(office)
  await refusal(office, { unit: hoaVang })
  const { unit, kind, from, to } = quarter
  const by = { at: server.clock.now(), account: office.account, device: office.device }
  expect(await noted()).toEqual([
    { ...by, event: 'opened', detail: { unit, kind, from, to, count: 1 } },
    { ...by, event: 'refused', detail: { unit: hoaVang, kind, from, to, problem: 'out-of-scope' } },
  ])
})

test('[P96] what can not be noted is not told', async () => {
  await log(commune)
  await server.database.write((sql) => sql.run("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END"))
  expect((await ask(office)).status).toBe(500)
})
