import { expect, test } from 'vitest'
import { type CalendarEvent, googleLink, toCalendar } from '../../src/client/report/calendar.ts'
import { EVENING } from '../fixture/village.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: '01900000-0000-7000-8000-000000000001',
  date: '2026-11-28',
  title: 'Tối: Chiếu phim, Thôn Đông',
  place: 'Thôn Đông, Xã A Lưới 1',
  about: 'Xong buổi thì ghi.',
  version: 3,
  ...more,
})

/** As a calendar reads it: lines put together again, name and value. */
const read = (file: string): [string, string][] =>
  file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)])

const said = (file: string, name: string): string | undefined => read(file).find(([one]) => one === name)?.[1]

test('a plan is a whole day, without a time zone, that ends where the next begins', () => {
  const file = toCalendar([event({ date: '2026-12-31' })], EVENING)
  expect(said(file, 'DTSTART;VALUE=DATE')).toBe('20261231')
  expect(said(file, 'DTEND;VALUE=DATE')).toBe('20270101')
  expect(file).not.toContain('TZID')
})

test('taken in again it is the same event, and the newer of the two', () => {
  const file = toCalendar([event()], EVENING)
  expect(said(file, 'UID')).toBe('01900000-0000-7000-8000-000000000001@lan-toa')
  expect(said(file, 'SEQUENCE')).toBe('3')
  expect(said(file, 'DTSTAMP')).toBe('20261121T140000Z')
})

test('it is reminded of on the evening of the day before', () => {
  const names = read(toCalendar([event()], EVENING))
  const alarm = names.slice(names.findIndex(([, value]) => value === 'VALARM'))
  expect(alarm).toContainEqual(['TRIGGER', '-PT6H'])
  expect(alarm).toContainEqual(['ACTION', 'DISPLAY'])
  expect(alarm).toContainEqual(['DESCRIPTION', 'Tối: Chiếu phim\\, Thôn Đông'])
})

test('no line is longer than 75 octets, no letter is cut, and every line ends as the format wants', () => {
  const title = 'Nói chuyện chuyên đề về thủ đoạn lừa đảo “việc nhẹ lương cao” ở Nhà văn hoá thôn Đông 👩‍🌾'.repeat(4)
  const file = toCalendar([event({ title })], EVENING)
  const lines = file.split('\r\n')
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBe(75)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(said(file, 'SUMMARY')).toBe(title)
})

test('marks of the format in a text stay text', () => {
  const file = toCalendar([event({ title: 'A; B, C\\D: E', about: 'một\r\nhai\nba\u0007' })], EVENING)
  expect(said(file, 'SUMMARY')).toBe('A\\; B\\, C\\\\D: E')
  expect(read(file).filter(([name]) => name === 'DESCRIPTION')[0]?.[1]).toBe('một\\nhai\\nba')
  expect(said(toCalendar([event({ title: 'x\nEND:VEVENT' })], EVENING), 'SUMMARY')).toBe('x\\nEND:VEVENT')
})

test('several are one calendar with an event each', () => {
  const lines = read(toCalendar([event(), event({ id: '2' })], EVENING)).map((pair) => pair.join(':'))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(2)
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  expect(lines).toContain('VERSION:2.0')
})

test("the link to Google's calendar says the same", () => {
  const { origin, searchParams } = new URL(googleLink(event()))
  expect(origin).toBe('https://calendar.google.com')
  expect(Object.fromEntries(searchParams)).toEqual({
    action: 'TEMPLATE',
    text: 'Tối: Chiếu phim, Thôn Đông',
    dates: '20261128/20261129',
    details: 'Xong buổi thì ghi.',
    location: 'Thôn Đông, Xã A Lưới 1',
  })
})
