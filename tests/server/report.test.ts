import { expect, test } from 'vitest'
import { frozen } from '../fixture/frozen.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { serverFixture } from '../fixture/server.ts'

test('[P39] a report whose hash is not its paper’s is refused; withdrawing it leaves it as it was', async () => {
  const server = await serverFixture()
  const official = await server.enrol('official', aLuoi1)
  const [good, bad] = [server.newId(), server.newId()]
  const touched = frozen({ paper: `${frozen()['paper']} ` })
  expect(await official.push(official.set('report', bad, touched))).toMatchObject({ answer: 'rejected', problems: [{ code: 'not-valid', path: ['hash'] }] })
  expect(await official.push(official.set('report', good, frozen()))).toMatchObject({ answer: 'applied' })
  const on = { base: { epoch: official.epoch, version: 1 } }
  expect(await official.push(official.set('report', good, { paper: 'x' }, on))).toMatchObject({ answer: 'rejected', problems: [{ code: 'fixed-field' }] })
  expect(await official.push(official.set('report', good, { state: 'withdrawn', why: 'Nhầm kỳ' }, on))).toMatchObject({ answer: 'applied' })
  const elsewhere = frozen({ unit: aLuoi2 })
  expect(await official.push(official.set('report', server.newId(), elsewhere))).toMatchObject({ answer: 'rejected', problems: [{ code: 'out-of-scope' }] })
})
