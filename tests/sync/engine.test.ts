import { expect, test } from 'vitest'
import { storePort } from '../../src/client/store/port.ts'
import { getIdentity } from '../../src/client/store/read.ts'
import { createEngine } from '../../src/client/sync/engine.ts'
import { sendFork } from '../../src/client/sync/fork.ts'
import type { EnginePorts, StorePort } from '../../src/client/sync/ports.ts'
import { EVERY_MS, schedule } from '../../src/client/sync/schedule.ts'
import type { SyncStatus } from '../../src/client/sync/status.ts'
import { sendSync } from '../../src/client/sync/transport.ts'
import type { ProblemCode } from '../../src/model/problem.ts'
import { problem, problemTraits } from '../../src/model/problem.ts'
import { noteFigure } from '../fixture/figure.ts'
import { type Phone, takingIn } from '../fixture/phone.ts'
import { village } from '../fixture/village.ts'

const refusal = (code: ProblemCode, headers: Record<string, string> = {}) =>
  Response.json({ problem: problem(code) }, { status: problemTraits[code].status, headers })

const saveMany = async (phone: Phone, count: number) => {
  for (let place = 0; place < count; place += 1) await phone.save({ place: `Nhà ${place}` })
}

/** What a second engine on the same phone is made of. */
const portsOf = ({ environment: { now, random, isOnline, fetch }, timers: { timer }, errors }: Phone, store: StorePort): EnginePorts => ({
  now,
  random,
  isOnline,
  timer,
  store,
  transport: (request) => sendSync(fetch, request),
  fork: (request) => sendFork(fetch, request),
  lock: (work) => work(),
  onError: (error) => errors.push(error),
})

/** The end of the run that is under way, however it began. */
const rest = ({ engine }: Phone) => engine.sync()

test('[P62] a day of five sessions is one request, and an idle phone asks once', async () => {
  const { phone, server } = await village()
  await saveMany(phone, 5)
  expect(await phone.sync()).toEqual({ at: 'idle', sent: 5, toSend: 0 })
  expect(server.requests).toHaveLength(1)
  expect(await phone.sync()).toEqual({ at: 'idle', sent: 0, toSend: 0 })
  expect(server.requests.map(({ changes }) => changes.length)).toEqual([5, 0])
})

test('[P60] batches begin at fifty and double while they succeed', async () => {
  const { phone, server } = await village()
  await saveMany(phone, 170)
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 170 })
  expect(server.requests.map(({ changes }) => changes.length)).toEqual([50, 100, 20])
})

test('[F34] [P60] 413 halves down to one; the change that is too large alone waits for its person, and the others are sent', async (context) => {
  const { phone, server } = await village()
  server.intercept = ({ changes }) => (changes.some(({ n }) => n === 3) ? refusal('too-large') : undefined)
  await saveMany(phone, 6)
  expect(await phone.sync()).toMatchObject({ at: 'attention', toSend: 0 })
  const states = (await phone.store.outbox.orderBy('[device+n]').toArray()).map(({ state, problems }) => [state, problems?.[0]?.code])
  expect(states).toEqual([1, 2, 3, 4, 5, 6].map((n) => (n === 3 ? ['rejected', 'too-large'] : ['done', undefined])))
  expect(server.requests.length).toBeLessThan(12)
  noteFigure(context, 1, `one of six too large: ${server.requests.length} requests`)
})

test('after many lost requests a day of five sessions is still one request', async () => {
  const { phone, server } = await village()
  await saveMany(phone, 5)
  for (let turn = 0; turn < 8; turn += 1) {
    phone.network.next = 'request lost'
    await phone.sync()
  }
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 5 })
  expect(server.requests).toHaveLength(1)
})

test('one refused change does not hold the others', async () => {
  const { phone, server } = await village()
  server.refuse = ({ n }) => (n === 2 ? [problem('ended-unit', ['unit'])] : undefined)
  await saveMany(phone, 4)
  expect(await phone.sync()).toMatchObject({ at: 'attention', sent: 4, toSend: 0 })
  expect((await phone.store.outbox.orderBy('[device+n]').toArray()).map(({ state }) => state)).toEqual(['done', 'rejected', 'done', 'done'])
})

