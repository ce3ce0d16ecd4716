import { render, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { Recovery, type Trouble } from '../../src/client/ui/page/recovery.tsx'
import { readPreferences } from '../../src/client/ui/preference.ts'
import { heading, seatOf, shown, tap, wordsOf } from '../fixture/screen.tsx'

const troubles: Record<Trouble, { title: string; says: string; retries: boolean }> = {
  insecure: { title: 'Địa chỉ này không an toàn', says: 'https://', retries: false },
  'old-browser': { title: 'Trình duyệt này cũ quá', says: 'Chrome', retries: false },
  blocked: { title: 'Lan Tỏa đang mở ở thẻ khác', says: 'Số liệu vẫn còn nguyên.', retries: true },
  newer: { title: 'Ứng dụng trên máy này cũ hơn dữ liệu', says: 'Số liệu vẫn còn nguyên.', retries: true },
  lost: { title: 'Dữ liệu trên máy bị hỏng', says: 'Bản ghi đã gửi vẫn còn ở nơi nhận.', retries: true },
  vanished: { title: 'Dữ liệu trên máy này đã mất', says: 'bản chưa gửi có thể đã mất', retries: true },
  slow: { title: 'Kho dữ liệu mở quá lâu', says: 'Số liệu vẫn còn nguyên.', retries: true },
  failed: { title: 'Chưa mở được', says: 'Chưa có gì bị xoá.', retries: true },
}

function recovery(trouble: Trouble, goOn?: () => void) {
  const preferences = readPreferences(undefined)
  const retry = vi.fn()
  render(<Recovery trouble={trouble} preferences={preferences} words={wordsOf(preferences)} retry={retry} goOn={goOn} />)
  return retry
}

test.each(Object.entries(troubles))('where the app cannot start (%s) it says what happened and what to do, in both languages', async (trouble, told) => {
  // The keys of the table are the troubles.
  const retry = recovery(trouble as Trouble)
  await heading(told.title)
  expect(shown()).toContain(told.says)
  if (told.retries) {
    await tap('Thử lại')
    expect(retry).toHaveBeenCalledOnce()
  } else expect(screen.queryByRole('button', { name: 'Thử lại' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Vào lại bằng mã mới' })).toBeNull()
  await tap('English')
  await heading(/^[\x20-\x7e]*(Lan Tỏa)?[\x20-\x7e]*$/)
  expect(document.body.textContent).not.toMatch(/trouble\./)
})

test('only where data vanished can one go on with a new code', async () => {
  const goOn = vi.fn()
  recovery('vanished', goOn)
  await tap('Vào lại bằng mã mới')
  expect(goOn).toHaveBeenCalledOnce()
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
  await screen.findByText('Không tìm thấy bản ghi này trên máy.')
})
