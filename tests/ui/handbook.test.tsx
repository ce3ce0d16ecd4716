import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { listRecords } from '../../src/client/store/read.ts'
import { hue } from '../fixture/land.ts'
import { handbookEntry } from '../fixture/sample.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'

const SAVE = 'Lưu trên máy này'
const SHIPPED = 'Bản có sẵn trong ứng dụng'

const numbers = async () => (await screen.findAllByRole('link', { name: /^Gọi / })).map((link) => link.getAttribute('href'))

const hotline = (more: object = {}) => handbookEntry({ entry: 'cong-an-113', section: 'hotline', title: 'Công an thành phố', number: '0234 111 222', ...more })

async function reader(): Promise<Seat> {
  const her = await seatOf()
  her.open('/more')
  await tap('Cẩm nang', 'link')
  await heading('Cẩm nang')
  return her
}

describe('the handbook', () => {
  test('is there without a network, with numbers that dial before anything else', async () => {
    const her = await seatOf()
    her.phone.network.isOnline = false
    her.open('/handbook')
    expect(await numbers()).toEqual(['tel:111', 'tel:113', 'tel:1900969680', 'tel:+84981848484'])
    const [first] = within(screen.getByRole('main')).getAllByRole('link')
    expect(first?.getAttribute('href')).toBe('tel:111')
    expect(shown()).toContain('Không ghi tên, chuyện hay địa chỉ của nạn nhân vào ứng dụng này.')
    expect(screen.queryByRole('link', { name: 'Viết mục cẩm nang' })).toBeNull()
  })

  test('is led to from "Thêm" and opens by sections; an entry leads to the next one and back to its section', async () => {
    await reader()
    fireEvent.click(await screen.findByText('Thủ đoạn cần nhận ra'))
    await tap('“Việc nhẹ lương cao”', 'link')
    await heading('“Việc nhẹ lương cao”')
    expect(shown()).toMatch(/Nguồn: Lan Tỏa soạn theo hiểu biết chung, không dẫn văn bản · 28\/11\/2026/)
    expect(screen.queryByText(SHIPPED)).toBeNull()
    await tap('Mục sau: Bị ép lừa đảo qua mạng ở nước ngoài', 'link')
    await heading('Bị ép lừa đảo qua mạng ở nước ngoài')
    await tap('Quay lại', 'link')
    await heading('Cẩm nang')
    await screen.findByRole('link', { name: '“Việc nhẹ lương cao”' })
    expect(screen.queryByRole('link', { name: 'Những việc luật cấm' })).toBeNull()
  })

  test('is searched without marks, in titles, lines and numbers, and says when nothing is found', async () => {
    await reader()
    await type(/^Tìm trong cẩm nang/, 'ho chieu dien thoai')
    await screen.findByRole('link', { name: /^Bị ép lừa đảo qua mạng ở nước ngoài ?Thủ đoạn cần nhận ra/ })
    expect(screen.queryByRole('link', { name: /Việc nhẹ/ })).toBeNull()
    await type(/^Tìm trong cẩm nang/, '1900969680')
    await screen.findByRole('link', { name: /^Ngôi nhà bình yên.*Số điện thoại/ })
    await type(/^Tìm trong cẩm nang/, 'xyz')
    await screen.findByText('Không thấy mục nào. Thử từ khác.')
    expect(await numbers()).toContain('tel:111')
  })

  test('has the slogans of the plans under the plan’s name and their numbers, also of one that the province adopted', async () => {
    const her = await seatOf()
    const hotlines = [
      { number: '111', name: { vi: 'Tổng đài', en: 'Hotline' } },
      { number: '0234 382 2222', name: { vi: 'Công an thành phố Huế', en: 'Police of Huế' } },
    ]
    const name = { vi: 'Kế hoạch mẫu', en: 'Sample plan' }
    const pack = { id: 'kế hoạch xã', name, slogans: [{ text: 'Nhớ số 111' }], hotlines, document: { number: '01/KH-MAU' } }
    await her.tell('programme', 'kế hoạch', { unit: hue, name: 'Kế hoạch mẫu', from: '2026-01-01', adoptedOn: '2026-01-05', pack })
    her.open('/handbook')
    fireEvent.click(await screen.findByText('Khẩu hiệu'))
    await tap(/^Kon Tum: hưởng ứng/, 'link')
    await screen.findByText('Chung tay phòng, chống nạn mua bán người')
    await tap('Mục sau: Kế hoạch mẫu', 'link')
    await screen.findByText('Nhớ số 111')
    expect(shown()).toContain('Nguồn: 01/KH-MAU')
    her.open('/handbook')
    await screen.findByRole('link', { name: 'Gọi 0234 382 2222 Công an thành phố Huế' })
    expect((await numbers()).filter((number) => number === 'tel:111')).toHaveLength(1)
    // What the office took out of a plan that the app brings is out of the handbook, too.
    await her.tell('programme', 'Kon Tum', {
      unit: hue,
      name: 'Kon Tum',
      from: '2026-01-01',
      adoptedOn: '2026-01-05',
      pack: { ...pack, id: '001-kon-tum', slogans: [] },
    })
    await waitFor(() => expect(screen.queryByText(/^Kon Tum: hưởng ứng/)).toBeNull())
  })

  test('offers the two numbers that matter most and another try where its file can’t be had', async () => {
    const her = await seatOf()
    const { fetch } = her.app.environment
    her.app.environment.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    her.open('/handbook')
    await screen.findByText(/Chưa mở được cẩm nang/)
    expect(await numbers()).toEqual(['tel:111', 'tel:113'])
    her.app.environment.fetch = fetch
    await tap('Thử lại')
    await waitFor(async () => expect(await numbers()).toContain('tel:1900969680'))
  })
})

