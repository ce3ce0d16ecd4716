// What an office sees above its communes: single records when it asks, any two days, and what sessions were about; and an observer.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { contributions } from '../../src/programme/contribution.ts'
import { summarise } from '../../src/programme/summary.ts'
import type { OpenedRecord } from '../../src/protocol/opened.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const opened = (name: string, data: Fields): OpenedRecord => ({
  id: idNamed(name),
  kind: 'session',
  version: 1,
  author: idNamed('chị ba'),
  authorName: 'Chị Ba',
  createdAt: EVENING,
  changedAt: EVENING,
  model: 1,
  data,
})

/** Somebody who counts with the sums of these sessions and holds none of them. */
async function above(role: 'province' | 'observer', sessions: readonly Fields[]): Promise<Seat> {
  const her = await seatOf({ role, villages: ['Đông', 'Tây'] })
  await sum(her, sessions)
  return her
}

async function sum({ phone: { store } }: Seat, sessions: readonly Fields[]): Promise<void> {
  await store.meta.put({ key: 'reads-summaries', value: true })
  await store.summaries.bulkPut(summarise(sessions.flatMap((data) => contributions('session', data))))
}

const held = (more: Fields = {}): Fields => session({ unit: idNamed('thôn Đông'), date: '2026-11-03', counts: { total: 30, method: 'counted' }, ...more })
const three = [held(), held({ date: '2026-11-04' }), held({ date: '2026-11-20' })]

test('the office opens the sessions behind a village’s figure; they come to it, and the phone keeps none', async () => {
  const her = await above('province', three)
  her.server.opens = () => three.map((data, place) => opened(`buổi ${place}`, data))
  her.open(`/area/${her.village('Đông')}`)
  await screen.findByText('Bản ghi nằm ở xã. Mỗi lần mở đều được ghi lại: ai mở, đơn vị nào, kỳ nào. Máy này không giữ lại.')
  await tap('Mở các buổi đã ghi')
  await screen.findByRole('heading', { name: '3 bản ghi đã mở' })
  await screen.findByText(/^Cộng lại đúng bằng con số ở trên/)
  const [row] = screen.getAllByText('Chị Ba')
  expect(row?.closest('summary')?.textContent).toContain('Thôn Đông')
  expect(her.server.openings).toMatchObject([{ unit: her.village('Đông'), kind: 'session', from: '2026-10-01', to: '2026-12-31', want: 30 }])
  expect(await her.phone.store.records.where('kind').equals('session').count()).toBe(0)
  expect(screen.queryByRole('button', { name: 'Mở thêm' })).toBeNull()
})

test('what comes after the sum is said to have come after it', async () => {
  const her = await above('province', three)
  her.server.opens = () => [...three, held()].map((data, place) => opened(`buổi ${place}`, data))
  her.open(`/area/${her.village('Đông')}`)
  await tap('Mở các buổi đã ghi')
  await screen.findByText(/^Cộng lại khác con số ở trên: đến 21:00 đã có thay đổi/)
})

test('page by page, and only all of them are added up', async () => {
  const many = Array.from({ length: 31 }, () => held())
  const her = await above('province', many)
  her.server.opens = () => many.map((data, place) => opened(`buổi ${place}`, data))
  her.open(`/area/${her.village('Đông')}`)
  await tap('Mở các buổi đã ghi')
  await screen.findByText('Còn nữa: mở hết mới cộng lại được.')
  await tap('Mở thêm')
  await screen.findByText(/^Cộng lại đúng bằng con số ở trên/)
  expect(her.server.openings.map(({ after }) => after)).toEqual([undefined, 30])
})

test('without a network the sum stands, and it is said what opening needs', async () => {
  const her = await above('province', three)
  her.phone.network.isOnline = false
  her.open(`/area/${her.village('Đông')}`)
  await tap('Mở các buổi đã ghi')
  await screen.findByText('Mở từng bản ghi cần có mạng. Con số ở trên vẫn đúng như đã cộng.')
  expect(shown()).toContain('Số buổi3')
})

