// A connection that is lost, handed over or found without its data: what must hold on any IndexedDB.

import type { Transaction } from 'dexie'
import { expect, test } from 'vitest'
import type { OtherTabs } from '../../src/client/store/breaker.ts'
import type { Ending } from '../../src/client/store/connection.ts'
import { openDatabase, type Store } from '../../src/client/store/database.ts'
import { putDraft } from '../../src/client/store/draft.ts'
import { getOutbox, listSessions } from '../../src/client/store/read.ts'
import { save } from '../../src/client/store/save.ts'
import { loadUnitBook } from '../../src/client/store/units.ts'
import { noteFigure } from '../fixture/figure.ts'
import type { Ground, Phone } from '../fixture/phone.ts'
import { session } from '../fixture/sample.ts'
import { village } from '../fixture/village.ts'

export interface Engine {
  fresh(): Ground
  /** Closes a connection as a browser does that lost its storage process. */
  sever(db: IDBDatabase): void
}

const factoryOf = ({ opening }: Ground): IDBFactory => opening.indexedDB ?? indexedDB

const answered = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

/** What another tab with a newer build does; resolves when it has the database. */
function openNewer(ground: Ground): Promise<IDBDatabase> {
  const asked = factoryOf(ground).open(ground.name, 9_000)
  asked.onupgradeneeded = () => asked.result.createObjectStore('photos')
  return answered(asked)
}

const notStored = { ok: false, problem: { code: 'storage-failed' } }

const connectionOf = (store: Store): IDBDatabase => store.backendDB()

const placesOf = async ({ store }: Phone): Promise<unknown[]> => (await listSessions(store)).map(({ data }) => data.place).sort()

