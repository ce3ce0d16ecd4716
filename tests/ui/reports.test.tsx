import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { readPaper } from '../../src/client/report/kept-paper.ts'
import { listDrafts } from '../../src/client/store/draft.ts'
import { pendingChanges } from '../../src/client/store/outbox.ts'
import { listRecords } from '../../src/client/store/read.ts'
import type { Role } from '../../src/model/permission.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { session } from '../fixture/sample.ts'
import { type Seat, seatOf, shown, type } from '../fixture/screen.tsx'

const YEAR = { from: '2025-12-15', to: '2026-12-14' }
const ofYear = '/report/new?from=2025-12-15&to=2026-12-14'

/** A plan with half-years before 10/6 and a year before 5/12: on 21/11 fourteen days are left. */
async function office(role: Role = 'official') {
  const seat = await seatOf({ role })
  const plan = shippedPacks.find(({ id }) => id === '000-hai-duong')
  if (!plan) throw new Error('The plan with a year’s report is gone.')
  const moved = { ...plan, period: { ...plan.period, from: '2026-01-01', to: '2026-12-31' } }
  const programme = await seat.tell('programme', 'kế hoạch', adoptPack(moved, { unit: hue, adoptedOn: '2026-01-05' }))
  await seat.tell('session', 'buổi', session({ unit: seat.village('Đông'), date: '2026-03-02', organisation: idNamed('hoi') }))
  await seat.tell('session', 'buổi khác', session({ unit: seat.village('Tây'), date: '2026-03-09' }))
  return { ...seat, programme, path: `${ofYear}&programme=${programme}&report=year` }
}

const reports = async ({ phone }: Pick<Seat, 'phone'>) => (await listRecords(phone.store, 'report')).sort((a, b) => a.data.number - b.data.number)

/** A paper has hundreds of cells: what is touched is found by its words, which costs far less than by what it is. */
async function tap(words: string | RegExp): Promise<void> {
  const found = (await screen.findAllByText(words, {}, PATIENT)).map((one) => one.closest('a, button')).find((one) => one !== null)
  if (!found) throw new Error(`${words} is nothing to tap.`)
  fireEvent.click(found)
}

const PATIENT = { timeout: 15_000 }

const frozenNow = () => screen.findByText('Tải Word', {}, PATIENT)

/** The report screen's own step, then the paper. */
async function preview(): Promise<void> {
  await tap('Xem trước')
  await screen.findByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {}, PATIENT)
}

test('the calendar tells what is late, what is owed soon, and what comes later', async () => {
  const seat = await office()
  seat.open('/reports')
  const soon = (await screen.findByText('Còn 14 ngày đến hạn báo cáo')).closest('a') ?? document.body
  within(soon).getByText('Sắp đến hạn')
  const late = screen.getByText('Trễ 165 ngày').closest('a') ?? document.body
  within(late).getByText('Trễ hạn')
  expect(shown()).toContain('Báo cáo tháng')
  expect(shown()).toContain('Báo cáo theo kỳ')
})

test('who may open no report reads when they are due, and is offered none', async () => {
  const seat = await office('observer')
  seat.open('/reports')
  expect((await screen.findByText('Trễ 165 ngày')).closest('a')).toBeNull()
  expect(screen.queryAllByRole('link', { name: /Báo cáo (theo kỳ|tháng)/ })).toEqual([])
  seat.open('/submissions')
  await screen.findByText(/^Anh\/chị không có quyền làm việc này/)
})

test('a day that the plan does not give is asked for, never guessed', async () => {
  const seat = await seatOf({ role: 'province' })
  const plan = shippedPacks.find(({ id }) => id === '002-hai-phong')
  if (!plan) throw new Error('The plan without days is gone.')
  const moved = { ...plan, period: { ...plan.period, from: '2026-01-01', to: '2026-12-31' } }
  await seat.tell('programme', 'kế hoạch', adoptPack(moved, { unit: hue, adoptedOn: '2026-01-05' }))
  seat.open('/reports')
  await screen.findAllByText(/Cần đặt ngày hạn/)
  expect(screen.queryByText(/đến hạn báo cáo/)).toBeNull()
})