test('an indicator opens into the sessions that make it and no others', async () => {
  const her = await above('province', three)
  her.server.opens = () => three.map((data, place) => opened(`buổi ${place}`, data))
  her.open('/indicator/VC1')
  await tap('Mở các buổi đã ghi')
  await screen.findByText(/^Cộng lại đúng bằng con số ở trên/)
  expect(her.server.openings).toMatchObject([{ unit: hue, kind: 'session' }])
})

const figure = (measure: string, more: Record<string, string> = {}) =>
  `/figure?${new URLSearchParams({ measure, unit: hue, from: '2026-10-01', to: '2026-12-31', back: '/report/new', ...more })}`

test('a figure of a report opens into the communes’ records, one by one', async () => {
  const her = await above('province', three)
  her.server.opens = () => three.map((data, place) => opened(`buổi ${place}`, data))
  her.open(figure('attendance'))
  await tap('Mở các buổi đã ghi')
  await screen.findByRole('heading', { name: '3 bản ghi đã mở' })
  await screen.findByText(/^Cộng lại đúng bằng con số ở trên/)
  expect(her.server.openings).toMatchObject([{ unit: hue, kind: 'session', from: '2026-10-01', to: '2026-12-31' }])
  expect(await her.phone.store.records.where('kind').equals('session').count()).toBe(0)
  expect(shown()).not.toContain('văn phòng có số cộng')
})

test('a figure of a report is made by its own records only, and says when they come to another sum', async () => {
  const her = await above('province', three)
  const school = held({ organisation: idNamed('trường') })
  her.server.opens = () => [...three, school, held({ date: '2026-11-05' })].map((data, place) => opened(`buổi ${place}`, data))
  her.open(figure('sessions', { organisation: String(held()['organisation']) }))
  await tap('Mở các buổi đã ghi')
  await screen.findByRole('heading', { name: '4 bản ghi đã mở' })
  await screen.findByText(/^Cộng lại khác con số ở trên/)
})

test('models are opened from the beginning, material that was deployed in the period whenever it was received', async () => {
  const her = await above('province', three)
  her.server.opens = () => []
  for (const measure of ['site-type.*', 'deployed', 'media.*']) {
    her.open(figure(measure))
    await tap('Mở các bản ghi')
    await screen.findByRole('heading', { name: '0 bản ghi đã mở' })
  }
  expect(her.server.openings.map(({ kind, from }) => [kind, from])).toEqual([
    ['site', undefined],
    ['material-receipt', undefined],
    ['media-item', '2026-10-01'],
  ])
})

test('an indicator of any dates opens from a report, too', async () => {
  const her = await above('province', three)
  const plan = shippedPacks.find(({ id }) => id === '003-thua-thien-hue')
  if (!plan) throw new Error('The core plan is gone.')
  const programme = await her.tell('programme', 'kế hoạch', adoptPack(plan, { unit: hue, adoptedOn: '2026-01-05' }))
  await sum(her, three)
  her.server.opens = () => three.map((data, place) => opened(`buổi ${place}`, data))
  her.open(`/figure?${new URLSearchParams({ indicator: 'VC1', programme, unit: hue, from: '2026-11-01', to: '2026-11-30', back: '/report/new' })}`)
  await tap('Mở các buổi đã ghi')
  await screen.findByText(/^Cộng lại đúng bằng con số ở trên/)
})

test('an observer reads a figure and is offered no opening', async () => {
  const her = await above('observer', three)
  her.open(figure('attendance'))
  await screen.findByText('90')
  expect(screen.queryByRole('button', { name: 'Mở các buổi đã ghi' })).toBeNull()
})

test('an official has the records, and is offered no opening', async () => {
  const her = await seatOf({ role: 'official', villages: ['Đông'] })
  await her.tell('session', 'một', held())
  her.open(`/area/${her.village('Đông')}`)
  await screen.findByText(/^Xem 1 buổi|^1 buổi/)
  expect(screen.queryByRole('button', { name: 'Mở các buổi đã ghi' })).toBeNull()
})

