// Sending a session or a month on: the picture and the text, by whatever way out the phone has, and what she is told of it.

import { screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { browserOutlet } from '../../src/client/outlet.ts'
import { drawnOnCanvas } from '../fixture/drawn-on-canvas.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

afterEach(() => vi.restoreAllMocks())

async function atSession({ canvas = true, practice = false } = {}): Promise<{ her: Seat; drawn: string[] }> {
  const drawn = canvas ? drawnOnCanvas() : []
  const her = await seatOf({ practice })
  const told = {
    unit: her.village('Tây'),
    place: 'Nhà bà Nguyễn Thị Hoa',
    note: 'Chuyện của chị Mai',
    facilitators: 'Trần Thị Lan',
    campaign: 'Chiến dịch của anh Ba',
    form: 'rally',
    topics: ['tricks', 'prevention'],
    counts: { total: 1240, female: 717, male: 523, minority: 46, method: 'estimated' },
  }
  const id = await her.tell('session', 'buổi', session(told))
  her.open(`/session/${id}`)
  await tap('Gửi qua Zalo')
  await screen.findByRole('button', { name: 'Xem đoạn chữ' })
  return { her, drawn }
}

test('a phone whose share sheet takes pictures gets the picture, and she is told beforehand what will open', async () => {
  const { her, drawn } = await atSession()
  const sent: string[] = []
  her.app.outlet.canShareFile = ({ type }) => type === 'image/png'
  her.app.outlet.shareFile = async ({ name }) => sent.push(name) > 0
  await tap('Gửi qua Zalo')
  await tap('Gửi qua Zalo')
  await screen.findByText(/máy sẽ mở bảng chia sẻ: chọn Zalo/)
  await tap('Gửi ảnh này')
  await screen.findByText('Đã chuyển sang ứng dụng được chọn.')
  expect(sent).toEqual(['thon-tay-2026-11-20.png'])
  expect(her.files).toEqual([])
  expect(drawn).toEqual(expect.arrayContaining(['Thôn Tây', 'Xã A Lưới 1', '20/11/2026', '1.240', '717', '46']))
})

test('closing the share sheet is no fault: nothing is said and nothing is saved', async () => {
  const { her } = await atSession()
  her.app.outlet.canShareFile = () => true
  her.app.outlet.shareFile = async () => false
  await tap('Gửi qua Zalo')
  await tap('Gửi qua Zalo')
  await tap('Gửi ảnh này')
  await tap('Xem đoạn chữ')
  expect(screen.getByRole('status').textContent).toBe('')
  expect(her.files).toEqual([])
})

test('a share sheet that was promised and does not come leaves the picture on the phone instead', async () => {
  const { her } = await atSession()
  vi.spyOn(console, 'warn').mockReturnValue()
  her.app.outlet.canShareFile = () => true
  her.app.outlet.shareFile = async () => {
    throw new DOMException('no', 'NotAllowedError')
  }
  await tap('Gửi qua Zalo')
  await tap('Gửi qua Zalo')
  await tap('Gửi ảnh này')
  await screen.findByText('Đã tải ảnh về máy. Mở Zalo và chọn ảnh này để gửi.')
  await waitFor(() => expect(her.files).toEqual([{ name: 'thon-tay-2026-11-20.png', content: 'picture' }]))
})

test('without a share sheet the picture is saved and the text copied; neither holds a name, a note or a place in words', async () => {
  const { her, drawn } = await atSession()
  await tap('Tải ảnh về máy')
  await waitFor(() => expect(her.files.map(({ name }) => name)).toEqual(['thon-tay-2026-11-20.png']))
  await tap('Chép đoạn chữ')
  await screen.findByText('Đã chép. Mở Zalo và dán vào.')
  expect(her.copied[0]?.split('\n')).toEqual([
    'Buổi truyền thông phòng, chống mua bán người',
    'Thôn Tây, Xã A Lưới 1, 20/11/2026',
    '- lượt người dự (ước lượng): 1.240',
    '- Nữ: 717',
    '- Nam: 523',
    '- Người dân tộc thiểu số: 46',
    'Hình thức: Mít tinh',
    'Nội dung: Thủ đoạn, Phòng ngừa',
  ])
  expect([...drawn, ...her.copied].join(' ')).not.toMatch(/Nguyễn|Hoa|Mai|Trần|Lan(?! Tỏa)|Ba\b|Chiến dịch/)
  expect((await screen.findByRole('img')).getAttribute('alt')).toBe(her.copied[0])
})

test('where the browser draws no picture, the text is there all the same', async () => {
  await atSession({ canvas: false })
  await screen.findByText('Máy này không vẽ được ảnh. Vẫn gửi được đoạn chữ.')
  await tap('Xem đoạn chữ')
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Xem đoạn chữ' })).value).toContain('1.240')
})

test('practice says so on the picture, in the text and in the name of the file', async () => {
  const { her, drawn } = await atSession({ practice: true })
  await tap('Tải ảnh về máy')
  await tap('Chép đoạn chữ')
  await waitFor(() => expect(her.copied[0]?.split('\n')[0]).toBe('Diễn tập – không phải số liệu thật'))
  await waitFor(() => expect(her.files[0]?.name).toBe('dien-tap-thon-tay-2026-11-20.png'))
  expect(drawn.join(' ')).toContain('Diễn tập – không phải số liệu thật')
})

test('a session that the office refused, or that was taken away, is not offered to be sent on', async () => {
  const her = await seatOf()
  her.server.refuse = () => [{ code: 'not-valid', path: [] }]
  const refused = await her.phone.save({ unit: her.village('Tây') })
  await her.phone.sync()
  her.open(`/session/${refused.id}`)
  await heading('Thôn Tây')
  await screen.findByText('Chưa gửi được mục này')
  expect(screen.queryByRole('button', { name: 'Gửi qua Zalo' })).toBeNull()
})

test('a month has its sums and its villages on the picture; one without a session has only its text', async () => {
  const drawn = drawnOnCanvas()
  const official = await seatOf({ role: 'official' })
  official.open('/month')
  await tap('Gửi qua Zalo')
  await screen.findByRole('button', { name: 'Chép đoạn chữ' })
  expect(screen.queryByRole('button', { name: 'Tải ảnh về máy' })).toBeNull()
  await official.tell('session', 'a', session({ unit: official.village('Đông'), counts: { total: 40, female: 25, method: 'counted' } }))
  await official.tell('session', 'b', session({ unit: official.village('Đông'), counts: { total: 30, method: 'counted' } }))
  // The picture of the first alone may be there already.
  await waitFor(() => expect(drawn).toContain('70'))
  await tap('Tải ảnh về máy')
  await waitFor(() => expect(official.files.map(({ name }) => name)).toEqual(['xa-a-luoi-1-2026-11-01.png']))
  expect(drawn).toEqual(expect.arrayContaining(['Xã A Lưới 1', '2', '70', '25', 'Thôn đã có buổi: 1/3', 'Nữ (ghi ở 1/2 buổi)', 'Lan Tỏa']))
  expect(shown()).not.toContain('share.')
})

test("the browser's share sheet: handed over, closed, refused", async () => {
  const answers: (undefined | DOMException)[] = [undefined, new DOMException('closed', 'AbortError'), new DOMException('no', 'NotAllowedError')]
  vi.stubGlobal('navigator', { share: async () => answers[0] && Promise.reject(answers[0]), canShare: () => true })
  const outlet = browserOutlet()
  expect(outlet.canShareText()).toBe(true)
  expect(await outlet.shareText('x')).toBe(true)
  answers.shift()
  expect(await outlet.shareText('x')).toBe(false)
  answers.shift()
  await expect(outlet.shareText('x')).rejects.toThrow('no')
  vi.unstubAllGlobals()
})
