import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { pendingChanges } from '../../src/client/store/outbox.ts'
import { listRecords } from '../../src/client/store/read.ts'
import type { Fields } from '../../src/model/record.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const YEAR = { from: '2025-12-15', to: '2026-12-14' }
const DAY = 86_400_000

/** A plan with a year’s report before 5/12: on 21/11 fourteen days are left. */
async function seatWithPlan(role: 'official' | 'province' | 'collaborator') {
  const seat = await seatOf({ role })
  const plan = shippedPacks.find(({ id }) => id === '000-hai-duong')
  if (!plan) throw new Error('The plan with a year’s report is gone.')
  const moved = { ...plan, period: { ...plan.period, from: '2026-01-01', to: '2026-12-31' } }
  const programme = await seat.tell('programme', 'kế hoạch', adoptPack(moved, { unit: hue, adoptedOn: '2026-01-05' }))
  return { ...seat, programme }
}

const sent = (programme: string, more: Fields = {}): Fields => ({
  unit: aLuoi1,
  organisation: idNamed('hoi'),
  programme,
  period: YEAR,
  state: 'submitted',
  asOf: '2026-11-19',
  figures: { sessions: 2, attendance: 60 },
  ...more,
})

const submissions = async ({ phone }: Seat) => (await listRecords(phone.store, 'submission')).map(({ data }) => data)

test('an official sees what is due, looks at its figures and sends them, also without a network', async () => {
  const seat = await seatWithPlan('official')
  await seat.tell('session', 'buổi', session({ unit: seat.village('Đông'), date: '2026-03-02' }))
  seat.open('/')
  await screen.findByText('Còn 14 ngày đến hạn báo cáo')
  seat.phone.network.isOnline = false
  await tap(/năm 2026/, 'link')
  await heading('năm 2026')
  expect(shown()).toContain('từ 15/12/2025 đến 14/12/2026')
  await waitFor(() => expect(shown()).toContain('Hạn: trước 05/12/2026.'))
  await screen.findByText('Mọi bản ghi trên máy này đã gửi.')
  expect(shown()).toContain('Lượt người dự40')
  await screen.findByText(/^Kỳ này chưa hết: còn đến 14\/12\/2026/)
  await tap('Gửi số liệu kỳ này')
  await screen.findByText('Số liệu đã gửi')
  const day = seat.app.environment.now()
  expect(await submissions(seat)).toMatchObject([
    {
      unit: aLuoi1,
      programme: seat.programme,
      period: YEAR,
      state: 'submitted',
      asOf: '2026-11-21',
      figures: { sessions: 1, attendance: 40 },
      sent: { by: 'Cán bộ xã A Lưới 1', at: day },
    },
  ])
  expect((await pendingChanges(seat.phone.store, 10, false)).changes).toHaveLength(1)
  await screen.findByText('Chờ tỉnh xem')
})

test('what the province returned stands on the first screen with its remark behind it, and is sent again', async () => {
  const seat = await seatWithPlan('official')
  const id = await seat.tell('submission', 'kỳ năm', sent(seat.programme, { state: 'returned', remark: 'Xem lại tháng 3' }))
  seat.open('/')
  await screen.findByText('Tỉnh trả lại, xem ý kiến rồi gửi lại.')
  await tap(/năm 2026/, 'link')
  await screen.findByText('Xem lại tháng 3')
  await tap('Gửi lại số liệu kỳ này')
  await waitFor(async () => expect(await submissions(seat)).toMatchObject([{ state: 'submitted' }]))
  await screen.findByRole('heading', { name: 'Ý kiến của tỉnh lần trước' })
  await screen.findByText('Xem lại tháng 3')
  expect(await seat.phone.get(id)).toMatchObject({ state: 'waiting' })
  // Every remark and every figure that was sent stays in the period's history.
  const by = { by: idNamed('province'), name: 'Văn phòng tỉnh' }
  seat.server.past.set(id, [
    { version: 1, ...by, at: EVENING - DAY, did: 'made', set: sent(seat.programme) },
    { version: 2, ...by, at: EVENING, did: 'edited', set: { state: 'returned', remark: 'Xem lại tháng 3' } },
    { version: 3, ...by, at: EVENING, did: 'edited', set: { state: 'submitted', figures: { sessions: 3, attendance: 60 } } },
  ])
  await tap('Lịch sử', 'link')
  await heading('Lịch sử')
  await waitFor(() => expect(shown()).toMatch(/Ý kiếnđể trống → thành Xem lại tháng 3.*Số buổi2 → thành 3/))
  expect(shown()).not.toContain('[object')
})