export function connectionTests({ fresh, sever }: Engine): void {
  /** What becomes of a transaction whose connection is lost: ended without a reason of its own, and the connection with it. */
  const cut = ({ idbtrans }: Transaction): void => {
    const { db } = idbtrans
    idbtrans.abort()
    sever(db)
  }

  test('[F12] a connection that was lost between two saves is opened again, and nobody notices', async (context) => {
    const { phone } = await village({ ground: fresh() })
    let reopened = 0
    phone.store.connection.onReopen(() => (reopened += 1))
    for (const place of ['Sân đình', 'Chợ', 'Trường', 'Nhà rông']) {
      await phone.save({ place })
      sever(connectionOf(phone.store))
    }
    expect(await placesOf(phone)).toEqual(['Chợ', 'Nhà rông', 'Sân đình', 'Trường'])
    expect((await phone.store.outbox.orderBy('[device+n]').toArray()).map(({ n }) => n)).toEqual([1, 2, 3, 4])
    expect([phone.store.breaker.isTripped(), reopened]).toEqual([false, 4])
    noteFigure(context, 4, '0 of 4 saves entered again')
  })

  test('[F12] a connection that is lost in the middle of a save: it is saved all the same, once', async (context) => {
    const { phone } = await village({ ground: fresh() })
    let isSevered = false
    phone.store.localSummaries.hook('creating', (_key, _row, transaction) => {
      if (!isSevered) cut(transaction)
      isSevered = true
    })
    expect((await phone.save({ place: 'Sân đình' })).state).toBe('waiting')
    expect(isSevered).toBe(true)
    const again = await phone.restart()
    expect(await placesOf(again)).toEqual(['Sân đình'])
    expect(await getOutbox(again.store)).toMatchObject({ waiting: 1 })
    noteFigure(context, 1, '0 of 1 saves entered again, 0 saved twice')
  })

  test('a connection that is lost again and again in the middle of a save counts as a broken disk', async () => {
    const { phone } = await village({ ground: fresh() })
    phone.store.localSummaries.hook('creating', (_key, _row, transaction) => cut(transaction))
    expect(await phone.trySave(session())).toMatchObject({ ok: false, problem: [{ code: 'storage-failed' }] })
    expect(phone.store.breaker.isTripped()).toBe(true)
  })

  test('a database that was deleted under an open page is not made anew, and the page is told', async () => {
    const ground = fresh()
    const { phone } = await village({ ground })
    await phone.save()
    const endings: Ending[] = []
    phone.store.connection.onEnd((ending) => endings.push(ending))
    sever(connectionOf(phone.store))
    await answered(factoryOf(ground).deleteDatabase(ground.name))
    await expect.poll(() => endings).toEqual(['gone'])
    expect(await putDraft(phone.store, 'session:new', {}, 7)).toMatchObject(notStored)
    expect([endings, phone.store.breaker.isTripped()]).toEqual([['gone'], false])
    expect((await factoryOf(ground).databases()).map(({ name }) => name)).not.toContain(ground.name)
  })

  test('a connection that was lost while a newer build took the database leaves it as it is', async () => {
    const ground = fresh()
    const { phone } = await village({ ground })
    await phone.save()
    const endings: Ending[] = []
    phone.store.connection.onEnd((ending) => endings.push(ending))
    sever(connectionOf(phone.store))
    const newer = await openNewer(ground)
    await expect.poll(() => endings).toEqual(['superseded'])
    expect(await putDraft(phone.store, 'session:new', {}, 7)).toMatchObject(notStored)
    expect([endings, newer.version, await answered(newer.transaction('records').objectStore('records').count())]).toEqual([['superseded'], 9_000, 1])
    newer.close()
  })

  test('what cannot be opened again is told at once, tried once, and then left alone until the app is loaded again', async () => {
    const refusals: string[] = []
    const { phone } = await village({ ground: refusing(fresh(), refusals) })
    await phone.save()
    refusals.push('UnknownError', 'UnknownError')
    sever(connectionOf(phone.store))
    await expect.poll(() => phone.store.breaker.isTripped()).toBe(true)
    expect(await putDraft(phone.store, 'session:new', {}, 7)).toMatchObject(notStored)
    expect(await putDraft(phone.store, 'session:new', {}, 8)).toMatchObject(notStored)
    await expect(listSessions(phone.store)).rejects.toThrow()
    expect(refusals).toHaveLength(1)
  })

  test('a store that its owner closed stays closed', async () => {
    const { phone } = await village({ ground: fresh() })
    phone.store.close()
    expect(await putDraft(phone.store, 'session:new', {}, 7)).toMatchObject(notStored)
    expect(phone.store.isOpen()).toBe(false)
  })

  test('a browser that closes the new connection, too, while it clears up after the old one is given a moment', async () => {
    const refusals: string[] = []
    const ground = refusing(fresh(), refusals)
    const soon = (run: () => void, ms: number) => {
      if (ms < 5000) queueMicrotask(run)
      return () => undefined
    }
    const { phone } = await village({ ground: { ...ground, opening: { ...ground.opening, timer: soon } } })
    refusals.push('AbortError', 'AbortError')
    sever(connectionOf(phone.store))
    expect((await putDraft(phone.store, 'session:new', {}, 7)).ok).toBe(true)
    expect([refusals, phone.store.breaker.isTripped()]).toEqual([[], false])
  })

  test('[F14] a tab of an older build finishes the draft it is writing, gives the database up, and writes no more', async (context) => {
    const ground = fresh()
    const { phone } = await village({ ground })
    await phone.save()
    const endings: Ending[] = []
    phone.store.connection.onEnd((ending) => endings.push(ending))
    const units = (await loadUnitBook(phone.store)).lookup
    const opening = openNewer(ground)
    const saving = save(phone.store, phone.environment, units, { kind: 'session', fields: session({ place: 'Chợ' }) })
    const writing = putDraft(phone.store, 'session:new', { place: 'Trường tiểu ' }, 7)
    const newer = await opening
    expect(await saving).toMatchObject({ ok: true, value: { state: 'waiting' } })
    expect(await writing).toEqual({ ok: true, value: true })
    expect(await answered(newer.transaction('outbox').objectStore('outbox').count())).toBe(2)
    expect(await answered(newer.transaction('drafts').objectStore('drafts').get('session:new'))).toEqual({
      key: 'session:new',
      value: { place: 'Trường tiểu ' },
      at: 7,
    })
    newer.close()
    expect(endings).toEqual(['superseded'])
    expect(await putDraft(phone.store, 'session:new', {}, 8)).toMatchObject(notStored)
    await expect(listSessions(phone.store)).rejects.toThrow()
    expect(phone.store.breaker.isTripped()).toBe(false)
    expect(await openDatabase(ground.name, ground.opening)).toEqual({ ok: false, problem: { code: 'newer' } })
    noteFigure(context, 1, '0 of 1 drafts lost')
  })

  test('a tab that met a broken disk tells the others, and none of them writes any more', async () => {
    const listeners: (() => void)[][] = []
    const tab = (): OtherTabs => {
      const own: (() => void)[] = []
      listeners.push(own)
      return {
        tell: () => {
          for (const others of listeners.filter((one) => one !== own)) for (const listener of others) listener()
        },
        onTold: (listener) => own.push(listener),
      }
    }
    const ground = fresh()
    const tabOf = () => village({ ground: { ...ground, opening: { ...ground.opening, tabs: tab() } } })
    const [first, second] = [(await tabOf()).phone, (await tabOf()).phone]
    first.store.outbox.hook('creating', () => {
      throw new DOMException('No space left', 'QuotaExceededError')
    })
    await first.trySave(session())
    expect([first, second].map(({ store }) => store.breaker.isTripped())).toEqual([true, true])
    expect(await second.trySave(session())).toMatchObject({ ok: false, problem: [{ code: 'storage-failed' }] })
  })
}

/** Its methods know no `this` of another object. */
const methodsOf = (factory: IDBFactory): IDBFactory => ({
  open: (name, version) => factory.open(name, version),
  cmp: (first, second) => factory.cmp(first, second),
  databases: () => factory.databases(),
  deleteDatabase: (name) => factory.deleteDatabase(name),
})

/** A ground whose browser answers open() with these errors, oldest first, while there are any. */
function refusing(ground: Ground, refusals: string[]): Ground {
  const own = factoryOf(ground)
  const open: IDBFactory['open'] = (name, version) => {
    const refusal = refusals.shift()
    return refusal === undefined ? own.open(name, version) : refusedRequest(new DOMException('It does not open', refusal))
  }
  return { ...ground, opening: { ...ground.opening, indexedDB: { ...methodsOf(own), open } } }
}

function refusedRequest(error: DOMException): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), { error, onerror: null as ((event: Event) => void) | null })
  queueMicrotask(() => {
    const told = Object.assign(new Event('error', { cancelable: true }))
    Object.defineProperty(told, 'target', { value: request })
    request.dispatchEvent(told)
    request.onerror?.(told)
  })
  // All of a request that opening looks at once it has failed.
  return request as unknown as IDBOpenDBRequest
}
