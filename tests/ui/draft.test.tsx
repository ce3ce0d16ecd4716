import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, onTestFinished, test, vi } from 'vitest'
import { getDraft, listDrafts } from '../../src/client/store/draft.ts'
import { session } from '../fixture/sample.ts'
import { heading, inField, type Seat, seatOf, tap, type } from '../fixture/screen.tsx'

const draftsOf = async ({ phone }: Seat) => (await listDrafts(phone.store)).map(({ key }) => key)

/** She types, and the phone takes the page away once what she typed is on disk. */
async function leaveHalfWay(her: Seat): Promise<void> {
  her.open('/session/new')
  await tap('Thôn Tây')
  await type('Nữ', '17')
  await type('Nam', '6')
  await type('14–15 tuổi', '2')
  await screen.findByText('Nháp, tự lưu lúc 21:00')
  await waitFor(async () => expect((await listDrafts(her.phone.store))[0]?.value).toMatchObject({ fields: { counts: { from14to15: 2 } } }))
}

test('what was typed is there again after the phone took the page away, and home leads to it', async () => {
  const her = await seatOf()
  await leaveHalfWay(her)
  her.open('/')
  await tap('Buổi truyền thông, tự lưu lúc 21:00. Ghi tiếp?', 'link')
  await heading('Ghi buổi')
  expect([await inField('Nữ'), await inField('Nam'), await inField('14–15 tuổi')]).toEqual(['17', '6', '2'])
  await screen.findByText('Thôn Tây · Hôm nay, T7 21/11')
})

test('a draft thrown away is gone, and comes back whole with one tap', async () => {
  const her = await seatOf()
  await leaveHalfWay(her)
  await tap('Bỏ nháp này')
  await screen.findByText('Đã bỏ nháp.')
  await waitFor(async () => expect(await inField('Nữ')).toBe(''))
  expect(await draftsOf(her)).toEqual([])
  await tap('Hoàn tác')
  await waitFor(async () => expect(await inField('Nữ')).toBe('17'))
  expect(await inField('14–15 tuổi')).toBe('2')
  expect(await draftsOf(her)).toEqual(['session:new'])
})

test('saving takes the draft away', async () => {
  const her = await seatOf()
  await leaveHalfWay(her)
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('14–15 tuổi', '')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect(await draftsOf(her)).toEqual([])
  her.open('/')
  await heading('Chào anh/chị')
  await screen.findByText('Đang trên máy này')
  expect(screen.queryByText('Còn nháp')).toBeNull()
})

test('edits of two sessions and a new one are three drafts, and none leaks into another', async () => {
  const her = await seatOf()
  const one = await her.phone.save({ unit: her.village('Tây') })
  const other = await her.phone.save({ unit: her.village('Bãi') })
  await leaveHalfWay(her)
  for (const [id, women] of [
    [one.id, '30'],
    [other.id, '31'],
  ] as const) {
    her.open(`/session/${id}/edit`)
    await type('Nữ', women)
    await screen.findByText('Nháp, tự lưu lúc 21:00')
  }
  await waitFor(async () => expect((await draftsOf(her)).sort()).toEqual(['session:new', `session:${one.id}`, `session:${other.id}`].sort()))
  her.open(`/session/${one.id}/edit`)
  expect(await inField('Nữ')).toBe('30')
  await tap('Bỏ nháp này')
  await waitFor(async () => expect(await inField('Nữ')).toBe('25'))
  her.open('/session/new')
  expect(await inField('Nữ')).toBe('17')
})

test("an official's reason is part of the draft", async () => {
  const official = await seatOf({ role: 'official' })
  const id = await official.tell('session', 'buổi', session())
  official.open(`/session/${id}/edit`)
  await type(/^Lý do/, 'Đếm lại')
  await screen.findByText('Nháp, tự lưu lúc 21:00')
  official.open(`/session/${id}/edit`)
  expect(await inField(/^Lý do/)).toBe('Đếm lại')
})