test('a late period says by how many days, a locked one that it is locked', async () => {
  const seat = await seatWithPlan('official')
  seat.open('/submissions')
  const late = (await screen.findByText('6 tháng, kỳ 1/2026')).closest('a') ?? document.body
  expect(within(late).getByText('Trễ 165 ngày')).toBeTruthy()
  expect(within(late).getByText('Trễ hạn')).toBeTruthy()
  await seat.tell('submission', 'kỳ năm', sent(seat.programme, { state: 'locked' }))
  const year = (await screen.findByText('năm 2026')).closest('a') ?? document.body
  await within(year).findByText('Đã chốt')
  await tap(/năm 2026/, 'link')
  await screen.findByText('Đã chốt. Sửa cần ghi lý do, thành dòng điều chỉnh.')
  expect(screen.queryByRole('button', { name: /Gửi/ })).toBeNull()
})

test('the province sees by commune what waits and what is missing, and locks after a question', async () => {
  const seat = await seatWithPlan('province')
  await seat.tell('submission', 'kỳ năm', sent(seat.programme))
  seat.open('/submissions')
  await waitFor(() => expect(shown()).toContain('1 xã chờ xem · 1 xã chưa gửi'))
  await tap(/năm 2026/, 'link')
  await screen.findByRole('heading', { name: '1 xã chờ xem' })
  // Who has not sent is a way to its place, and to whom to call.
  expect((await screen.findByRole('link', { name: /A Lưới 2/ })).getAttribute('href')).toBe(`/area/${aLuoi2}`)
  await seat.tell('person', 'chủ tịch', { name: 'Chủ tịch Hội', duty: 'Phụ trách', phone: '0000 20044 01', unit: aLuoi2, organisation: idNamed('hoi') })
  expect((await screen.findByRole('link', { name: 'Gọi 0000 20044 01' })).getAttribute('href')).toBe('tel:00002004401')
  await tap(/A Lưới 1/, 'link')
  await tap('Chốt')
  await screen.findByRole('heading', { name: 'Chốt kỳ này?' })
  await screen.findByText(/^Kỳ này chưa hết: còn đến 14\/12\/2026/)
  expect(await submissions(seat)).toMatchObject([{ state: 'submitted' }])
  await tap('Chốt')
  await screen.findByText('Số liệu đã chốt')
  await tap('Mở lại')
  await screen.findByRole('heading', { name: 'Mở lại kỳ đã chốt?' })
  await tap('Mở lại')
  await screen.findByText('Hãy viết cho xã biết vì sao.')
  expect(await submissions(seat)).toMatchObject([{ state: 'locked' }])
  await type('Ý kiến của tỉnh', 'Xã xin bổ sung tháng 9')
  await tap('Mở lại')
  await waitFor(async () => expect(await submissions(seat)).toMatchObject([{ state: 'reopened', remark: 'Xã xin bổ sung tháng 9' }]))
  await tap('Hoàn tác')
  await waitFor(async () => expect(await submissions(seat)).toMatchObject([{ state: 'locked', figures: { sessions: 2 } }]))
})