const choose = async (label: string, value: string) => fireEvent.change(await screen.findByLabelText(label), { target: { value } })

const week = '?kind=dates&from=2026-11-04&to=2026-11-10'

test('any two days: the office asks for the half-month they cut, and counts what lies between them', async () => {
  const her = await above('province', three)
  const asked: unknown[] = []
  her.server.cuts = ({ unit, from, to, cut }) => {
    asked.push({ unit, from, to, cut })
    return three.filter(({ date }) => String(date) >= from && String(date) <= to).flatMap((data) => contributions('session', data))
  }
  her.open(`/${week}`)
  await screen.findByText('1/2 thôn.')
  expect(asked).toEqual([{ unit: hue, from: '2026-11-01', to: '2026-11-14', cut: 'day' }])
  await waitFor(() => expect(shown()).toContain('Số buổi1'))
  expect(shown()).toContain('1/2 thôn có ghi trong kỳ.')
})

test('days that do not come to the sums are not believed', async () => {
  const her = await above('province', three)
  her.server.cuts = () => contributions('session', held())
  // Its office tells it no newer sums either.
  her.app.syncNow = async () => undefined
  her.open(`/${week}`)
  await heading('Tổng quan')
  await screen.findByRole('heading', { name: 'Chưa có số liệu theo ngày' })
  expect(shown()).not.toMatch(/\d\/2 thôn\./)
})

test('without a network the days are not told, and what can be seen is said', async () => {
  const her = await above('province', three)
  her.phone.network.isOnline = false
  her.open(`/${week}`)
  await screen.findByText(/^Máy này giữ số cộng theo nửa tháng của cả tỉnh\./)
  await tap('Theo tháng, quý, năm')
  await waitFor(() => expect(shown()).toContain('Số buổi3'))
})

test('a commune counts any two days by itself, and crossed days are told beside the field', async () => {
  const her = await seatOf({ role: 'official', villages: ['Đông', 'Tây'] })
  for (const [place, data] of three.entries()) await her.tell('session', `buổi ${place}`, data)
  her.phone.network.isOnline = false
  her.open('/')
  await tap('Kỳ khác')
  await tap('Từ ngày … đến ngày …')
  await choose('Từ ngày', '2026-11-04')
  await choose('Đến ngày', '2026-11-10')
  await waitFor(() => expect(shown()).toContain('Số buổi1'))
  await choose('Đến ngày', '2026-11-01')
  await screen.findByText('Ngày kết thúc sớm hơn ngày bắt đầu.')
})

test('what sessions were about is counted from the records in a commune, and asked for above it', async () => {
  const her = await seatOf({ role: 'official', villages: ['Đông'] })
  await her.tell('session', 'một', held({ topics: ['tricks', 'hotlines'] }))
  await her.tell('session', 'hai', held({ topics: ['tricks'] }))
  her.open('/')
  fireEvent.click(await screen.findByText('Theo hình thức, chủ đề, đối tượng'))
  const table = await screen.findByRole('table', { name: 'Theo chủ đề' })
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent),
  ).toHaveLength(2)
  expect(within(table).getAllByRole('row')[1]?.textContent).toMatch(/260$/)
})

test('an observer reads the same figures, and is offered neither records nor days', async () => {
  const her = await above('observer', three)
  her.open('/')
  await screen.findByText(/^Tài khoản theo dõi chỉ xem số cộng\./)
  await waitFor(() => expect(shown()).toContain('Số buổi3'))
  expect(shown()).toContain('1/2 thôn')
  await tap('Kỳ khác')
  expect(screen.queryByRole('button', { name: 'Từ ngày … đến ngày …' })).toBeNull()
  her.open('/indicator/VC1')
  await heading('Chỉ tiêu VC1')
  await screen.findByText('1 đơn vị còn thiếu')
  expect(screen.queryByRole('button', { name: /^Mở các/ })).toBeNull()
  her.open('/area?list=all')
  await screen.findByRole('table', { name: 'Từng đơn vị trong kỳ' })
  expect(her.app.identity.value?.scope.roles[0]?.unit).toBe(aLuoi1)
})
