import { expect, test } from 'vitest'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { linePhone } from '../fixture/line-phone.ts'
import { listeningServer } from '../fixture/listening-server.ts'
import type { Phone } from '../fixture/phone.ts'
import { type Answered, proxyTo, rawAnswer } from '../fixture/proxy.ts'

const everything = ({ store }: Phone): Promise<unknown[]> =>
  Promise.all([store.meta.toArray(), store.records.toArray(), store.outbox.toArray(), store.localSummaries.toArray()])

/** An official's phone with a session of its own to send and those of a collaborator to read. */
async function commune(packing: string) {
  const server = await listeningServer()
  const line = await proxyTo(server.origin)
  const other = await linePhone(server, server.origin, 'collaborator', aLuoi1)
  for (const place of ['Sân đình', 'Chợ', 'Trường', 'Bến đò', 'Nhà văn hoá']) await other.save({ place, note: 'Đông vui '.repeat(10) })
  await other.sync()
  const phone = await linePhone(server, line.origin, 'official', aLuoi1, { 'accept-encoding': packing })
  await phone.save({ place: 'Đồi' })
  // Its change is taken with the first of the lost answers; from then on each answer is as long as the other.
  let whole: Answered | undefined
  line.meet = async (_, pass) => {
    whole = await pass()
    return undefined
  }
  await phone.sync()
  await phone.sync()
  return { line, phone, whole }
}

const cases = [
  { packing: 'identity', manner: 'the line breaks' },
  { packing: 'gzip', manner: 'the line breaks' },
  { packing: 'br', manner: 'the line breaks' },
  { packing: 'identity', manner: 'a proxy says that this was all' },
  { packing: 'gzip', manner: 'a proxy says that this was all' },
  { packing: 'br', manner: 'a proxy says that this was all' },
]

test.for(cases)('[F26] an answer ($packing) is cut off at any byte, $manner: the phone stands where it stood', async ({ packing, manner }, context) => {
  const { line, phone, whole } = await commune(packing)
  if (!whole) throw new Error('The server did not answer.')
  const isBroken = manner === 'the line breaks'
  const lengthOf = (answered: Answered) => (isBroken ? rawAnswer(answered).length : answered.body.length)
  const before = await everything(phone)
  let [runs, missing] = [0, lengthOf(whole)]
  for (let at = 0; missing > 1; at += times(Math.ceil(lengthOf(whole) / 16), 1)) {
    line.meet = async (_, pass) => {
      const answered = await pass()
      if (!answered) return undefined
      // Packed answers differ in length by a few bytes: the last cut leaves out one byte of whichever came.
      const cutAt = Math.min(at, lengthOf(answered) - 1)
      missing = lengthOf(answered) - cutAt
      return isBroken ? { ...answered, cutAt } : { ...answered, body: answered.body.subarray(0, cutAt) }
    }
    const { at: state } = await phone.sync()
    // The last bytes of a packed body (gzip: a mark of the end, a checksum, a length) say nothing more: all of the message is there.
    if (state === 'idle' && !isBroken && packing !== 'identity' && missing <= 12) break
    runs += 1
    expect([at, await everything(phone)]).toEqual([at, before])
  }
  line.meet = (_, pass) => pass()
  expect(await phone.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  expect((await phone.store.records.toArray()).map(({ data }) => data['place']).sort()).toEqual(
    ['Sân đình', 'Chợ', 'Trường', 'Bến đò', 'Nhà văn hoá', 'Đồi'].sort(),
  )
  noteFigure(context, runs, `${packing}, ${manner}: 0 of ${runs} moved anything`)
})