test('it returns with a remark, and not without one', async () => {
  const seat = await seatWithPlan('province')
  const id = await seat.tell('submission', 'kỳ năm', sent(seat.programme))
  seat.open(`/submission/${id}`)
  await tap('Trả lại xã')
  await tap('Trả lại xã')
  await screen.findByText('Hãy viết cho xã biết vì sao.')
  await type('Ý kiến của tỉnh', 'Thiếu thôn Tây')
  await tap('Trả lại xã')
  await waitFor(async () => expect(await submissions(seat)).toMatchObject([{ state: 'returned', remark: 'Thiếu thôn Tây', figures: { sessions: 2 } }]))
})

test('after the lock the figures stand, and what was recorded since is the adjustment beside them', async () => {
  const seat = await seatWithPlan('official')
  const id = await seat.tell('submission', 'kỳ năm', sent(seat.programme, { state: 'locked', figures: { sessions: 1, attendance: 10 } }), {
    changedAt: EVENING - DAY,
  })
  await seat.tell('session', 'buổi', session({ unit: seat.village('Đông'), date: '2026-03-02' }), { changedAt: EVENING })
  await seat.tell(
    'submission',
    'kỳ khác',
    sent(seat.programme, { period: { from: '2026-01-01', to: '2026-03-31' }, state: 'locked', sent: { by: 'Chị gửi', at: EVENING - 9 * DAY } }),
  )
  seat.open(`/submission/${idNamed('kỳ khác')}`)
  // Who locked it touched it last; who sent it is somebody else.
  await screen.findByText(/^Số liệu đến 19\/11\/2026\. Chị gửi, 12\/11, 21:00/)
  seat.open(`/submission/${id}`)
  const card = (await screen.findByRole('heading', { name: 'Điều chỉnh sau khi chốt' })).closest('section') ?? document.body
  expect(within(card).getByText('Lượt người dự').nextSibling?.textContent).toBe('+30')
  await screen.findByText('1 buổi ghi hoặc sửa sau đó')
})

test('an adjustment names the sessions of its own commune only, though the office holds its own everywhere', async () => {
  const seat = await seatWithPlan('province')
  const id = await seat.tell('submission', 'kỳ năm', sent(seat.programme, { state: 'locked', figures: { sessions: 1 } }), { changedAt: EVENING - DAY })
  await seat.tell('session', 'ở A Lưới 1', session({ unit: aLuoi1, date: '2026-03-02' }))
  await seat.tell('session', 'ở A Lưới 2', session({ unit: aLuoi2, date: '2026-03-02' }))
  seat.open(`/submission/${id}`)
  await screen.findByText('1 buổi ghi hoặc sửa sau đó')
})

test('what was sent and has not moved since is not offered to be sent again; what has moved is', async () => {
  const seat = await seatWithPlan('official')
  await seat.tell('session', 'buổi', session({ unit: seat.village('Đông'), date: '2026-03-02', counts: { total: 40, method: 'counted' } }))
  seat.open(`/submission/new?from=${YEAR.from}&to=${YEAR.to}&programme=${seat.programme}`)
  await tap('Gửi số liệu kỳ này')
  await screen.findByText('Chờ tỉnh xem')
  await screen.findByText('Gửi lại được cho đến khi tỉnh chốt.')
  expect(screen.queryByRole('button', { name: /Gửi lại/ })).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Số liệu của kỳ' })).toBeNull()
  await seat.tell('session', 'buổi nữa', session({ unit: seat.village('Tây'), date: '2026-03-03' }))
  await screen.findByRole('button', { name: 'Gửi lại số liệu kỳ này' })
  await screen.findByRole('heading', { name: 'Số liệu của kỳ' })
})

