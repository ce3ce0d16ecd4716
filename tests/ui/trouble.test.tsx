import { render, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { Recovery, type Trouble, type WayOn } from '../../src/client/ui/page/recovery.tsx'
import { readPreferences } from '../../src/client/ui/preference.ts'
import { heading, seatOf, shown, tap, wordsOf } from '../fixture/screen.tsx'

interface Told {
  title: string
  says: string
  /** The button that loads the app again. */
  again?: string
}

const troubles: Record<Trouble, Told> = {
  insecure: { title: 'Địa chỉ này không an toàn', says: 'https://' },
  'old-browser': { title: 'Trình duyệt này cũ quá', says: 'Chrome' },
  blocked: { title: 'Lan Tỏa đang mở ở thẻ khác', says: 'Số liệu vẫn còn nguyên.', again: 'Thử lại' },
  newer: { title: 'Ứng dụng trên máy này cũ hơn dữ liệu', says: 'Số liệu vẫn còn nguyên.', again: 'Thử lại' },
  lost: { title: 'Dữ liệu trên máy bị hỏng', says: 'Những gì đã gửi vẫn còn ở nơi nhận.', again: 'Thử lại' },
  vanished: { title: 'Dữ liệu trên máy này đã mất', says: 'phần chưa gửi có thể đã mất', again: 'Thử lại' },
  'cut-short': { title: 'Thiếu số liệu đã lưu', says: 'Những gì đã gửi vẫn còn ở nơi nhận' },
  slow: { title: 'Kho dữ liệu mở quá lâu', says: 'Số liệu vẫn còn nguyên.', again: 'Thử lại' },
  failed: { title: 'Chưa mở được', says: 'Chưa có gì bị xoá.', again: 'Thử lại' },
  passing: { title: 'Hãy mở bằng Chrome hoặc Safari', says: 'Lời mời vẫn chưa dùng tới.', again: 'Thử lại' },
  superseded: { title: 'Thẻ này đã dừng', says: 'phần đang ghi dở vẫn còn trên máy', again: 'Mở lại' },
  gone: { title: 'Dữ liệu vừa bị xoá', says: 'phần chưa gửi có thể đã mất', again: 'Mở lại' },
}

function recovery(trouble: Trouble, wayOn?: WayOn) {
  const preferences = readPreferences(undefined)
  const retry = vi.fn()
  render(<Recovery trouble={trouble} preferences={preferences} words={wordsOf(preferences)} retry={retry} wayOn={wayOn} />)
  return retry
}

test.each(Object.entries(troubles))('where the app cannot go on (%s) it says what happened and what to do, in both languages', async (trouble, told) => {
  // The keys of the table are the troubles.
  const retry = recovery(trouble as Trouble)
  await heading(told.title)
  expect(shown()).toContain(told.says)
  if (told.again) {
    await tap(told.again)
    expect(retry).toHaveBeenCalledOnce()
  }
  expect(screen.queryAllByRole('button').map((button) => button.textContent)).toEqual([...(told.again ? [told.again] : []), 'Tiếng Việt', 'English'])
  await tap('English')
  await heading(/^[\x20-\x7e]*(Lan Tỏa)?[\x20-\x7e]*$/)
  expect(document.body.textContent).not.toMatch(/trouble\./)
})

test.each([
  ['vanished', 'Vào lại bằng mã mới'],
  ['cut-short', 'Tôi đã hiểu, dùng tiếp'],
] as const)('past a loss (%s) one goes on when one has read it', async (trouble, button) => {
  const goOn = vi.fn()
  recovery(trouble, { goOn, missing: 3 })
  expect(shown()).toContain('hãy so với danh sách buổi và ghi bù')
  await tap(button)
  expect(goOn).toHaveBeenCalledOnce()
})

test('how much is missing is said in numbers', async () => {
  recovery('cut-short', { goOn: () => undefined, missing: 3 })
  expect(shown()).toContain('thiếu ít nhất 3 lần ghi đã báo là đã lưu')
  await tap('English')
  await screen.findByText(/^At least 3 entries that were reported as saved are missing/)
})

test('a fault in one screen is told in plain words, in either language, with a way on; its cause is kept for whoever mends it', async () => {
  const cause = new Error('A row of another shape')
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const her = await seatOf()
  vi.spyOn(her.phone.store.records, 'where').mockImplementation(() => {
    throw cause
  })
  her.open('/sessions')
  await heading('Chưa mở được')
  expect(shown()).toContain('Màn hình này gặp lỗi. Số liệu đã lưu vẫn còn nguyên.')
  expect(screen.getByRole('link', { name: 'Thử lại' }).getAttribute('href')).toBe('/')
  await tap('English')
  await heading('It could not be opened')
  expect(told).toHaveBeenCalledWith(cause)
  vi.restoreAllMocks()
})

test('an address that leads nowhere says so and leads home', async () => {
  const her = await seatOf()
  her.open('/nowhere')
  await heading('Không có trang này')
  await tap('Quay lại', 'link')
  await heading('Chào anh/chị')
})

test('a record that is not on this phone says so', async () => {
  const her = await seatOf()
  for (const path of ['/session/01900000-0000-7000-8000-00000000dead', '/site/01900000-0000-7000-8000-00000000dead']) {
    her.open(path)
    await heading('Không tìm thấy')
  }
  her.open('/session/01900000-0000-7000-8000-00000000dead/edit')
  await screen.findByText('Không tìm thấy mục này trên máy.')
})

test.each(['/decide/%ff', '/session/%', '/session/%c3%28/edit', '/%e0%a4%a'])('an address that is broken (%s) is one that there is not', async (path) => {
  const her = await seatOf()
  her.open(path)
  await heading('Không có trang này')
})
