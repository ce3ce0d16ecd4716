import { fireEvent, screen, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { heading, inField, seatOf, tap, type } from '../fixture/screen.tsx'

async function officeAtForm() {
  const office = await seatOf({ role: 'province' })
  office.open('/session/new')
  await heading('Ghi buổi')
  return office
}

/** In the part for other communes. */
const other = async () => within((await screen.findByText('Nhiều xã cùng dự')).parentElement as HTMLElement) // a heading stands in its section

async function alsoIn(commune: string) {
  await tap('Thêm xã cùng dự')
  fireEvent.click(await (await other()).findByRole('button', { name: commune }))
}

async function fillFirst() {
  await tap('Xã A Lưới 1')
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await type('Nữ', '60')
}

test('an event of two communes is entered once and kept as a session for each, of which one counts as the event', async () => {
  const office = await officeAtForm()
  await fillFirst()
  await type('Nam', '40')
  await alsoIn('Xã A Lưới 2')
  fireEvent.input(await (await other()).findByLabelText('Nữ'), { target: { value: '20' } })
  fireEvent.input(await (await other()).findByLabelText('Nam'), { target: { value: '15' } })
  expect(await inField('Tổng số người')).toBe('35')
  await tap('Lưu trên máy này')
  await heading('Xã A Lưới 1')
  await screen.findByText('Cùng một sự kiện với')
  const saved = await listSessions(office.phone.store)
  expect(saved.map(({ data }) => [data.counts.total, data.event?.counts]).sort()).toEqual([
    [100, true],
    [35, false],
  ])
  expect(new Set(saved.map(({ data }) => data.event?.id)).size).toBe(1)
})

test('where one commune’s number is missing nothing is saved, and the form says which', async () => {
  const office = await officeAtForm()
  await fillFirst()
  await alsoIn('Xã A Lưới 2')
  await tap('Lưu trên máy này')
  await screen.findByRole('link', { name: /^Xã cùng dự: / })
  expect(await listSessions(office.phone.store)).toEqual([])
})

test('a collaborator, who works in one commune, is not asked for others', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await heading('Ghi buổi')
  expect(screen.queryByText('Nhiều xã cùng dự')).toBeNull()
})