test('of a period that no plan asks for nobody is late and no day is missed: only who sent it is listed', async () => {
  const seat = await seatWithPlan('province')
  const { programme: _, ...ofItsOwn } = sent('', { period: { from: '2026-10-01', to: '2026-10-31' } })
  await seat.tell('submission', 'tháng 10', ofItsOwn)
  seat.open('/submissions')
  const row = (await screen.findByText('tháng 10/2026')).closest('a') ?? document.body
  expect(row.textContent).toContain('1 xã chờ xem')
  expect(row.textContent).not.toContain('chưa gửi')
  await tap(/tháng 10\/2026/, 'link')
  await screen.findByRole('link', { name: /A Lưới 1/ })
  expect(shown()).not.toMatch(/A Lưới 2|Chưa có hạn/)
})

test('a session of a locked period asks for the reason before it is saved', async () => {
  const seat = await seatWithPlan('collaborator')
  const lock = await seat.tell('submission', 'kỳ năm', sent(seat.programme, { state: 'locked' }))
  const data = session({ unit: seat.village('Đông'), date: '2026-03-02' })
  const id = await seat.tell('session', 'buổi', data, { author: 'collaborator', authorName: seat.app.identity.value?.scope.name ?? '' })
  seat.open(`/session/${id}/edit`)
  await screen.findByText('Đã chốt. Sửa cần ghi lý do, thành dòng điều chỉnh.')
  await type('Nữ', '28')
  await type('Nam', '12')
  await tap(/Lưu trên máy này/)
  await screen.findAllByText('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.')
  await type('Lý do', 'Đếm lại theo giấy')
  await tap(/Lưu trên máy này/)
  await waitFor(async () =>
    expect((await pendingChanges(seat.phone.store, 10, false)).changes).toMatchObject([{ record: id, lock, reason: 'Đếm lại theo giấy' }]),
  )
})

test('taking a session of a locked period away asks for the reason, too', async () => {
  const seat = await seatWithPlan('collaborator')
  await seat.tell('submission', 'kỳ năm', sent(seat.programme, { state: 'locked' }))
  const data = session({ unit: seat.village('Đông'), date: '2026-03-02' })
  const id = await seat.tell('session', 'buổi', data, { author: 'collaborator', authorName: seat.app.identity.value?.scope.name ?? '' })
  seat.open(`/session/${id}`)
  await heading(/Đông/)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Xoá' })).toBeTruthy())
  await tap('Xoá')
  await type('Lý do', 'Ghi hai lần')
  await tap('Xoá')
  await waitFor(async () =>
    expect((await pendingChanges(seat.phone.store, 10, false)).changes).toMatchObject([{ record: id, remove: true, reason: 'Ghi hai lần' }]),
  )
})

test('phones that are silent are told with their person and place, and kept for when there is no network', async () => {
  const seat = await seatWithPlan('province')
  seat.server.devices = [
    { person: 'Chị Ba', name: 'Android · Chrome', unit: aLuoi1, contactAt: EVENING - 20 * DAY },
    { person: 'Chị Tư', unit: aLuoi2, contactAt: EVENING - DAY },
  ]
  await seat.tell('submission', 'kỳ năm', sent(seat.programme))
  const path = `/submissions?period=${encodeURIComponent(`${YEAR.from} ${YEAR.to} ${seat.programme}`)}`
  seat.open(path)
  await screen.findByText(/Ít nhất: 1 máy chưa gửi hơn 14 ngày/)
  seat.phone.network.isOnline = false
  seat.open(path)
  await screen.findByText(/Ít nhất: 1 máy chưa gửi hơn 14 ngày/)
  expect(shown()).toContain('Biết đến lúc')
})

test('with nothing adopted and nothing sent, the list says so; a collaborator is led to none of it', async () => {
  const official = await seatOf({ role: 'official' })
  official.open('/submissions')
  await screen.findByText(/Chưa có kỳ báo cáo nào/)
  await screen.findByRole('link', { name: 'Xem và gửi kỳ này' })
  const collaborator = await seatOf()
  collaborator.open('/more')
  await screen.findByRole('link', { name: 'Hộp gửi' })
  expect(screen.queryByRole('link', { name: 'Báo cáo theo kỳ' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Cần xem lại' })).toBeNull()
})
