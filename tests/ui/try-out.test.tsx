// The try-out as a newcomer and somebody at work see it, and what it must never touch: the network, the engine, the phone's own
// database and what is remembered beside it.

import { signal } from '@preact/signals'
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { IDBFactory } from 'fake-indexeddb'
import type { VNode } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import type { Environment } from '../../src/client/environment.ts'
import { openDatabase, type Store } from '../../src/client/store/database.ts'
import { putDraft } from '../../src/client/store/draft.ts'
import { discardTryOut, TRY_OUT_DATABASE } from '../../src/client/store/try-out.ts'
import { runTryOut } from '../../src/client/try-out.tsx'
import { Root } from '../../src/client/ui/app.tsx'
import type { App } from '../../src/client/ui/context.ts'
import { readPreferences } from '../../src/client/ui/preference.ts'
import { isTryingOut, markTryOut, unmarkTryOut } from '../../src/client/ui/try-out-mark.ts'
import { heading, seatOf, shown, tap, type, wordsOf } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

afterEach(() => {
  unmarkTryOut()
  localStorage.clear()
})

interface Trying {
  app: App
  fetched: unknown[]
  left: () => number
}

/** A try-out begun as main.tsx begins it, on a browser that has nothing yet. */
async function trying(path = '/'): Promise<Trying> {
  cleanup()
  window.history.replaceState(null, '', path)
  const { app: phone } = await seatOf()
  const fetched: unknown[] = []
  const environment: Environment = {
    ...phone.environment,
    fetch: async (input) => {
      fetched.push(input)
      throw new TypeError('Nobody may be asked')
    },
  }
  const preferences = readPreferences(undefined)
  let left = 0
  const screens: VNode[] = []
  const app = await runTryOut({ environment, preferences, words: wordsOf(preferences), show: (one) => screens.push(one), leave: () => (left += 1) })
  render(screens[0] ?? <p>nothing was shown</p>)
  if (!app) throw new Error('The try-out did not open')
  return { app, fetched, left: () => left }
}

/** Each test begins where no database is. */
async function onFreshBrowser<T>(work: () => Promise<T>): Promise<T> {
  vi.stubGlobal('indexedDB', new IDBFactory())
  try {
    return await work()
  } finally {
    vi.unstubAllGlobals()
  }
}

const names = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({ name }) => name)

async function logSession(): Promise<void> {
  await heading('Chào anh/chị')
  await tap('Ghi', 'link')
  await tap('Thôn Bến Sương')
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('Nữ', '17')
  await type('Nam', '6')
  await tap('Lưu trên máy này')
  await screen.findByText('Đã lưu trên máy này.')
  await heading('Thôn Bến Sương')
}

test('what is logged in a try-out stays in its database: nobody is asked, no engine runs, and nothing outside remembers it', async () => {
  await onFreshBrowser(async () => {
    const { app, fetched } = await trying()
    await logSession()
    await app.syncNow()
    app.wakeSync()
    expect(await app.store.outbox.toArray()).toMatchObject([{ state: 'waiting', n: 1, kind: 'session' }])
    expect(app.status.value.at).toBe('idle')
    await expect(app.environment.fetch('/api/sync')).rejects.toThrow('asks nobody')
    expect(fetched).toEqual([])
    expect(await names()).toEqual([TRY_OUT_DATABASE])
    expect(localStorage.getItem('lan-toa-known')).toBe(null)
    expect(document.cookie).not.toContain('lan-toa-known')
    app.store.close()
  })
})

test('every screen of it says so, with the way out; nothing looks as if it had been sent', async () => {
  await onFreshBrowser(async () => {
    const { app } = await trying()
    // The third is what stands when everything that was asked of the store has come.
    for (const [path, title, last] of [
      ['/', 'Chào anh/chị', /Bấm nút Ghi ở dưới/],
      ['/session/new', 'Ghi buổi', 'Thôn Bến Sương'],
      ['/sending', 'Hộp gửi', /Ở đây không gửi gì/],
      ['/more', 'Thêm', 'Nháp chưa xong'],
      ['/tally-sheet', 'Phiếu đếm', 'In phiếu'],
    ] as const) {
      cleanup()
      window.history.replaceState(null, '', path)
      render(<Root app={app} />)
      await heading(title)
      await screen.findByText(last)
      expect(shown()).toContain('Diễn tập · không gửi gì')
      expect(screen.getAllByRole('link', { name: 'Thoát diễn tập' })[0]?.getAttribute('href')).toBe('/try-out')
      expect(screen.queryByRole('button', { name: 'Gửi ngay' })).toBe(null)
      expect(shown()).not.toContain('Đã gửi')
      await waitFor(() => expect(document.title).toBe(`Diễn tập · không gửi gì · ${title} · Lan Tỏa`))
    }
    app.store.close()
  })
})

