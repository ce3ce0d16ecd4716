import { render, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { AppContext } from '../../src/client/ui/context.ts'
import { nationalDay } from '../../src/client/ui/national-day.ts'
import { NextPlan } from '../../src/client/ui/part/next-plan.tsx'
import type { Fields } from '../../src/model/record.ts'
import { session, someBody } from '../fixture/sample.ts'
import { heading, inField, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

const plan = (her: Seat, more: Fields = {}): Fields => ({ date: '2026-11-28', unit: her.village('Đông'), form: 'film', organisation: someBody, ...more })

/** Time goes by after the office was last heard. */
const inJuly = (day: number) => Date.UTC(2027, 6, day, 2)

const drawNext = ({ app }: Seat) => {
  render(
    <AppContext.Provider value={app}>
      <NextPlan />
    </AppContext.Provider>,
  )
}

test('one plan goes into a calendar as a file that says where and what, and not who', async () => {
  const her = await seatOf()
  await her.phone.save({ kind: 'plan', ...plan(her, { partOfDay: 'evening', who: 'Chị Tư' }) })
  her.open('/plans')
  await tap(/Lưu vào lịch của máy/)
  await waitFor(() => expect(her.files).toHaveLength(1))
  const [{ name, content } = { name: '', content: '' }] = her.files
  expect(name).toBe('lich-2026-11-28.ics')
  expect(content).toContain('DTSTART;VALUE=DATE:20261128')
  expect(content).toContain('SUMMARY:Tối: Chiếu phim\\, Thôn Đông')
  expect(content).not.toContain('Tư')
  const link = screen.getByRole('link', { name: 'Mở Google Lịch', hidden: true })
  expect(link.getAttribute('href')).toContain('dates=20261128%2F20261129')
  expect(link.getAttribute('href')).not.toContain(encodeURIComponent('Tư'))
})

test('all that are coming go into one file, and what was held stays out', async () => {
  const her = await seatOf()
  await her.tell('plan', 'một', plan(her))
  await her.tell('plan', 'hai', plan(her, { date: '2026-12-05', unit: her.village('Tây') }))
  await her.tell('plan', 'qua', plan(her, { date: '2026-11-01' }))
  await her.tell('plan', 'đã ghi', plan(her, { date: '2026-11-20' }))
  await her.tell('session', 'buổi', session({ unit: her.village('Đông'), date: '2026-11-20' }))
  await her.tell('plan', 'tối nay', plan(her, { date: '2026-11-21', unit: her.village('Bãi') }))
  await her.tell('session', 'buổi tối nay', session({ unit: her.village('Bãi'), date: '2026-11-21' }))
  her.open('/plans')
  await tap('Đưa cả 2 buổi vào lịch của máy')
  await waitFor(() => expect(her.files.map(({ name }) => name)).toEqual(['lich-sap-toi.ics']))
  expect(her.files[0]?.content.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(['DTSTART;VALUE=DATE:20261128', 'DTSTART;VALUE=DATE:20261205'])
})

test('a plan of practice is marked as practice in the calendar', async () => {
  const her = await seatOf({ practice: true })
  await her.tell('plan', 'một', plan(her))
  her.open('/plans')
  await tap(/^Đưa cả 1 buổi/)
  await waitFor(() => expect(her.files[0]?.name).toBe('dien-tap-lich-sap-toi.ics'))
  expect(her.files[0]?.content).toContain('SUMMARY:Diễn tập: Chiếu phim')
})

test.each([
  ['2027-06-30', undefined],
  ['2027-07-01', 29],
  ['2027-07-30', 0],
  ['2027-07-31', undefined],
])('on %s the national day is told with %s days left', (today, daysLeft) => {
  expect(nationalDay(today)?.daysLeft).toBe(daysLeft)
})

test('in July the plans remind of 30/7, and the way to plan it begins on that day', async () => {
  const her = await seatOf()
  her.phone.clock.now = inJuly(18)
  her.open('/plans')
  await screen.findByRole('heading', { name: 'Ngày toàn dân phòng, chống mua bán người 30/7' })
  await screen.findByText('Còn 12 ngày.')
  await screen.findByText('Theo Quyết định 793/QĐ-TTg ngày 10/5/2016.')
  await tap('Lên lịch cho ngày 30/7', 'link')
  await heading('Thêm lịch')
  expect(await inField('Ngày')).toBe('2027-07-30')
})

test('where something is planned for it, that is said instead', async () => {
  const her = await seatOf()
  await her.tell('plan', 'mít tinh', plan(her, { date: '2027-07-30', form: 'rally' }))
  her.phone.clock.now = inJuly(30)
  her.open('/plans')
  await screen.findByText('Hôm nay.')
  await screen.findByText('Đã có 1 buổi cho ngày này.')
  expect(screen.queryByRole('link', { name: 'Lên lịch cho ngày 30/7' })).toBeNull()
})

test('the next session planned is hers before a nearer one of others, with the way to log it', async () => {
  const her = await seatOf()
  await her.tell('plan', 'của người khác', plan(her, { date: '2026-11-22' }))
  const { id } = await her.phone.save({ kind: 'plan', ...plan(her, { unit: her.village('Tây'), partOfDay: 'evening' }) })
  drawNext(her)
  await screen.findByRole('heading', { name: 'Buổi sắp tới' })
  const link = await screen.findByRole('link', { name: 'Ghi Thôn Tây, T7 28/11, tối' })
  expect(link.getAttribute('href')).toBe(`/session/new?plan=${id}`)
  await screen.findByRole('link', { name: 'Xem lịch dự kiến, còn 1 buổi khác' })
})

test('what is planned for today is offered first of all, before a later one of her own', async () => {
  const her = await seatOf()
  await her.phone.save({ unit: her.village('Bãi') })
  await her.phone.save({ kind: 'plan', ...plan(her, { unit: her.village('Tây') }) })
  await her.tell('plan', 'hôm nay', plan(her, { date: '2026-11-21' }))
  her.open('/')
  const today = await screen.findByRole('link', { name: 'Ghi Thôn Đông, Hôm nay' })
  const again = await screen.findByRole('link', { name: /Giống buổi trước/ })
  expect(today.compareDocumentPosition(again)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getAllByRole('heading', { name: 'Buổi sắp tới' })).toHaveLength(1)
})

test('where nothing is planned and it is not July, nothing is said', async () => {
  const her = await seatOf()
  drawNext(her)
  await her.tell('plan', 'qua', plan(her, { date: '2026-11-01' }))
  expect(shown()).toBe('')
})