test('an official writes and freezes a report without a network; it keeps the paper whole, and waits to be sent', async () => {
  const seat = await office()
  const figures = { sessions: 1, attendance: 40 }
  const { programme } = seat
  await seat.tell('submission', 'kỳ đã chốt', {
    unit: aLuoi1,
    organisation: idNamed('hoi'),
    programme,
    period: YEAR,
    state: 'locked',
    asOf: '2026-11-01',
    figures,
  })
  seat.phone.network.isOnline = false
  seat.open(seat.path)
  await screen.findByText('Kiểm tra số liệu')
  await screen.findByText('Mọi bản ghi trên máy này đã gửi.')
  await preview()
  expect(shown()).toContain('trước ngày 05/12/2026')
  expect(shown()).toContain('Có thay đổi sau khi tỉnh chốt số liệu (đã chốt theo số liệu đến): Xã A Lưới 1 (01/11/2026).')
  await type('Văn bản, cuộc họp, kiểm tra trong kỳ', 'Đã ban hành kế hoạch.')
  await tap('Chốt báo cáo (bản số 1)')
  await frozenNow()
  const [one] = await reports(seat)
  expect(one?.data).toMatchObject({
    unit: aLuoi1,
    organisation: idNamed('hoi'),
    programme: seat.programme,
    report: 'year',
    period: YEAR,
    number: 1,
    state: 'frozen',
  })
  expect(one?.data).toMatchObject({ asOf: '2026-11-21', before: '2026-12-05', silentUnits: 1 })
  const paper = readPaper(one?.data.paper ?? '')
  expect(paper?.blocks).toContainEqual(expect.objectContaining({ as: 'prose', id: 'directing', text: 'Đã ban hành kế hoạch.' }))
  expect(paper?.annexes.find(({ id }) => id === 'sessions')?.rows).toHaveLength(2)
  expect((await pendingChanges(seat.phone.store, 10, false)).changes).toMatchObject([{ kind: 'report', record: one?.id }])
  expect(await listDrafts(seat.phone.store)).toEqual([])
  expect(shown()).toContain('Đã ban hành kế hoạch.')
  seat.open('/reports')
  await screen.findByText('năm 2026, bản số 1')
  expect(screen.queryByText('Còn 14 ngày đến hạn báo cáo')).toBeNull()
})

test('what is written is kept when the app is closed, and offered again with the next report of that kind', async () => {
  const seat = await office()
  seat.open(`${seat.path}&step=paper`)
  await screen.findByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {}, PATIENT)
  await type('Khó khăn và nguyên nhân', 'Đường xa.')
  await waitFor(async () => expect(await listDrafts(seat.phone.store)).toMatchObject([{ value: { fields: { prose: { difficulties: 'Đường xa.' } } } }]))
  seat.open('/')
  await tap(/Báo cáo đã chốt/)
  await preview()
  expect(screen.getByLabelText('Khó khăn và nguyên nhân')).toHaveProperty('value', 'Đường xa.')
  await tap('Chốt báo cáo (bản số 1)')
  await frozenNow()
  seat.open(`/report/new?from=2024-12-15&to=2025-12-14&programme=${seat.programme}&report=year&step=paper`)
  await waitFor(() => expect(screen.getByLabelText('Khó khăn và nguyên nhân')).toHaveProperty('value', 'Đường xa.'))
})