test('[P62] it reads page after page until there is no more', async () => {
  const { phone, server } = await village()
  await saveMany(phone, 1)
  await phone.sync()
  const [made] = [...server.rows.values()]
  for (let place = 0; place < 1_300; place += 1) server.tell({ ...made, id: `row ${place}` })
  await phone.sync()
  expect(server.requests.slice(1).map(({ cursor, want }) => [cursor, want])).toEqual([
    ['1', 500],
    ['501', 1_000],
  ])
  expect(await phone.store.records.count()).toBe(1_301)
})

test('[P62] a server that promises more and tells nothing is not asked for ever', async () => {
  const { phone, server } = await village()
  await phone.sync()
  const scope = (await getIdentity(phone.store))?.scope
  server.intercept = ({ nonce, cursor }) =>
    Response.json({
      protocol: 1,
      epoch: server.epoch,
      nonce,
      serverTime: 1,
      scope,
      results: [],
      fresh: false,
      changes: [],
      left: [],
      cursor,
      more: true,
      received: 0,
      last: null,
    })
  expect(await phone.sync()).toMatchObject({ at: 'waiting', lastProblem: { code: 'broken' } })
})

test('[P62] what is saved while a push is in flight goes with the next round of the same run', async () => {
  const { phone, server } = await village()
  await phone.save()
  let saved = 0
  phone.network.onTheWay = async () => {
    saved += 1
    if (saved <= 2) await phone.save()
  }
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 3, toSend: 0 })
  expect(server.requests.map(({ changes }) => changes.map(({ n }) => n))).toEqual([[1], [2], [3]])
})

test('a save in the last moment of a run, after all was counted, is sent without another reason to run', async () => {
  const { phone, server } = await village()
  const port = storePort(phone.store, takingIn)
  let counted = 0
  const store: StorePort = {
    ...port,
    async countPending() {
      const waiting = await port.countPending()
      counted += 1
      if (counted !== 3) return waiting
      await phone.save({ place: 'Sân đình' })
      engine.wake()
      return waiting
    },
  }
  const engine = createEngine(portsOf(phone, store))
  await engine.sync()
  await expect.poll(() => [...server.rows.values()].map(({ data }) => data['place'])).toEqual(['Sân đình'])
  await expect.poll(() => engine.get()).toMatchObject({ at: 'idle', toSend: 0 })
})

test('[P63] failures back off with full jitter, tell when the next try is, and recover by themselves', async () => {
  const { phone, server } = await village()
  await phone.save()
  server.intercept = () => new Response('Bad gateway', { status: 502 })
  const waits: number[] = []
  await phone.sync()
  for (let turn = 0; turn < 10; turn += 1) {
    const { nextTryAt = Number.NaN } = phone.engine.get()
    expect(phone.timers.due()).toEqual([nextTryAt])
    waits.push(nextTryAt - phone.clock.now)
    phone.timers.pass(nextTryAt - phone.clock.now)
    await rest(phone)
  }
  for (const [turn, wait] of waits.entries()) expect(wait).toBeLessThanOrEqual(Math.min(600_000, 5_000 * 2 ** turn))
  server.intercept = () => undefined
  phone.timers.pass(600_000)
  expect(await rest(phone)).toEqual({ at: 'idle', sent: 1, toSend: 0 })
  expect(phone.timers.due()).toEqual([])
})

test('waking while online tries at once, offline it only counts', async () => {
  const { phone, server } = await village()
  await phone.save()
  phone.network.isOnline = false
  expect(await phone.sync()).toMatchObject({ at: 'waiting', lastProblem: { code: 'no-connection' }, toSend: 1 })
  await phone.save()
  const due = phone.timers.due()
  phone.engine.wake()
  expect([due.length, phone.timers.due()]).toEqual([1, due])
  await expect.poll(() => phone.engine.get()).toMatchObject({ at: 'waiting', toSend: 2 })
  expect(phone.network.sent).toBe(0)
  phone.network.isOnline = true
  phone.engine.wake()
  expect(await rest(phone)).toMatchObject({ at: 'idle', sent: 2 })
  expect([server.requests.length, phone.timers.due()]).toEqual([1, []])
})

