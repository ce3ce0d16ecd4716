// Sums cut finer than the office holds them.

import { expect, test } from 'vitest'
import type { CellsAnswer } from '../../src/protocol/day-cells.ts'
import { PROTOCOL } from '../../src/protocol/sync.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1, aLuoi2, hoaVang, hue } from '../fixture/land.ts'
import { session, someBody } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const ask = (by: Device, more: object): Promise<Response> =>
  by.browser.fetch('/api/cells', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: PROTOCOL, account: by.account, device: by.device, unit: hue, from: '2026-11-15', to: '2026-11-30', cut: 'day', ...more }),
  })

const cellsFor = async (by: Device, more: object = {}): Promise<CellsAnswer['cells']> => {
  const response = await ask(by, more)
  expect(response.status).toBe(200)
  return ((await response.json()) as CellsAnswer).cells
}

test('[P97] the office is told a half-month day by day, and no record', async () => {
  const server = await serverFixture()
  const [commune, office] = [await server.enrol('official', aLuoi1), await server.enrol('province', hue)]
  for (const date of ['2026-11-14', '2026-11-16', '2026-11-16', '2026-11-20']) await commune.push(commune.set('session', server.newId(), session({ date })))
  const told = await cellsFor(office)
  expect(told.map(({ unit, date, organisation, values }) => [unit, date, organisation, values['sessions'], values['attendance']])).toEqual([
    [aLuoi1, '2026-11-16', someBody, 2, 80],
    [aLuoi1, '2026-11-20', someBody, 1, 40],
  ])
  expect(await cellsFor(office, { unit: aLuoi2 })).toEqual([])
})

test('[P97] by what sessions were about and for whom, over any dates', async () => {
  const server = await serverFixture()
  const [commune, office] = [await server.enrol('official', aLuoi1), await server.enrol('province', hue)]
  await commune.push(commune.set('session', server.newId(), session({ topics: ['tricks', 'hotlines'], targetGroups: ['women'] })))
  await commune.push(commune.set('session', server.newId(), session({ date: '2026-02-03' })))
  const [all, ...more] = await cellsFor(office, { cut: 'content', from: '2026-01-01', to: '2026-11-20' })
  expect(more).toEqual([])
  expect(all).toMatchObject({
    unit: hue,
    date: '2026-01-01',
    values: { sessions: 2, 'topic.tricks': 2, 'topic.hotlines': 1, 'target-group.women': 1, 'form.direct-talk': 2 },
  })
  expect(all?.values['topic-attendance.hotlines']).toBe(40)
})

test('[P97] who does not read the province by its sums is told none, and nobody of another province', async () => {
  const server = await serverFixture()
  const office = await server.enrol('province', hue)
  const asked = async (by: Device, more: object = {}) => (await ask(by, more)).status
  for (const by of [await server.enrol('official', aLuoi1), await server.enrol('collaborator', aLuoi1)]) expect(await asked(by, { unit: aLuoi1 })).toBe(403)
  expect(await asked(await server.enrol('observer', hue))).toBe(403)
  expect(await asked(office, { unit: hoaVang })).toBe(403)
  expect(await asked(office, { from: '2026-10-15', to: '2026-10-31' })).toBe(200)
  expect(await asked(office, { from: '2026-10-14', to: '2026-10-31' })).toBe(400)
  expect(await asked(office, { from: '2026-12-01' })).toBe(400)
  expect(await asked(office, { cut: 'person' })).toBe(400)
})
