// The phone has stopped writing: told on every screen, nothing typed is lost by loading the app again, a file carries the work out.

import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { dropDraft, getDraft, listDrafts, putDraft } from '../../src/client/store/draft.ts'
import { problem } from '../../src/model/problem.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const STOPPED = 'Chưa lưu được. Máy đã ngừng ghi.'

const fullDisk = () => {
  throw new DOMException('No space left', 'QuotaExceededError')
}

/** From here on the phone's disk takes nothing more. */
function fillDisk({ phone }: Seat): () => void {
  phone.store.drafts.hook('creating', fullDisk)
  phone.store.outbox.hook('creating', fullDisk)
  return () => {
    phone.store.drafts.hook('creating').unsubscribe(fullDisk)
    phone.store.outbox.hook('creating').unsubscribe(fullDisk)
  }
}

afterEach(() => sessionStorage.clear())

test('the first thing that can’t be written is told on every screen, and what to do', async () => {
  const her = await seatOf()
  fillDisk(her)
  her.open('/session/new')
  await type('Nữ', '17')
  await screen.findByText(STOPPED)
  for (const [path, title] of [
    ['/', 'Chào anh/chị'],
    ['/sessions', 'Buổi'],
    ['/more', 'Thêm'],
    ['/nowhere', 'Không có trang này'],
  ] as const) {
    her.open(path)
    await heading(title)
    expect(screen.getByRole('alert').textContent).toContain('Hãy xoá bớt ảnh, phim, rồi bấm Mở lại ứng dụng.')
    await screen.findByRole('button', { name: 'Mở lại ứng dụng' })
  }
  expect(screen.queryByRole('button', { name: 'Sao lưu ra tệp' })).toBeNull()
})

test('nothing of it is shown while all is well', async () => {
  const her = await seatOf()
  her.open('/')
  await heading('Chào anh/chị')
  expect(shown()).not.toContain(STOPPED)
})

test('where the app can make a file of what is not sent, it is offered, and a fault of it is told', async () => {
  const her = await seatOf()
  const answers = [{ is: 'saved', name: 'x.txt', count: 2 } as const, problem('storage-failed')]
  let made = 0
  her.app.makeBackup = async () => answers[made++] ?? { is: 'none' }
  her.phone.store.breaker.trip('full')
  her.open('/')
  await tap('Sao lưu ra tệp')
  await waitFor(() => expect(shown()).toContain('gồm 2 lần ghi chưa tới nơi nhận. Hãy đưa tệp cho cán bộ xã'))
  await tap('Sao lưu ra tệp')
  await waitFor(() => expect(her.app.toast.value?.text).toContain('Chưa lưu được'))
})

test('what was typed after the disk was full stands there again when the app is loaded anew, and is on disk once that has room', async () => {
  const her = await seatOf()
  const free = fillDisk(her)
  her.open('/session/new')
  await tap('Thôn Tây')
  await type('Nữ', '17')
  await type('Nam', '6')
  await screen.findByText(STOPPED)
  await waitFor(() => expect(Object.keys(sessionStorage)).toEqual([`${her.phone.store.name}.draft.session:new`]))
  expect(await her.phone.store.drafts.count()).toBe(0)

  free()
  const { store } = await her.phone.restart()
  const begun = await listDrafts(store)
  expect(begun).toMatchObject([{ key: 'session:new', value: { fields: { counts: { female: 17, male: 6 } } } }])
  expect((await putDraft(store, 'session:new', begun[0]?.value, EVENING + 1)).ok).toBe(true)
  expect([await store.drafts.count(), Object.keys(sessionStorage)]).toEqual([1, []])
})

test('of a draft on disk and one kept with the tab the newer one stands; throwing it away throws both away', async () => {
  const { phone } = await seatOf()
  await putDraft(phone.store, 'session:new', { place: 'Sân đình' }, EVENING)
  phone.store.breaker.trip('full')
  await putDraft(phone.store, 'session:new', { place: 'Sân đình làng' }, EVENING + 1)
  expect((await getDraft(phone.store, 'session:new'))?.value).toEqual({ place: 'Sân đình làng' })
  expect((await listDrafts(phone.store)).map(({ at }) => at)).toEqual([EVENING + 1])
  const { store } = await phone.restart()
  await dropDraft(store, 'session:new')
  expect([await getDraft(store, 'session:new'), await listDrafts(store)]).toEqual([undefined, []])
})

test('a disk that gives up an older write after a newer one does not bring back what was typed before', async () => {
  const { store } = (await seatOf()).phone
  let giveUp = () => {}
  vi.spyOn(store, 'transaction').mockImplementationOnce(
    (() => new Promise((_, reject) => (giveUp = () => reject(new DOMException('No space left', 'QuotaExceededError'))))) as never,
  )
  const older = putDraft(store, 'session:new', { place: 'Sân' }, EVENING)
  store.breaker.trip('full')
  await putDraft(store, 'session:new', { place: 'Sân đình' }, EVENING)
  giveUp()
  await older
  expect((await getDraft(store, 'session:new'))?.value).toEqual({ place: 'Sân đình' })
})

test('a form goes on showing what is typed, saves nothing, and says so', async () => {
  const her = await seatOf()
  fillDisk(her)
  her.open('/session/new')
  await tap('Thôn Tây')
  for (const chip of ['Mít tinh', 'Thủ đoạn']) await tap(chip)
  await type('Nữ', '17')
  await type('Nam', '6')
  await tap('Lưu trên máy này')
  await screen.findByText(/^Chưa lưu được: máy sắp đầy hoặc bộ nhớ lỗi/)
  expect([await inField('Nữ'), await inField('Nam')]).toEqual(['17', '6'])
  expect(await her.phone.store.outbox.count()).toBe(0)
})
