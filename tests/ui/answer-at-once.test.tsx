// What a tap waits for on a slow phone: as little as can be, however much lies on it.

import { signal } from '@preact/signals'
import { screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { afterPaint } from '../../src/client/ui/after-paint.ts'
import type { Translate } from '../../src/text/translate.ts'
import { idNamed } from '../fixture/id-named.ts'
import { heading, inField, type Seat, seatOf, tap } from '../fixture/screen.tsx'

/** So many sessions, hers and others'; gives a count of the records read from here on. */
async function manySessionsOn({ phone }: Seat, unit: string): Promise<() => number> {
  const { id } = await phone.save({ unit })
  const one = await phone.store.records.get(id)
  if (!one) throw new Error('A session was saved')
  const rows = Array.from({ length: 300 }, (_, place) => ({ ...one, id: idNamed(`buổi ${place}`), ...(place % 2 === 0 ? {} : { author: 'người khác' }) }))
  await phone.store.records.bulkPut(rows)
  let read = 0
  phone.store.records.hook('reading', (record) => {
    read += 1
    return record
  })
  return () => read
}

test('the form opens, and saves, without reading the sessions that lie on the phone', async () => {
  const her = await seatOf()
  // Her sessions are of another day, so none of them is a likely double.
  const read = await manySessionsOn(her, her.village('Đông'))
  her.open(`/session/new?village=${her.village('Tây')}`)
  await heading('Ghi buổi')
  await tap(/^Thêm một Nữ/)
  await waitFor(async () => expect(await inField('Nữ')).toBe('1'))
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect(read()).toBeLessThan(150)
})

test('a number stands in its field as soon as anything says it, not one frame later', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await tap(/^Thêm một Nữ/)
  const more = await screen.findByRole('button', { name: /^Thêm một Nữ, hiện 1/ })
  const field = screen.getByLabelText<HTMLInputElement>('Nữ')
  const stood = new Promise((resolve) => {
    new MutationObserver(() => resolve([more.getAttribute('aria-label'), field.value])).observe(more, { attributes: true })
  })
  // A finger's own event: the library's would wait for all that comes after the frame.
  more.click()
  expect(await stood).toEqual(['Thêm một Nữ, hiện 2', '2'])
})

test('a tap draws the number that it changed, and leaves the others alone', async () => {
  const her = await seatOf()
  const drawn: unknown[] = []
  const words = her.app.t.value
  // Whoever draws a number says its name with it.
  const t: Translate = (key, values) => {
    if (key === 'form.one-more') drawn.push(values?.['label'])
    return words(key, values)
  }
  her.app.t = signal(t)
  her.open('/session/new')
  await tap(/^Thêm một Nữ/)
  await tap(/^Thêm một Nam/)
  await screen.findByLabelText('Mới dự lần đầu')
  drawn.length = 0
  await tap(/^Thêm một Nữ/)
  await waitFor(() => screen.getByRole('button', { name: /^Thêm một Nữ, hiện 2/ }))
  await screen.findByText('Nháp, tự lưu lúc 21:00')
  expect(new Set(drawn)).toEqual(new Set(['Nữ']))
})

test('what waits for the frame is done once: after it, or when the app is hidden, and not at all when it is called off', () => {
  vi.useFakeTimers()
  try {
    const done: string[] = []
    afterPaint(() => done.push('late'))
    vi.advanceTimersByTime(1000)
    afterPaint(() => done.push('hidden'))
    document.dispatchEvent(new Event('visibilitychange'))
    expect(done).toEqual(['late', 'hidden'])
    afterPaint(() => done.push('called off'))()
    document.dispatchEvent(new Event('visibilitychange'))
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['late', 'hidden'])
  } finally {
    vi.useRealTimers()
  }
})
