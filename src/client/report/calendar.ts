// Days to come as a calendar file that phones and mail programs take in (RFC 5545), and as a link that asks Google's calendar
// to add one. A plan knows its day and no hour, so every event takes the whole day: a date without a time zone, the same
// day wherever the phone believes to be. It is reminded of at six in the evening of the day before.

import { addDays } from '../../model/civil-date.ts'
import { CONTROL } from '../../model/text.ts'

export interface CalendarEvent {
  /** Never changes, so that taking the file in again moves an event instead of doubling it. */
  id: string
  /** Civil date. */
  date: string
  title: string
  place: string
  about: string
  /** Grows with every change of it. */
  version: number
}

/** The text of a file; `nowMs` is when it is made. */
export function toCalendar(events: readonly CalendarEvent[], nowMs: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lan Toa//Lan Toa//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH']
  const stamp = `${new Date(nowMs).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  return `${[...lines, ...events.flatMap((event) => eventLines(event, stamp)), 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`
}

function eventLines({ id, date, title, place, about, version }: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@lan-toa`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${version}`,
    `DTSTART;VALUE=DATE:${basic(date)}`,
    // The end is the first day after it.
    `DTEND;VALUE=DATE:${basic(addDays(date, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(about)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT6H',
    'END:VALARM',
    'END:VEVENT',
  ]
}

/** Opens Google's calendar with everything filled in; nothing is sent before the person goes there. */
export function googleLink({ date, title, place, about }: CalendarEvent): string {
  const asked = { action: 'TEMPLATE', text: title, dates: `${basic(date)}/${basic(addDays(date, 1))}`, details: about, location: place }
  return `https://calendar.google.com/calendar/render?${new URLSearchParams(asked)}`
}

const basic = (date: string): string => date.replaceAll('-', '')

const escaped = (text: string): string =>
  text
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')

const LONGEST_OCTETS = 75

/** No line is longer than 75 octets; the rest goes on after a space, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > LONGEST_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}