describe('what the office made of it', () => {
  test('stands in place of the shipped text, with its day, and the shipped text is one tap away', async () => {
    const her = await seatOf()
    await her.tell('handbook-entry', 'bản của tỉnh', handbookEntry({ title: 'Bản của tỉnh' }))
    her.open('/handbook/viec-nhe-luong-cao')
    await heading('Bản của tỉnh')
    await screen.findByText('“Hợp đồng đâu?”')
    expect(shown()).toContain('Sở/Hội tỉnh sửa ngày 21/11/2026')
    expect(shown()).toContain('Nguồn: Văn bản mẫu · 02/03/2026')
    expect(shown()).not.toContain('Giục quyết nhanh')
    fireEvent.click(screen.getByText(SHIPPED))
    await screen.findByText(/Giục quyết nhanh/)
    expect(screen.queryByRole('link', { name: 'Sửa mục cẩm nang' })).toBeNull()
  })

  test('a changed number is the office’s, and the app’s own stays in sight', async () => {
    const her = await seatOf()
    await her.tell('handbook-entry', 'số của tỉnh', hotline())
    her.open('/handbook')
    await screen.findByRole('link', { name: 'Gọi 0234 111 222 Công an thành phố' })
    await screen.findByText(/Sở\/Hội tỉnh sửa ngày 21\/11\/2026/)
    const own = screen.getByRole('link', { name: 'Gọi số có sẵn trong ứng dụng: 113' })
    expect(own.getAttribute('href')).toBe('tel:113')
    her.open('/handbook/cong-an-113')
    fireEvent.click(await screen.findByText(SHIPPED))
    await screen.findByRole('link', { name: 'Gọi số có sẵn trong ứng dụng: 113' })
  })

  test('a new entry is listed in its section, with the day on which it was added', async () => {
    const her = await seatOf()
    await her.tell('handbook-entry', 'mới', handbookEntry({ entry: undefined, section: 'response', title: 'Mở đầu buổi nói chuyện' }))
    her.open('/handbook')
    fireEvent.click(await screen.findByText('Khi nghi ngờ: làm gì, nói gì'))
    await tap(/^Mở đầu buổi nói chuyện ?Sở\/Hội tỉnh thêm ngày 21\/11\/2026/, 'link')
    await heading('Mở đầu buổi nói chuyện')
  })

  test('a hidden entry is not there for a collaborator, not even by its address; the office sees that it is hidden', async () => {
    const hidden = handbookEntry({ hidden: true })
    const her = await seatOf()
    await her.tell('handbook-entry', 'ẩn', hidden)
    her.open('/handbook/viec-nhe-luong-cao')
    await heading('Không tìm thấy')
    her.open('/handbook')
    await type(/^Tìm trong cẩm nang/, 'viec nhe')
    await screen.findByText('Không thấy mục nào. Thử từ khác.')
    const office = await seatOf({ role: 'province' })
    await office.tell('handbook-entry', 'ẩn', hidden)
    office.open('/handbook/viec-nhe-luong-cao')
    await heading('Việc nhẹ lương cao')
    await screen.findByText('Đang ẩn với cộng tác viên')
  })

  test('of two wordings of one entry the newer stands; the older is left to the office alone', async () => {
    const older = handbookEntry({ title: 'Bản cũ' })
    const newer = handbookEntry({ title: 'Bản mới' })
    for (const role of ['collaborator', 'province'] as const) {
      const someone = await seatOf({ role })
      await someone.tell('handbook-entry', 'cũ', older, { changedAt: Date.UTC(2026, 10, 1) })
      await someone.tell('handbook-entry', 'mới', newer, { changedAt: Date.UTC(2026, 10, 9) })
      someone.open('/handbook/viec-nhe-luong-cao')
      await heading('Bản mới')
      someone.open('/handbook')
      await type(/^Tìm trong cẩm nang/, 'ban')
      await screen.findByRole('link', { name: /^Bản mới/ })
      expect(screen.queryAllByRole('link', { name: /^Bản cũ/ })).toHaveLength(role === 'province' ? 1 : 0)
    }
  })
})

