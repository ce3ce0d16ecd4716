// An input method in the middle of a syllable: what is searched is found before it lets go, and nothing it holds is touched.

import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { heading, seatOf, shown, tap } from '../fixture/screen.tsx'

const villages = ['Đông', 'Tây', 'Bãi', 'Hoà Bình', 'Hồng Thượng', 'Kê', 'Đụt', 'Ka Lô', 'Pâr Nghi', 'Ta Roi', 'Lê Triêng', 'Diên Mai']

/** What the input method holds so far. */
function hold(field: HTMLElement, text: string): void {
  fireEvent.compositionUpdate(field, { data: text })
  fireEvent.input(field, { target: { value: text }, isComposing: true })
}

test('a village is found while its name is being composed, with the tone on either vowel', async () => {
  const her = await seatOf({ villages })
  her.open('/session/new')
  await tap('Nơi khác…')
  const search = await screen.findByLabelText<HTMLInputElement>('Tìm thôn, xã')
  fireEvent.compositionStart(search)
  for (const held of ['ho', 'hoa', 'hòa', 'hoà', 'hoà ']) {
    hold(search, held)
    await waitFor(() => expect(screen.queryAllByRole('button', { name: /^Thôn Kê/ }).filter((one) => one.className === 'unit-choice')).toEqual([]))
    await screen.findByRole('button', { name: /^Thôn Hoà Bình/ })
    expect(search.value).toBe(held)
  }
})

test('in a note nothing is trimmed or put into another form while it is written', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await heading('Ghi buổi')
  fireEvent.click(await screen.findByText('Thêm chi tiết'))
  document.querySelector('details')?.dispatchEvent(new Event('toggle'))
  const note = await screen.findByLabelText<HTMLTextAreaElement>(/^Ghi chú/)
  fireEvent.compositionStart(note)
  for (const held of ['Bà con x', 'Bà con xa ', 'Bà con xã '.normalize('NFD')]) {
    hold(note, held)
    await waitFor(() => expect(shown()).toContain('Nháp, tự lưu lúc'))
    expect(note.value).toBe(held)
  }
})