test('a frozen report says when its figures are others now, and is corrected by the next number, which says what changed', async () => {
  const seat = await office()
  seat.open(`${seat.path}&step=paper`)
  await tap('Chốt báo cáo (bản số 1)')
  await frozenNow()
  expect(screen.queryByText('Số liệu nay đã khác')).toBeNull()
  await seat.tell('session', 'buổi muộn', session({ unit: seat.village('Đông'), date: '2026-03-20' }))
  await screen.findByText('Số liệu nay đã khác')
  expect(document.querySelector('.report-sheet')?.textContent).toContain('số đã khác')
  // Opened again, no file can be had before it is known whether it needs that mark.
  seat.open(window.location.pathname)
  await screen.findByText('Tải Word', {}, PATIENT)
  screen.getByText('Số liệu nay đã khác')
  await tap('Lập bản số 2 thay thế')
  await screen.findByText(/Chốt lần này là bản số 2/)
  await preview()
  await tap('Chốt báo cáo (bản số 2)')
  await screen.findByText(/số khác so với bản số 1/)
  const [first, second] = await reports(seat)
  expect(second?.data).toMatchObject({ number: 2, corrects: first?.id })
  seat.open(`/report/${first?.id}`)
  await screen.findByText('Đã có bản mới hơn.')
  expect(screen.queryByText('Số liệu nay đã khác')).toBeNull()
})

test('a report is withdrawn with a reason and not without; it stays, marked, and its number is not given again', async () => {
  const seat = await office()
  seat.open(`${seat.path}&step=paper`)
  await tap('Chốt báo cáo (bản số 1)')
  await frozenNow()
  for (const fold of document.querySelectorAll('details')) fold.open = true
  await screen.findByLabelText('Vì sao thu hồi')
  const [, button] = screen.getAllByText('Thu hồi bản này')
  if (button) fireEvent.click(button)
  await screen.findByText('Hãy viết vì sao thu hồi.')
  await type('Vì sao thu hồi', 'Nhầm kỳ')
  await tap('Thu hồi bản này')
  await screen.findAllByText('Bản số 1 đã thu hồi')
  expect((await reports(seat)).map(({ data }) => [data.state, data.why])).toEqual([['withdrawn', 'Nhầm kỳ']])
  seat.open(`${seat.path}&step=paper`)
  await screen.findByText('Chốt báo cáo (bản số 2)', {}, PATIENT)
})

test('any figure of the paper opens into the records that make it', async () => {
  const seat = await office()
  seat.open(`${seat.path}&step=paper`)
  await screen.findByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {}, PATIENT)
  const row = screen.getAllByText('Thôn Đông')[0]?.closest('tr')
  const figure = row?.querySelector('a')
  expect(figure?.textContent).toBe('1')
  figure?.click()
  await screen.findByText('1 bản ghi làm nên số này', {}, PATIENT)
  expect(shown()).toContain('Thôn Đông')
})

test('only what the own organisation did, where that is asked for', async () => {
  const seat = await office()
  seat.open(seat.path)
  await tap(/^Chỉ cơ quan này: Hội LHPN/)
  await preview()
  await tap('Chốt báo cáo (bản số 1)')
  await frozenNow()
  const [one] = await reports(seat)
  expect(one?.data.doneBy).toBe(idNamed('hoi'))
  expect(readPaper(one?.data.paper ?? '')?.annexes.find(({ id }) => id === 'sessions')?.rows).toHaveLength(1)
})

test('the province makes its own report from sums, and says which communes have not sent theirs', async () => {
  const seat = await office('province')
  seat.open(seat.path)
  await screen.findByText(/2\/2 xã chưa gửi số liệu kỳ này/)
  await preview()
  await tap('Chốt báo cáo (bản số 1)')
  await frozenNow()
  expect((await reports(seat))[0]?.data).toMatchObject({ unit: hue })
})

test('dates that sums by half-month can’t tell are said to be so', async () => {
  const seat = await office('province')
  await seat.phone.store.meta.put({ key: 'reads-summaries', value: true })
  seat.open('/report/new?from=2026-07-24&to=2026-07-30')
  await screen.findByText(/Không tính được số liệu của những ngày này/)
  expect(screen.queryByText('Xem trước')).toBeNull()
})

test('a collaborator makes none', async () => {
  const seat = await office('collaborator')
  seat.open(seat.path)
  await screen.findByText(/không được phép|không có quyền/i)
})
