// What must hold of every write, whatever IndexedDB it runs on: in Node on a simulated one, in Chromium on the real one.

import { expect, test } from 'vitest'
import { write } from '../../src/client/store/breaker.ts'
import { openDatabase } from '../../src/client/store/database.ts'
import { dropDraft, getDraft, putDraft } from '../../src/client/store/draft.ts'
import { getOutbox, listSessions } from '../../src/client/store/read.ts'
import { removeRecord } from '../../src/client/store/save.ts'
import { loadUnitBook } from '../../src/client/store/units.ts'
import { noteFigure } from '../fixture/figure.ts'
import type { Ground } from '../fixture/phone.ts'
import { session } from '../fixture/sample.ts'
import { village } from '../fixture/village.ts'

/** `fresh` is a place for a database that no other test uses; `watch` is told of each transaction of databases opened since. */
export interface Engine {
  fresh(): Ground
  watch(told: (tables: string[], mode: string, options: unknown) => void): () => void
}

/** What a key made of a PIN takes. */
async function slowSeal(): Promise<unknown> {
  const pin = await crypto.subtle.importKey('raw', new Uint8Array(6), 'PBKDF2', false, ['deriveBits'])
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(16), iterations: 100_000 }, pin, 256)
}

export function transactionTests({ fresh, watch }: Engine): void {
  const home = () => village({ ground: fresh() })
  const fullDisk = () => {
    throw new DOMException('No space left', 'QuotaExceededError')
  }

  test('a save is one strict transaction: the outbox first, then the record and what it adds to the figures', async () => {
    const transactions: unknown[] = []
    const stop = watch((tables, mode, options) => mode === 'readwrite' && transactions.push({ tables: [...tables].sort(), options }))
    const { phone } = await home()
    const written: string[] = []
    phone.store.outbox.hook('creating', () => void written.push('outbox'))
    phone.store.records.hook('creating', () => void written.push('record'))
    phone.store.localSummaries.hook('creating', () => void written.push('summary'))
    transactions.length = 0
    const saved = await phone.trySave(session())
    stop()
    expect(saved.ok).toBe(true)
    expect(written).toEqual(['outbox', 'record', 'summary'])
    expect(transactions).toEqual([{ tables: ['localSummaries', 'meta', 'outbox', 'records'], options: { durability: 'strict' } }])
  })

  test.each(['records', 'outbox', 'meta', 'localSummaries'] as const)('when writing to %s fails, nothing at all of the save is stored', async (table) => {
    const { phone } = await home()
    phone.store[table].hook('creating', fullDisk)
    expect(await phone.trySave(session())).toMatchObject({ ok: false, problem: [{ code: 'storage-failed' }] })
    const again = await phone.restart()
    expect([await again.store.outbox.count(), await again.store.records.count()]).toEqual([0, 0])
    expect((await again.save()).state).toBe('waiting')
    expect((await again.store.outbox.toArray()).map(({ n }) => n)).toEqual([1])
  })

  test('after the first storage error nothing is written any more until the app is loaded again, and reading goes on', async () => {
    const transactions: string[] = []
    const stop = watch((_, mode) => transactions.push(mode))
    const { phone } = await home()
    await phone.save({ place: 'Sân đình' })
    const told: unknown[] = []
    phone.store.breaker.onTrip((cause) => told.push(cause))
    phone.store.outbox.hook('creating', fullDisk)
    await phone.trySave(session({ place: 'Chợ' }))
    phone.store.outbox.hook('creating').unsubscribe(fullDisk)
    transactions.length = 0
    expect(await phone.trySave(session({ place: 'Chợ' }))).toMatchObject({ ok: false, problem: [{ code: 'storage-failed' }] })
    expect(await putDraft(phone.store, 'session:new', {}, 1)).toMatchObject({ ok: false, problem: { code: 'storage-failed' } })
    stop()
    expect(transactions.filter((mode) => mode !== 'readonly')).toEqual([])
    expect(told).toHaveLength(1)
    expect((await listSessions(phone.store)).map(({ data }) => data.place)).toEqual(['Sân đình'])
    expect((await (await phone.restart()).save({ place: 'Chợ' })).state).toBe('waiting')
  })

  test('a bug is no storage error: it is seen, stores nothing, and the next save works', async () => {
    const { phone } = await home()
    const bug = () => {
      throw new TypeError('undefined is not a function')
    }
    phone.store.records.hook('creating', bug)
    await expect(phone.trySave(session())).rejects.toThrow('undefined is not a function')
    phone.store.records.hook('creating').unsubscribe(bug)
    expect(await phone.store.outbox.count()).toBe(0)
    expect((await phone.save()).state).toBe('waiting')
  })

  test('what was said to be saved is there after the app is killed, and so is the draft', async () => {
    const { phone } = await home()
    const { id } = await phone.save({ place: 'Nhà văn hoá thôn' })
    await putDraft(phone.store, 'session:new', { place: 'Trường tiểu ' }, 7)
    const again = await phone.restart()
    expect(await again.get(id)).toMatchObject({ state: 'waiting', data: { place: 'Nhà văn hoá thôn' } })
    expect(await getOutbox(again.store)).toEqual({ waiting: 1, attention: 0, unsentRecords: 1 })
    expect(await getDraft(again.store, 'session:new')).toEqual({ key: 'session:new', value: { place: 'Trường tiểu ' }, at: 7 })
  })

  test('[F13] with slow sealing going on beside it, every way of writing is one transaction, whole and ended by itself', async (context) => {
    const begun: string[] = []
    const stop = watch((_, mode) => mode === 'readwrite' && begun.push(mode))
    const { phone } = await home()
    const units = (await loadUnitBook(phone.store)).lookup
    const { id } = await phone.save({ place: 'Sân đình' })
    const ways = [
      () => phone.trySave(session({ place: 'Chợ' })),
      () => phone.trySave({ id, ...session({ place: 'Trường' }) }),
      () => removeRecord(phone.store, phone.environment, units, id),
      () => putDraft(phone.store, 'session:new', { place: 'Sân' }, 7),
      () => dropDraft(phone.store, 'session:new'),
    ]
    begun.length = 0
    for (const way of ways) {
      const sealing = [slowSeal(), slowSeal(), slowSeal()]
      expect((await way()).ok).toBe(true)
      await Promise.all(sealing)
    }
    stop()
    expect(begun).toHaveLength(ways.length)
    noteFigure(context, ways.length, `0 of ${ways.length} ended early`)
  })

  test('[F13] a transaction that waits for something foreign in between is never said to be saved', async () => {
    const { phone } = await home()
    const { store } = phone
    const slowly = write(store, [store.drafts], async (): Promise<true> => {
      await store.drafts.put({ key: 'session:new', value: {}, at: 1 })
      await slowSeal()
      await store.drafts.put({ key: 'site:new', value: {}, at: 1 })
      return true
    })
    expect(await slowly).toMatchObject({ ok: false, problem: { code: 'storage-failed' } })
  })

  test('twenty saves at once are numbered without a gap', async () => {
    const { phone } = await home()
    await Promise.all(Array.from({ length: 20 }, (_, place) => phone.save({ place: `Nhà ${place}` })))
    const entries = await phone.store.outbox.orderBy('[device+n]').toArray()
    expect(entries.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, place) => place + 1))
    expect(entries.map(({ change }) => change.prev)).toEqual([null, ...entries.slice(0, -1).map(({ id }) => id)])
  })

  test('[P64] an answer is taken in whole or not at all', async () => {
    const { phone, server } = await home()
    const { id } = await phone.save()
    phone.store.records.hook('updating', fullDisk)
    expect(await phone.sync()).toMatchObject({ at: 'waiting', lastProblem: { code: 'storage-failed' } })
    const again = await phone.restart()
    expect(await again.get(id)).toMatchObject({ state: 'waiting', version: null })
    expect(await again.store.meta.get('cursor')).toBeUndefined()
    await again.sync()
    expect(await again.get(id)).toMatchObject({ state: 'sent', version: 1 })
    expect([...server.taken.values()]).toEqual([1])
  })

  test('a database of a newer build is refused and stays as it was', async () => {
    const ground = fresh()
    const { phone } = await village({ ground })
    await phone.save()
    phone.store.close()
    await raise(ground, 9_000)
    expect(await openDatabase(ground.name, ground.opening)).toEqual({ ok: false, problem: { code: 'newer' } })
    expect(await countRecords(ground)).toEqual({ version: 9_000, records: 1 })
  })

  test('a database that opens too late is told as slow, and is not left open', async () => {
    const { name, opening } = fresh()
    const atOnce = (run: () => void) => {
      run()
      return () => undefined
    }
    const late = await openDatabase(name, { ...opening, timer: atOnce })
    expect(late).toEqual({ ok: false, problem: { code: 'slow' } })
    const opened = await openDatabase(name, opening)
    expect(opened.ok).toBe(true)
    if (opened.ok) await opened.value.delete()
    expect((await factoryOf({ name, opening }).databases()).map((database) => database.name)).not.toContain(name)
  })
}

const factoryOf = ({ opening }: Ground): IDBFactory => opening.indexedDB ?? indexedDB

/** What a newer build's upgrade leaves behind. */
function raise(ground: Ground, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = factoryOf(ground).open(ground.name, version)
    asked.onupgradeneeded = () => asked.result.createObjectStore('photos')
    asked.onsuccess = () => resolve(asked.result.close())
    asked.onerror = () => reject(asked.error)
  })
}

function countRecords(ground: Ground): Promise<{ version: number; records: number }> {
  return new Promise((resolve, reject) => {
    const asked = factoryOf(ground).open(ground.name)
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      const { version } = asked.result
      const counted = asked.result.transaction('records').objectStore('records').count()
      counted.onsuccess = () => {
        asked.result.close()
        resolve({ version, records: counted.result })
      }
    }
  })
}