test('logging for a missing village asks for that village, though a draft of another is not finished; that one stays', async () => {
  const her = await seatOf()
  await leaveHalfWay(her)
  her.open(`/session/new?village=${her.village('Bãi')}`)
  await screen.findByText(/^Thôn Bãi · Hôm nay/)
  expect(await inField('Nữ')).toBe('')
  await type('Nữ', '9')
  await waitFor(async () => expect((await draftsOf(her)).sort()).toEqual(['session:new', `session:new?village=${her.village('Bãi')}`]))
  her.open('/')
  const begun = await screen.findAllByRole('link', { name: /^Buổi truyền thông, tự lưu/ })
  expect(begun.map((link) => link.getAttribute('href')).sort()).toEqual(['/session/new', `/session/new?village=${her.village('Bãi')}`])
})

test('who types on and on without a pause puts nothing off: what was typed before is kept meanwhile', async () => {
  const her = await seatOf()
  her.open('/session/new')
  const women = await screen.findByLabelText<HTMLInputElement>('Nữ')
  // A phone that draws slowly.
  onTestFinished(() => void vi.unstubAllGlobals())
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 80))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  for (let typed = 1; typed <= 60; typed += 1) {
    fireEvent.input(women, { target: { value: String(typed) } })
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(await getDraft(her.phone.store, 'session:new')).toBeDefined()
})

test('what another window saved from the same draft stays: this one becomes a session of its own', async () => {
  const her = await seatOf()
  await leaveHalfWay(her)
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('14–15 tuổi', '')
  await waitFor(async () => expect((await listDrafts(her.phone.store))[0]?.value).toMatchObject({ fields: { topics: [expect.any(String)] } }))
  const [draft] = await listDrafts(her.phone.store)
  const { newId = '' } = (draft?.value ?? {}) as { newId?: string } // as the form keeps it
  await her.phone.trySave({ ...session({ unit: her.village('Đông'), counts: { total: 66, female: 60, male: 6, method: 'counted' } }), id: newId })
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  const held = await her.phone.store.records.where('[kind+date]').between(['session', ''], ['session', '~']).toArray()
  expect(held.map(({ data }) => (data['counts'] as { total: number }).total).sort()).toEqual([23, 66])
})

test('an edit sends what was altered since it began, and leaves what another corrected meanwhile', async () => {
  const her = await seatOf()
  const { id, data } = await her.phone.save({ unit: her.village('Tây') })
  her.open(`/session/${id}/edit`)
  expect(await inField('Nữ')).toBe('25')
  await her.phone.save({ ...data, id, counts: { total: 36, female: 30, male: 6, method: 'counted' } })
  fireEvent.click(await screen.findByText('Thêm chi tiết'))
  document.querySelector('details')?.dispatchEvent(new Event('toggle'))
  fireEvent.input(await screen.findByLabelText(/^Ghi chú/), { target: { value: 'Đông vui.' } })
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect((await her.phone.get(id))?.data).toMatchObject({ note: 'Đông vui.', counts: { total: 36, female: 30 } })
})

test('a draft of an edit that lay while another corrected the record shows the correction, and what was altered on it', async () => {
  const her = await seatOf()
  const { id, data } = await her.phone.save({ unit: her.village('Tây') })
  her.open(`/session/${id}/edit`)
  fireEvent.click(await screen.findByText('Thêm chi tiết'))
  document.querySelector('details')?.dispatchEvent(new Event('toggle'))
  fireEvent.input(await screen.findByLabelText(/^Ghi chú/), { target: { value: 'Đông vui.' } })
  await waitFor(async () => expect((await listDrafts(her.phone.store))[0]?.value).toMatchObject({ fields: { note: 'Đông vui.' } }))
  her.open('/')
  await her.phone.save({ ...data, id, counts: { total: 36, female: 30, male: 6, method: 'counted' } })
  her.open(`/session/${id}/edit`)
  expect(await inField('Nữ')).toBe('30')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect((await her.phone.get(id))?.data).toMatchObject({ note: 'Đông vui.', counts: { total: 36 } })
})

test('who goes on by herself right after saving is not called back to what was saved', async () => {
  const her = await seatOf()
  await leaveHalfWay(her)
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('14–15 tuổi', '')
  // A phone that draws slowly.
  onTestFinished(() => void vi.unstubAllGlobals())
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 80))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
  await tap('Lưu trên máy này')
  await screen.findByText(/^Đã lưu trên máy này/)
  expect(window.location.pathname).toBe('/session/new')
  her.open('/')
  await heading('Chào anh/chị')
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(window.location.pathname).toBe('/')
  expect(await draftsOf(her)).toEqual([])
})