test('ending it asks where something was logged, deletes its database and no other, and leads back to what is real', async () => {
  await onFreshBrowser(async () => {
    const real = await opened('lan-toa')
    await putDraft(real, 'session:new', { fields: {} }, EVENING)
    markTryOut()
    const { left } = await trying()
    await logSession()
    await tap('Thoát diễn tập', 'link')
    await heading('Thoát diễn tập')
    expect(left()).toBe(0)
    await screen.findByText(/^Đã ghi 1 mục để tập. Thoát thì các mục này bị xoá./)
    await tap('Xoá phần diễn tập và thoát')
    await waitFor(() => expect(left()).toBe(1))
    expect(isTryingOut()).toBe(false)
    expect(await names()).toEqual(['lan-toa'])
    expect(await real.drafts.count()).toBe(1)
    real.close()
  })
})

test('where nothing was logged there is nothing to ask', async () => {
  await onFreshBrowser(async () => {
    const { left } = await trying()
    await tap('Thoát diễn tập', 'link')
    await waitFor(() => expect(left()).toBe(1))
    expect(await names()).toEqual([])
  })
})

test('begun again after the phone was switched off it goes on with what was tried', async () => {
  await onFreshBrowser(async () => {
    const first = await trying()
    await logSession()
    first.app.store.close()
    const { app } = await trying('/sessions')
    await screen.findByText('Mít tinh', { exact: false })
    expect(await app.store.outbox.count()).toBe(1)
    expect(await app.store.records.filter(({ kind }) => kind === 'unit').count()).toBe(8)
    app.store.close()
  })
})

test('a phone that takes nothing down says so, and leads back', async () => {
  await onFreshBrowser(async () => {
    const newer = indexedDB.open(TRY_OUT_DATABASE, 9_000)
    await new Promise((resolve) => newer.addEventListener('success', resolve))
    newer.result.close()
    await expect(trying()).rejects.toThrow('did not open')
    expect(screen.getByRole('alert').textContent).toContain('Chưa mở được phần diễn tập. Số liệu thật trên máy không bị động đến.')
    await tap('Thoát diễn tập')
    await waitFor(async () => expect(await names()).toEqual([]))
  })
})

test('only the database of a try-out can be deleted', async () => {
  await onFreshBrowser(async () => {
    const real = await opened('lan-toa')
    await expect(discardTryOut(real)).rejects.toThrow('no try-out')
    expect(await names()).toEqual(['lan-toa'])
    real.close()
  })
})

test('what the tab keeps of a form while the disk is full is apart from the try-out of the same tab', async () => {
  await onFreshBrowser(async () => {
    const [real, tryOut] = [await opened('lan-toa'), await opened(TRY_OUT_DATABASE)]
    for (const store of [real, tryOut]) store.breaker.trip(new Error('full'))
    await putDraft(real, 'session:new', { fields: { place: 'thật' } }, EVENING)
    await putDraft(tryOut, 'session:new', { fields: { place: 'tập' } }, EVENING)
    await discardTryOut(tryOut)
    expect(Object.keys(sessionStorage)).toEqual(['lan-toa.draft.session:new'])
    expect(sessionStorage.getItem('lan-toa.draft.session:new')).toContain('thật')
    sessionStorage.clear()
    real.close()
  })
})

test('the mark on the tab decides, and an invitation takes it off', () => {
  window.history.replaceState(null, '', '/')
  expect(isTryingOut()).toBe(false)
  expect(markTryOut()).toBe(true)
  expect(isTryingOut()).toBe(true)
  window.history.replaceState(null, '', '/enrol#w2a-Vq7K_secret-of-80-bits')
  expect(isTryingOut()).toBe(false)
  window.history.replaceState(null, '', '/')
  expect(isTryingOut()).toBe(false)
})

test('the screen of a newcomer offers it, and its door says what it is before it begins', async () => {
  const { app } = await seatOf()
  const mine: App = { ...app, identity: signal(undefined) }
  window.history.replaceState(null, '', '/')
  render(<Root app={mine} />)
  await tap('Thử trước, không gửi gì', 'link')
  await heading('Thử trước, không gửi gì')
  expect(shown()).toContain('không gửi đi đâu, không lẫn vào số liệu thật')
  const going = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
  await tap('Bắt đầu diễn tập')
  expect(going).toHaveBeenCalledWith('/')
  expect(isTryingOut()).toBe(true)
  going.mockRestore()
})

async function opened(name: string): Promise<Store> {
  const found = await openDatabase(name)
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}
