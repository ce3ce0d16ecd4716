import { expect, test } from 'vitest'
import { clippedIn, type Hiding, rawKeysIn, tabFaults, tooSmallIn, type Visit, vietnameseIn } from '../../tool/screen-faults.ts'

const box = (more: Partial<Hiding>): Hiding => ({
  what: '<p>',
  hidesX: true,
  hidesY: true,
  clientWidth: 100,
  clientHeight: 40,
  scrollWidth: 100,
  scrollHeight: 40,
  ...more,
})

test('text that does not fit is lost where its box hides what sticks out', () => {
  expect(clippedIn([box({ scrollHeight: 60 }), box({ scrollWidth: 130 })])).toEqual(['100×60 in 100×40: <p>', '130×40 in 100×40: <p>'])
  expect(clippedIn([box({ scrollHeight: 60, hidesY: false }), box({ scrollWidth: 130, hidesX: false })])).toEqual([])
  expect(clippedIn([box({}), box({ scrollHeight: 41 })])).toEqual([])
})

test('a box of one pixel holds words for the ear and loses none', () => {
  expect(clippedIn([box({ clientWidth: 1, clientHeight: 1, scrollWidth: 90, scrollHeight: 20 })])).toEqual([])
})

test('a target is as big as its smaller side', () => {
  const target = (width: number, height: number, least: number) => ({ what: '<a>', width, height, least })
  expect(tooSmallIn([target(300, 40, 44), target(44, 44, 44), target(43.6, 90, 44), target(52, 60, 56)])).toEqual([
    '300×40, 44 is needed: <a>',
    '52×60, 56 is needed: <a>',
  ])
})

const seen = (...stops: number[]): Visit[] => stops.map((stop) => ({ stop, isSeen: true, isMarked: true }))
const stops = ['back', 'field', 'save']

test('the keyboard comes to everything in order, and may go round', () => {
  expect(tabFaults(stops, seen(0, 1, 2, -1, 0), true)).toEqual([])
})

test('what the keyboard misses, jumps to or can not leave is told', () => {
  expect(tabFaults(stops, seen(0, 2), true)).toEqual(['not reached: field'])
  expect(tabFaults(stops, seen(0, 2), false)).toEqual([])
  expect(tabFaults(stops, seen(0, 2, 1), true)).toEqual(['out of order: field'])
  expect(tabFaults(stops, seen(0, ...Array<number>(9).fill(1)), false)).toEqual(['holds the focus: field'])
  expect(tabFaults(stops, seen(0, ...Array<number>(8).fill(1), 2), true)).toEqual([])
})

test('a focus that can not be seen is told once', () => {
  const hidden = { stop: 1, isSeen: false, isMarked: true }
  expect(tabFaults(stops, [...seen(0), hidden, hidden, ...seen(2)], true)).toEqual(['hidden when focused: field'])
  expect(tabFaults(stops, [...seen(0, 1), { stop: 2, isSeen: true, isMarked: false }], true)).toEqual(['its focus is not seen: save'])
})

const vi = { 'form.more_other': 'Xem thêm {count}', 'tab.home': 'Trang chủ', 'term.people.tay': 'Tày', 'unit.of': 'Thôn {name}' }
const en = { 'form.more_other': '{count} more', 'tab.home': 'Home', 'term.people.tay': 'Tày', 'unit.of': 'village {name}' }

test('a key is found where its words should stand, other words with dots are not', () => {
  expect(rawKeysIn(['form.more', 'Sửa tab.home ngay', 'lantoa.example', '1.240 người'], vi)).toEqual(['form.more', 'tab.home'])
})

test('Vietnamese words of the app are found on an English screen; names are left alone', () => {
  expect(vietnameseIn(['Trang chủ', 'Xem thêm 12', 'Home', 'Tày', 'Thôn Đông'], vi, en)).toEqual(['Trang chủ', 'Xem thêm 12'])
})
