// Opening a database that does not open at once: asked again with patience, given up in time, never deleted.

import { expect, test } from 'vitest'
import { type OpenFailure, openDatabase, type Store } from '../../src/client/store/database.ts'
import type { Result } from '../../src/model/result.ts'
import { noteFigure } from '../fixture/figure.ts'
import { type Ground, ownGround, testTimers } from '../fixture/phone.ts'
import { village } from '../fixture/village.ts'

type Open = IDBFactory['open']

/** A phone with a saved session, whose browser answers open() as a test says. */
async function strained(answer: (asked: number, open: Open) => ReturnType<Open>) {
  const ground = ownGround()
  const { phone } = await village({ ground })
  await phone.save({ place: 'Sân đình' })
  phone.store.close()
  const own = ground.opening.indexedDB
  if (!own) throw new Error('The ground has no database')
  const asked: number[] = []
  let deleted = 0
  const clock = { now: 0 }
  const timers = testTimers(clock)
  const indexedDB: IDBFactory = {
    cmp: (first, second) => own.cmp(first, second),
    databases: () => own.databases(),
    deleteDatabase: (name) => {
      deleted += 1
      return own.deleteDatabase(name)
    },
    open: (name, version) => {
      asked.push(clock.now)
      return answer(asked.length, () => own.open(name, version))
    },
  }
  const strainedGround: Ground = { ...ground, opening: { ...ground.opening, indexedDB, timer: timers.timer } }
  const opening = openDatabase(strainedGround.name, strainedGround.opening)
  /** Lets time pass until it has opened or given up; when that was, in ms. */
  const end = async (): Promise<{ opened: Result<Store, OpenFailure>; after: number }> => {
    let opened: Result<Store, OpenFailure> | undefined
    void opening.then((ended) => (opened = ended))
    for (let step = 0; step < 600 && !opened; step += 1) {
      await turns()
      if (!opened) timers.pass(100)
    }
    if (!opened) throw new Error('It neither opened nor gave up within a minute')
    return { opened, after: clock.now }
  }
  return { asked, end, deletions: () => deleted }
}

/** Whatever is ready runs; the simulated database answers in tasks of its own. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

const silent = (): IDBOpenDBRequest => new EventTarget() as unknown as IDBOpenDBRequest // Never fires: nothing else of it is used.

function refused(): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), {
    error: new DOMException('Internal error opening backing store', 'UnknownError'),
    onerror: null as ((event: Event) => void) | null,
  })
  queueMicrotask(() => request.onerror?.(new Event('error', { cancelable: true })))
  return request as unknown as IDBOpenDBRequest // All of a request that is looked at once it has failed.
}

test('[F11] a browser that never answers open() is asked again, and given up after 20 seconds with a message', async (context) => {
  const phone = await strained(silent)
  const { opened, after } = await phone.end()
  expect(opened).toEqual({ ok: false, problem: { code: 'slow' } })
  expect(after).toBeLessThanOrEqual(20_000)
  expect([phone.asked, phone.deletions()]).toEqual([[0, 5000, 10_000], 0])
  noteFigure(context, 1, `message after ${after / 1000} s, asked 3 times`)
})

test('[F11] a first open() that hangs is overtaken by the next one', async () => {
  const phone = await strained((asked, open) => (asked === 1 ? silent() : open('')))
  const { opened, after } = await phone.end()
  expect([opened.ok, after < 6000]).toEqual([true, true])
  if (opened.ok) expect(await opened.value.records.count()).toBe(1)
})

test('[F5] a database that cannot be read is tried three times more with growing pauses, then told; nothing is deleted', async (context) => {
  const phone = await strained(refused)
  const { opened, after } = await phone.end()
  expect(opened).toMatchObject({ ok: false, problem: { code: 'failed', cause: { name: 'UnknownError' } } })
  expect([phone.asked, phone.deletions()]).toEqual([[0, 500, 2000, 6000], 0])
  noteFigure(context, 1, `3 reopens, message after ${after / 1000} s, 0 deletions`)
})

test('[F5] one that can be read again at the third try opens with everything in it', async () => {
  const phone = await strained((asked, open) => (asked < 3 ? refused() : open('')))
  const { opened } = await phone.end()
  expect(opened.ok).toBe(true)
  if (opened.ok) expect((await opened.value.records.toArray()).map(({ data }) => data['place'])).toEqual(['Sân đình'])
})
