// What the first screen says of reports that are due: on 21 November 2026, to a commune's official and to the province's office.

import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

type Role = 'official' | 'province'

/** A plan whose year's report is owed before a day, "11-22". */
function adopt(seat: Seat, before: string, name = 'Kế hoạch mẫu') {
  const plan = shippedPacks.find(({ id }) => id === '000-hai-duong')
  if (!plan) throw new Error('The plan with a year’s report is gone.')
  const reports = plan.reports.filter(({ kind }) => kind === 'year').map((report) => ({ ...report, due: { before } }))
  const pack = { ...plan, reports, period: { ...plan.period, from: '2026-01-01', to: '2026-12-31' } }
  return seat.tell('programme', name, { ...adoptPack(pack, { unit: hue, adoptedOn: '2026-01-05' }), name })
}

const dueCard = async (): Promise<HTMLElement> => (await screen.findByRole('heading', { name: 'Hạn báo cáo' })).closest('section') ?? document.body

const days: [before: string, said: string][] = [
  ['12-21', 'Còn 30 ngày đến hạn báo cáo'],
  ['11-23', 'Còn 2 ngày đến hạn báo cáo'],
  ['11-22', 'Hôm nay là ngày cuối để gửi'],
  ['11-21', 'Trễ 1 ngày'],
  ['11-20', 'Trễ 2 ngày'],
]

test.each(days)('a report that has to be there before %s: “%s”', async (before, said) => {
  for (const role of ['official', 'province'] satisfies Role[]) {
    const seat = await seatOf({ role })
    await adopt(seat, before)
    seat.open('/')
    await within(await dueCard()).findByText(new RegExp(`^${said}( · 2 xã chưa gửi)?$`))
  }
})

test.each(['official', 'province'] satisfies Role[])('nothing is said to the %s of what is not due for long, or where no plan asks', async (role) => {
  const seat = await seatOf({ role })
  seat.open('/')
  await heading('Tổng quan')
  await screen.findByRole('button', { name: 'In hoặc lưu PDF' })
  expect(shown()).not.toContain('Hạn báo cáo')
  await adopt(seat, '12-22')
  seat.open('/')
  await screen.findByText('Kế hoạch mẫu')
  expect(shown()).not.toContain('Hạn báo cáo')
})

test.each(['official', 'province'] satisfies Role[])('of two plans that ask for the same period the %s is told which is which', async (role) => {
  const seat = await seatOf({ role })
  await adopt(seat, '11-25', 'Kế hoạch tỉnh')
  await adopt(seat, '12-05', 'Kế hoạch ngành')
  seat.open('/')
  const card = await dueCard()
  await waitFor(() =>
    expect(
      within(card)
        .getAllByRole('link')
        .map(({ textContent }) => textContent?.replace(/ ?·.*|Chưa gửi$/, '')),
    ).toEqual(expect.arrayContaining(['năm 2026Kế hoạch tỉnh. Còn 4 ngày đến hạn báo cáo', 'năm 2026Kế hoạch ngành. Còn 14 ngày đến hạn báo cáo'])),
  )
  seat.open('/submissions')
  await screen.findByText(/Kế hoạch ngành/)
  await screen.findByText(/Kế hoạch tỉnh/)
})

test('what every commune has sent is due no more; the province is led to those that have not', async () => {
  const seat = await seatOf({ role: 'province' })
  const programme = await adopt(seat, '11-25')
  const sent = {
    organisation: idNamed('hoi'),
    programme,
    period: { from: '2025-12-15', to: '2026-12-14' },
    state: 'submitted',
    asOf: '2026-11-19',
    figures: {},
  }
  await seat.tell('submission', 'A Lưới 1', { ...sent, unit: aLuoi1 })
  seat.open('/')
  await within(await dueCard()).findByText('Còn 4 ngày đến hạn báo cáo · 1 xã chưa gửi')
  await tap(/^năm 2026/, 'link')
  await screen.findByRole('heading', { name: '1 xã chưa gửi' })
})
