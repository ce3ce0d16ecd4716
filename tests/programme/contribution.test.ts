import { expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import { type KindName, kindNames } from '../../src/model/registry.ts'
import type { Cell } from '../../src/programme/cell.ts'
import { contributions, countedKinds } from '../../src/programme/contribution.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { session, site, someBody } from '../fixture/sample.ts'

const at = (date: string, values: Cell['values'], unit = aLuoi1): Cell => ({ unit, organisation: someBody, date, values })

test('a session with only its total adds itself, and no zeros', () => {
  const plain = session({ counts: { total: 12, method: 'counted' } })
  expect(contributions('session', plain)).toEqual([
    at('2026-11-20', { sessions: 1, events: 1, attendance: 12, 'form.direct-talk': 1, 'form-attendance.direct-talk': 12, 'kind.community': 1 }),
  ])
})

test('a session adds every number that was taken down, under the name of its own', () => {
  const counts = {
    total: 40,
    female: 25,
    male: 15,
    under14: 4,
    from14to15: 6,
    from16to60: 20,
    over60: 10,
    minority: 9,
    minorityFemale: 5,
    firstTime: 8,
    firstTime14to60: 7,
    firstTime14to60Female: 3,
    firstTimeUnder16: 1,
    method: 'estimated',
  }
  const [cell] = contributions('session', session({ counts }))
  expect(cell?.values).toEqual({
    sessions: 1,
    events: 1,
    attendance: 40,
    female: 25,
    male: 15,
    'under-14': 4,
    '14-15': 6,
    '16-60': 20,
    'over-60': 10,
    minority: 9,
    'minority-female': 5,
    'asked-first-time': 1,
    'asked-first-time-14-60': 1,
    'asked-first-time-14-60-female': 1,
    'asked-first-time-under-16': 1,
    'first-time': 8,
    'first-time-14-60': 7,
    'first-time-14-60-female': 3,
    'first-time-under-16': 1,
    estimated: 1,
    'form.direct-talk': 1,
    'form-attendance.direct-talk': 40,
    'kind.community': 1,
  })
})

test('asked and nobody new is not the same as not asked', () => {
  const asked = contributions('session', session({ counts: { total: 12, firstTime: 0, firstTime14to60: 0, method: 'counted' } }))
  expect(asked[0]?.values).toMatchObject({ 'asked-first-time': 1, 'asked-first-time-14-60': 1 })
  expect(Object.keys(asked[0]?.values ?? {})).not.toContain('first-time')
})

test('a session in a village counts in the village, and one of three communes at one event is no event of its own', () => {
  const village = idNamed('thôn Đông')
  const [cell] = contributions('session', session({ unit: village, event: { id: idNamed('ngày hội'), counts: false } }))
  expect(cell?.unit).toBe(village)
  expect(cell?.values['sessions']).toBe(1)
  expect(cell?.values).not.toHaveProperty('events')
  expect(contributions('session', session({ event: { id: idNamed('ngày hội'), counts: true } }))[0]?.values['events']).toBe(1)
})

test('what was handed out is summed by kind', () => {
  const materials = [
    { kind: 'leaflet', quantity: 30 },
    { kind: 'poster', quantity: 2 },
    { kind: 'leaflet', quantity: 5 },
  ]
  expect(contributions('session', session({ materials }))[0]?.values).toMatchObject({ 'handed.leaflet': 35, 'handed.poster': 2 })
})

test('a site adds one on the day it becomes active and takes it off on the day it ceases, whatever the order of its dates', () => {
  const statuses = [
    { status: 'closed', from: '2026-09-01' },
    { status: 'planned', from: '2026-01-01' },
    { status: 'active', from: '2026-02-01' },
    { status: 'paused', from: '2026-03-01' },
    { status: 'active', from: '2026-05-01' },
  ]
  const on = (date: string, change: number) => at(date, { 'site-active.intensive': change, 'site-type.prevention-club': change })
  expect(contributions('site', site({ statuses }))).toEqual([on('2026-02-01', 1), on('2026-03-01', -1), on('2026-05-01', 1), on('2026-09-01', -1)])
})

test('of two statuses on one day the later entry holds, and a site that was never active adds nothing', () => {
  const sameDay = [
    { status: 'active', from: '2026-02-01' },
    { status: 'planned', from: '2026-02-01' },
  ]
  expect(contributions('site', site({ statuses: sameDay }))).toEqual([])
  expect(contributions('site', site({ statuses: sameDay.toReversed() }))).toHaveLength(1)
})

const others: [KindName, Fields, Cell[]][] = [
  [
    'site-visit',
    { site: idNamed('s'), unit: aLuoi1, date: '2026-03-08', visitKind: 'meeting', attendance: { total: 17, female: 9 }, organisation: someBody },
    [at('2026-03-08', { visits: 1, 'visit.meeting': 1, 'visit-attendance': 17 })],
  ],
  [
    'material-receipt',
    { material: idNamed('m'), unit: aLuoi1, receivedOn: '2026-03-01', deployedOn: '2026-04-15', organisation: someBody },
    [at('2026-03-01', { received: 1 }), at('2026-04-15', { deployed: 1 })],
  ],
  ['material-receipt', { material: idNamed('m'), unit: aLuoi1, receivedOn: '2026-03-01', organisation: someBody }, [at('2026-03-01', { received: 1 })]],
  [
    'media-item',
    { unit: hue, date: '2026-07-30', level: 'province', mediaForm: 'radio', outlet: 'Đài', title: 'Tin', times: 3, minutes: 15, organisation: someBody },
    [at('2026-07-30', { 'media.province': 1, 'media-form.radio': 1, times: 3, minutes: 15 }, hue)],
  ],
  [
    'tally',
    { unit: aLuoi1, organisation: someBody, period: { from: '2026-01-01', to: '2026-03-31' }, measure: 'tips-received', value: 4 },
    [at('2026-03-31', { 'tally.tips-received.2026-01-01': 4, 'tallies.tips-received.2026-01-01': 1 })],
  ],
  [
    'tally',
    { unit: aLuoi1, organisation: someBody, period: { from: '2026-01-01', to: '2026-03-31' }, measure: 'tips-received', value: 0 },
    [at('2026-03-31', { 'tallies.tips-received.2026-01-01': 1 })],
  ],
]

test.each(others)('%s %j', (kind, data, cells) => {
  expect(contributions(kind, data)).toEqual(cells)
})

test('all other kinds add nothing', () => {
  const silent = kindNames.filter((kind) => !countedKinds.includes(kind))
  expect(silent).toEqual(
    expect.arrayContaining(['unit', 'baseline', 'organisation', 'material', 'survey', 'plan', 'key-area', 'target', 'programme', 'person', 'submission']),
  )
  expect(silent.flatMap((kind) => contributions(kind, { unit: aLuoi1, date: '2026-01-01' }))).toEqual([])
})
