import { expect, test } from 'vitest'
import { MOST_CHANGES } from '../../src/protocol/sync.ts'
import { readUnitFile } from '../../src/protocol/units.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

test('[P23] a change with a member too many, too few or of another form is not taken, and its neighbours are', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const whole = () => phone.set('session', server.newId(), session())
  const { prev: _, ...without } = whole()
  const odd = [{ ...whole(), colour: 'red' }, without, { ...whole(), n: 0 }, { ...whole(), base: { epoch: phone.epoch } }, { ...whole(), remove: true }]
  const { results } = await phone.sync([...odd, whole()])
  expect(results.slice(0, -1)).toMatchObject(odd.map(({ id }) => ({ id, answer: 'rejected', problems: [{ code: 'not-valid' }] })))
  expect(results.at(-1)).toMatchObject({ answer: 'applied' })
})

test('[P22] a change that can’t even be named fails the whole request, and so does one change too many', async () => {
  const server = await serverFixture()
  const phone = await server.enrol('collaborator', aLuoi1)
  const change = phone.set('session', server.newId(), session())
  for (const changes of [[{ ...change, id: 'x' }], Array.from({ length: MOST_CHANGES + 1 }, () => change)]) {
    const response = await phone.post(phone.request(changes))
    expect([response.status, await response.json()]).toMatchObject([400, { problem: { code: 'not-protocol' } }])
  }
  expect(await phone.sync()).toMatchObject({ changes: [], received: 0 })
})

test('[P70] a unit’s id is its code and the day from which it holds, and communes come by code', () => {
  const file = {
    code: '46',
    type: 'thanh-pho',
    name: 'Huế',
    formerNames: ['Tỉnh Thừa Thiên Huế'],
    communes: [
      ['20056', 'xa', 'A Lưới 1', []],
      ['20044', 'xa', 'A Lưới 2', ['Xã Hồng Bắc']],
    ],
  }
  expect(readUnitFile(file)).toEqual([
    { id: hue, code: '46', level: 'province', type: 'thanh-pho', name: 'Huế', formerNames: ['Tỉnh Thừa Thiên Huế'], validFrom: '2025-07-01' },
    {
      id: '20044@2025-07-01',
      code: '20044',
      level: 'commune',
      type: 'xa',
      name: 'A Lưới 2',
      parent: hue,
      formerNames: ['Xã Hồng Bắc'],
      validFrom: '2025-07-01',
    },
    { id: aLuoi1, code: '20056', level: 'commune', type: 'xa', name: 'A Lưới 1', parent: hue, formerNames: [], validFrom: '2025-07-01' },
  ])
})
