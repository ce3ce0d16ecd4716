// What no screen that draws figures may ever show, asked of all of them: no data as a zero, a share past 100 % cut off, a percentage
// of fewer than ten (docs/domain.md §4.2, §4.3). On 21 November 2026, in a commune of three villages.

import { screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../src/model/permission.ts'
import { drawnOnCanvas } from '../fixture/drawn-on-canvas.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { baseline, session } from '../fixture/sample.ts'
import { type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'

afterEach(() => vi.restoreAllMocks())

const named = (vi: string) => ({ vi, en: vi })

/** No target: then every % on a screen is a share of what was counted. */
const plan = {
  unit: hue,
  name: 'Kế hoạch mẫu',
  from: '2026-01-01',
  adoptedOn: '2026-01-05',
  pack: {
    format: 1,
    id: 'mau',
    rule: 'calendar',
    indicators: [
      {
        id: 'VC1',
        name: named('Độ phủ thôn'),
        definition: { type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' },
        targets: [],
      },
      { id: 'N5', name: named('Người được tiếp cận'), definition: { type: 'reached', among: 'communes', age: '14-60' }, targets: [] },
    ],
  },
}

interface Surface {
  name: string
  role: Role
  path: (seat: Seat) => string
  /** Stands there once all is drawn. */
  ready: RegExp
}

const QUARTER = 'from=2026-10-01&to=2026-12-31'
const at = (path: string) => () => path

const surfaces: Surface[] = [
  { name: 'a collaborator’s first screen', role: 'collaborator', path: at('/'), ready: /Xem độ phủ của xã/ },
  { name: 'a collaborator’s coverage', role: 'collaborator', path: at('/coverage'), ready: /Người 14–60 tuổi mới dự lần đầu trong năm/ },
  { name: 'an official’s overview', role: 'official', path: at('/'), ready: /In hoặc lưu PDF/ },
  { name: 'the office’s overview', role: 'province', path: at('/'), ready: /In hoặc lưu PDF/ },
  { name: 'an official’s area', role: 'official', path: at('/area?list=all'), ready: /Dấu – là/ },
  { name: 'the office’s area', role: 'province', path: at('/area?list=all'), ready: /Dấu – là/ },
  { name: 'who is missing', role: 'official', path: at('/area'), ready: /Soạn lời nhắn/ },
  { name: 'a village', role: 'official', path: (seat) => `/area/${seat.village('Tây')}`, ready: /Người dự/ },
  { name: 'a commune', role: 'province', path: at(`/area/${aLuoi1}`), ready: /Dấu – là/ },
  { name: 'an indicator of villages', role: 'official', path: at('/indicator/VC1'), ready: /Các kỳ gần đây/ },
  { name: 'an indicator of people', role: 'province', path: at('/indicator/N5'), ready: /Các kỳ gần đây/ },
  { name: 'the month', role: 'official', path: at('/month'), ready: /Người lập biểu/ },
  { name: 'a period before it is sent', role: 'official', path: at(`/submission/new?${QUARTER}`), ready: /Gửi số liệu kỳ này/ },
]

async function openAt(surface: Surface, seat: Seat): Promise<string> {
  seat.open(surface.path(seat))
  await waitFor(() => expect(shown()).toMatch(surface.ready))
  return shown()
}

/** Screens of one role are opened one after the other on one phone. */
function onePhoneEach(make: (role: Role) => Promise<Seat>): (role: Role) => Promise<Seat> {
  const phones = new Map<Role, Promise<Seat>>()
  return (role) => {
    const phone = phones.get(role) ?? make(role)
    phones.set(role, phone)
    return phone
  }
}

async function seatWithPlan(role: Role): Promise<Seat> {
  const seat = await seatOf({ role })
  await seat.tell('programme', 'kế hoạch', plan)
  return seat
}

/** What the words say of no data, and how many of the villages' records have come, is no figure. */
const figuresIn = (text: string): string => text.replace(/không phải bằng 0|\d+\/\d+ (thôn|xã) có bản ghi trong kỳ|(Vượt|vượt) 100 %/g, '')

/** A 0 that stands by itself, "0/3", "0 %", "0,0 %"; not the one of 01/10 or 10.000. */
const ZERO = /(?<![\d.,:/])0(?!\d)/

function expectHatched(): void {
  for (const bar of document.querySelectorAll('.bullet')) expect(bar.querySelector('rect[fill="url(#none)"]'), 'a bar').toBeTruthy()
  for (const chart of document.querySelectorAll('svg.columns')) {
    expect(chart.querySelector('.columns-value'), 'a column').toBe(null)
    expect(chart.querySelector('rect[fill="url(#unknown)"]'), 'columns').toBeTruthy()
  }
  for (const mini of document.querySelectorAll('.mini')) expect(mini.classList.contains('mini-none'), 'a bar of the table').toBe(true)
}

describe('no data is words and hatching, never a zero', () => {
  const phoneOf = onePhoneEach(seatWithPlan)

  test.each(surfaces)('$name', async (surface) => {
    const text = await openAt(surface, await phoneOf(surface.role))
    expect(figuresIn(text)).not.toMatch(ZERO)
    expect(text).toMatch(/[Cc]hưa có số liệu|Chưa ghi gì|Dấu – là chưa có bản ghi nào/)
    expectHatched()
  })

  test('the text of a month', async () => {
    const seat = await seatWithPlan('official')
    await openAt({ name: '', role: 'official', path: at('/month'), ready: /Người lập biểu/ }, seat)
    await tap('Gửi qua Zalo')
    await tap('Chép đoạn chữ')
    await waitFor(() => expect(seat.copied).toHaveLength(1))
    expect(figuresIn(seat.copied[0] ?? '')).not.toMatch(ZERO)
  })
})

/** Three of eight people came for the first time, in one of three villages. */
async function few(role: Role): Promise<Seat> {
  const seat = await seatWithPlan(role)
  await seat.tell('baseline', 'nền', baseline({ unit: aLuoi1, people: { total: 9, from14to60: 8, female14to60: 4, under16: 1 } }))
  const counts = { total: 5, firstTime: 5, firstTime14to60: 3, firstTime14to60Female: 2, firstTimeUnder16: 1, method: 'counted' }
  await seat.tell('session', 'buổi', session({ unit: seat.village('Tây'), counts }))
  return seat
}

describe('of fewer than ten there are counts, and no percentage', () => {
  const phoneOf = onePhoneEach(few)

  test.each(surfaces)('$name', async (surface) => {
    const text = await openAt(surface, await phoneOf(surface.role))
    await waitFor(() => expect(text).toMatch(/[135]/))
    expect(text).not.toContain('%')
  })

  test('the text and the picture of a month', async () => {
    const drawn = drawnOnCanvas()
    const seat = await few('official')
    await openAt({ name: '', role: 'official', path: at('/month'), ready: /Người lập biểu/ }, seat)
    await tap('Gửi qua Zalo')
    await tap('Tải ảnh về máy')
    await waitFor(() => expect(drawn.join(' ')).toContain('1/3'))
    await tap('Chép đoạn chữ')
    await waitFor(() => expect(seat.copied).toHaveLength(1))
    expect(`${drawn.join(' ')} ${seat.copied}`).not.toContain('%')
  })
})

describe('past 100 % it is shown, flagged, and the bar goes on', () => {
  const ofPeople = surfaces.filter(({ name }) => /overview|of people|a collaborator’s coverage/.test(name))
  expect(ofPeople).toHaveLength(4)

  test.each(ofPeople)('$name', async (surface) => {
    const seat = await seatWithPlan(surface.role)
    for (const unit of surface.role === 'province' ? [aLuoi1, aLuoi2] : [aLuoi1]) {
      await seat.tell('baseline', `nền ${unit}`, baseline({ unit, people: { total: 30, from14to60: 10, female14to60: 5, under16: 5 } }))
    }
    const counts = { total: 90, firstTime14to60: 25, firstTime14to60Female: 15, firstTimeUnder16: 3, method: 'counted' }
    await seat.tell('session', 'đông', session({ unit: seat.village('Tây'), counts }))
    const text = await openAt(surface, seat)
    expect(text).toMatch(/(125|250),0 %/)
    expect(text).toContain('Vượt 100 %')
    const bar = [...document.querySelectorAll('.bullet')].find((one) => one.querySelector('.bullet-whole'))
    if (surface.role === 'collaborator') return
    expect(Number(bar?.querySelectorAll('rect')[1]?.getAttribute('width'))).toBe(300)
    expect(bar?.querySelector('.bullet-whole')?.getAttribute('d')).toMatch(/^M(120|240) /)
  })

  test('the columns of its periods', async () => {
    const seat = await seatWithPlan('official')
    await seat.tell('baseline', 'nền', baseline({ unit: aLuoi1, people: { total: 30, from14to60: 20, female14to60: 10, under16: 5 } }))
    await seat.tell('session', 'đông', session({ unit: seat.village('Tây'), counts: { total: 90, firstTime14to60: 25, method: 'counted' } }))
    seat.open('/indicator/N5')
    await screen.findByText('Có kỳ vượt 100 %: xem lại mẫu số hoặc cách đếm.')
    expect(document.querySelector('svg.columns')?.textContent).toContain('125')
  })
})