describe('the office', () => {
  test('begins with what the app says, is told what is missing, and changes one number', async () => {
    const office = await seatOf({ role: 'province' })
    office.open('/handbook/cong-an-113')
    await tap('Sửa mục cẩm nang', 'link')
    await heading('Viết mục cẩm nang')
    expect(await inField(/^Tên mục/)).toBe('Công an')
    expect(await inField(/^Nội dung/)).toContain('Nói địa điểm trước, rồi mới kể việc.')
    await screen.findByText(SHIPPED)
    await type(/^Số điện thoại/, '')
    await tap(SAVE)
    within(await screen.findByRole('alert')).getByText('Số điện thoại: Hãy điền mục này.')
    await type(/^Số điện thoại/, '0234 111 222')
    await tap(SAVE)
    await heading('Công an')
    await screen.findByRole('link', { name: 'Gọi 0234 111 222' })
    const [made] = await listRecords(office.phone.store, 'handbook-entry')
    expect(made?.data).toMatchObject({ unit: hue, entry: 'cong-an-113', section: 'hotline', number: '0234 111 222', sourceDate: '2014-12-22', hidden: false })
    expect(shown()).toContain('Trên máy')
  })

  test('writes a new entry, hides it, and takes it away again', async () => {
    const office = await seatOf({ role: 'province' })
    office.open('/handbook')
    await tap('Viết mục cẩm nang', 'link')
    await heading('Viết mục cẩm nang')
    expect(screen.queryByLabelText(/^Số điện thoại/)).toBeNull()
    await tap(SAVE)
    const missing = within(await screen.findByRole('alert'))
    for (const field of ['Phần của cẩm nang', 'Tên mục', 'Nội dung', 'Nguồn']) missing.getByText(`${field}: Hãy điền mục này.`)
    await tap('Luật và quyền')
    await type(/^Tên mục/, 'Trợ giúp pháp lý của tỉnh')
    await type(/^Nội dung/, 'Hỏi ở đâu.')
    await type(/^Nguồn/, 'Sở Tư pháp')
    await tap('Có')
    await tap(SAVE)
    await heading('Cẩm nang')
    fireEvent.click(await screen.findByText('Luật và quyền'))
    await tap(/^Trợ giúp pháp lý của tỉnh ?Sở\/Hội tỉnh thêm ngày 21\/11\/2026 · Đang ẩn/, 'link')
    await tap('Sửa mục cẩm nang', 'link')
    await tap('Xoá')
    await heading('Cẩm nang')
    expect(await listRecords(office.phone.store, 'handbook-entry')).toEqual([])
  })

  test('keeps what was begun in place of an entry, also when the app is closed', async () => {
    const office = await seatOf({ role: 'province' })
    office.open('/handbook-entry/new?entry=cong-an-113')
    await type(/^Tên mục/, 'Công an thành phố')
    await waitFor(async () => expect(await office.phone.store.drafts.count()).toBe(1))
    office.open('/')
    await tap(/tự lưu lúc .* Ghi tiếp\?/, 'link')
    await heading('Viết mục cẩm nang')
    expect(await inField(/^Tên mục/)).toBe('Công an thành phố')
  })

  test('alone may write: an official is told so before she types', async () => {
    const official = await seatOf({ role: 'official' })
    official.open('/handbook-entry/new')
    await screen.findByText('Anh/chị không có quyền làm việc này với bản ghi này.')
  })
})

test.each(['/handbook', '/handbook/mat-lien-lac', '/handbook/viec-nhe-luong-cao', '/handbook-entry/new?entry=ngay-30-7'])(
  '%s speaks both languages without a raw key or an id',
  async (address) => {
    const office = await seatOf({ role: 'province' })
    await office.tell('handbook-entry', 'bản của tỉnh', handbookEntry({ title: 'In English', body: 'Text', source: 'Source' }))
    for (const language of ['vi', 'en'] as const) {
      office.app.preferences.language.value = language
      office.open(address)
      await screen.findByRole('link', { name: language === 'vi' ? 'Quay lại' : 'Back' })
      await waitFor(() => expect(screen.getByRole('main').childElementCount).toBeGreaterThan(0))
      for (const summary of document.querySelectorAll('summary')) fireEvent.click(summary)
      expect(shown()).not.toMatch(/\b(handbook|term|field|hint|kind)\.[a-z]|[0-9a-f]{8}-[0-9a-f]{4}-/)
      if (language === 'en' && address !== '/handbook' && !address.includes('new')) expect(shown()).not.toMatch(/Nguồn|Mục|Sở|Gọi|Luật Phòng/)
    }
  },
)