test('[P63] a busy server is left alone as long as it asked, except when the person taps', async () => {
  const { phone, server } = await village()
  await phone.save()
  server.intercept = () => refusal('busy', { 'retry-after': '30' })
  const { nextTryAt = 0, lastProblem } = await phone.sync()
  expect(lastProblem).toMatchObject({ code: 'busy', values: { seconds: 30 } })
  expect(nextTryAt - phone.clock.now).toBeGreaterThanOrEqual(30_000)
  server.intercept = () => undefined
  phone.clock.now += 29_000
  phone.engine.wake()
  expect([server.requests.length, phone.timers.due()]).toEqual([1, [nextTryAt]])
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 1 })
})

test.each([
  ['signed-out', 'signed-out'],
  ['too-old', 'too-old'],
] as const)('[P63] %s is shown, not tried again by itself, and loses nothing', async (code, at) => {
  const { phone, server } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  server.intercept = () => refusal(code)
  expect(await phone.sync()).toEqual({ at, sent: 0, toSend: 1, lastProblem: problem(code) })
  expect(phone.timers.due()).toEqual([])
  expect(await phone.get(id)).toMatchObject({ state: 'waiting', data: { place: 'Sân đình' } })
  server.intercept = () => undefined
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 1 })
})

test('a tap during a run joins it', async () => {
  const { phone, server } = await village()
  await phone.save()
  const [first, second] = await Promise.all([phone.sync(), phone.sync()])
  expect(first).toEqual(second)
  expect(server.requests).toHaveLength(1)
})

test('two tabs that sync at once without locks bring each change home once', async () => {
  const { phone, server } = await village()
  await saveMany(phone, 3)
  const other = createEngine(portsOf(phone, storePort(phone.store, takingIn)))
  await Promise.all([phone.sync(), other.sync()])
  expect([...server.taken.values()]).toEqual([1, 1, 1])
  expect((await phone.store.outbox.toArray()).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('listeners hear every change of the status, until they stop', async () => {
  const { phone } = await village()
  await phone.save()
  const heard: SyncStatus['at'][] = []
  const stop = phone.engine.subscribe(({ at }) => heard.push(at))
  await phone.sync()
  expect(heard).toEqual(['idle', 'sending', 'receiving', 'idle'])
  stop()
  await phone.sync()
  expect(heard).toHaveLength(4)
})

test('what should not happen is reported, shown as broken and tried again', async () => {
  const { phone } = await village()
  await phone.save()
  phone.network.onTheWay = async () => {
    phone.store.meta.hook('reading', () => {
      throw new TypeError('a bug of this build')
    })
  }
  expect(await phone.sync()).toMatchObject({ at: 'waiting', toSend: 1, lastProblem: { code: 'broken' } })
  expect(phone.errors.length).toBeGreaterThan(0)
})

test('the schedule wakes at the start, online, visible, after saves and every five minutes, until it is stopped', async () => {
  const { phone } = await village()
  let woken = 0
  const listeners = new Map<string, () => void>()
  const moment = (name: string) => (run: () => void) => {
    listeners.set(name, run)
    return () => listeners.delete(name)
  }
  const stop = schedule({ wake: () => (woken += 1) }, { online: moment('online'), visible: moment('visible'), saved: moment('saved') }, phone.timers.timer)
  expect(woken).toBe(1)
  for (const run of listeners.values()) run()
  expect(woken).toBe(4)
  phone.timers.pass(EVERY_MS)
  phone.timers.pass(EVERY_MS)
  expect(woken).toBe(6)
  stop()
  phone.timers.pass(EVERY_MS)
  expect([woken, listeners.size, phone.timers.due()]).toEqual([6, 0, []])
})
