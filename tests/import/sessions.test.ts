// Earlier sessions as offices list them: every way to write a day, a number, a place, a form; what can't be taken is said with its
// cell, and nothing is guessed or made zero.

import { describe, expect, test } from 'vitest'
import { codesIn, namedBy } from '../../src/client/import/code-named.ts'
import { findHead } from '../../src/client/import/columns.ts'
import type { Cell, Line } from '../../src/client/import/line.ts'
import { sessionColumns } from '../../src/client/import/session-columns.ts'
import { readSessions, type SessionsAround } from '../../src/client/import/session-sheet.ts'
import { aLuoi1, aLuoi2, land } from '../fixture/land.ts'
import { around, dong, farDong, goOn, plan, police, tay } from '../fixture/session-table.ts'

/** A table with its headings. */
async function read(table: readonly Line[], more: Partial<SessionsAround> = {}) {
  const head = findHead(table, sessionColumns)
  return readSessions(table.slice(head.at + 1), head.at + 2, head.places, around(more), goOn)
}

const heading = ['STT', 'Ngày', 'Thôn/bản', 'Số người tham dự', 'Nữ', 'Hình thức', 'Nội dung']
const line = (more: Partial<Record<'date' | 'place' | 'total' | 'female' | 'form' | 'topics', Cell>> = {}): Line => [
  1,
  more.date ?? '15/03/2026',
  more.place ?? 'Thôn Đông',
  more.total ?? 40,
  more.female ?? '',
  more.form ?? 'Mít tinh',
  more.topics ?? 'Thủ đoạn',
]

const one = async (more: Parameters<typeof line>[0], around: Partial<SessionsAround> = {}) => (await read([heading, line(more)], around))[0]
const problemsOf = async (more: Parameters<typeof line>[0], around: Partial<SessionsAround> = {}) => {
  const row = await one(more, around)
  return row?.as === 'wrong' ? row.problems : []
}

test('headings of lists that offices keep, below a title, with and without marks', async () => {
  const table = [['DANH SÁCH CÁC BUỔI TRUYỀN THÔNG'], ['so nguoi THAM DU', 'Trong đó nữ', 'Ngày tổ chức', 'Thôn, bản', 'Địa điểm', 'Ghi chú'], []]
  expect(findHead(table, sessionColumns)).toMatchObject({ at: 1, places: { 'counts.total': 0, 'counts.female': 1, date: 2, unit: 3, place: 4, note: 5 } })
  expect(findHead([['Date', 'Village', 'Participants', 'Of which women', 'Topic']], sessionColumns).places).toMatchObject({
    date: 0,
    unit: 1,
    'counts.total': 2,
  })
})

test.each([
  [new Date(Date.UTC(2026, 2, 15)), '2026-03-15'],
  [46_096, '2026-03-15'],
  [46_096.8125, '2026-03-15'],
  ['15/03/2026', '2026-03-15'],
  ['15/3/2026', '2026-03-15'],
  ['15-3-26', '2026-03-15'],
  ['15.3.2026', '2026-03-15'],
  ['2026-03-15', '2026-03-15'],
  ['2026/3/15', '2026-03-15'],
  ['15/03/2026 19:30', '2026-03-15'],
])('%s is a day', async (date, expected) => {
  expect(await one({ date })).toMatchObject({ as: 'new', fields: { date: expected } })
})

test('a number counted from 1904 is another day', async () => {
  expect(await one({ date: 44_634 }, { since1904: true })).toMatchObject({ fields: { date: '2026-03-15' } })
})

test.each(['Quý I/2026', 'quý 1', 'Q1/2026', 'tháng 3', 'Tháng 3/2026', '3/2026', '03-2026', '2026-03', '2026', 2026, 'năm 2026', 'March 2026'])(
  '"%s" is no day, and the sentence says why',
  async (date) => {
    const [problem] = await problemsOf({ date })
    if (date === 'March 2026') return expect(problem).toMatchObject({ code: 'not-a-date', path: ['date'], values: { cell: 'March 2026' } })
    expect(problem).toMatchObject({ code: 'only-a-period', path: ['date'], values: { cell: String(date) } })
  },
)

test.each(['31/02/2026', '29/2/2025', '15/13/2026', 'hôm qua', '15/3/1899', -5, 1e9])('"%s" is no day of the calendar', async (date) => {
  expect(await problemsOf({ date })).toMatchObject([{ code: 'not-a-date', path: ['date'], values: { cell: String(date) } }])
})

describe('counts', () => {
  test.each([
    [1240, 1240],
    ['1.240', 1240],
    ['1,240', 1240],
    ['1 240', 1240],
    ['40', 40],
    [0, 0],
  ])('%s people', async (total, expected) => {
    expect(await one({ total })).toMatchObject({ fields: { counts: { total: expected, method: 'counted' } } })
  })

  test('what nobody wrote stays unknown, and is never zero', async () => {
    const row = await one({ total: 40 })
    expect(row?.as === 'new' && row.fields['counts']).toEqual({ total: 40, method: 'counted' })
    expect(row?.as === 'new' && 'materials' in row.fields).toBe(false)
  })

  test('of the total, women and men two make the third', async () => {
    expect(await one({ total: 40, female: 25 })).toMatchObject({ fields: { counts: { total: 40, female: 25, male: 15 } } })
    const table: Line[] = [
      ['Ngày', 'Thôn', 'Nữ', 'Nam'],
      ['1/3/2026', 'Đông', 30, 12],
      ['2/3/2026', 'Đông', 30, ''],
    ]
    expect(await read(table)).toMatchObject([
      { as: 'new', fields: { counts: { total: 42, female: 30, male: 12 } } },
      { as: 'wrong', problems: [{ code: 'required', path: ['counts', 'total'] }] },
    ])
  })

  test.each([
    [{ total: '' }, 'required'],
    [{ total: 'khoảng 40' }, 'not-a-count'],
    [{ total: 40.5 }, 'not-a-count'],
    [{ total: -3 }, 'not-a-count'],
    [{ total: '1.5' }, 'not-a-count'],
    [{ total: 40, female: 50 }, 'sexes-apart'],
    [{ total: 200_000 }, 'not-a-count'],
    [{ total: '1e3' }, 'not-a-count'],
    [{ total: '=SUM(A1:A9)' }, 'not-a-count'],
  ])('%j is told: %s', async (cells, code) => {
    const problems = await problemsOf(cells)
    expect(problems.map((problem) => problem.code)).toEqual([code])
  })
})

describe('a place', () => {
  test.each([
    ['Thôn Đông', dong.id],
    ['thon dong', dong.id],
    ['ĐÔNG', dong.id],
    ['Thôn 4', tay.id],
    ['Thôn Đông, xã A Lưới 1', dong.id],
    ['Xã A Lưới 1', aLuoi1],
  ])('"%s" in the commune that she works in', async (place, expected) => {
    expect(await one({ place })).toMatchObject({ fields: { unit: expected } })
  })

  test('no village is the commune itself', async () => {
    const [row] = await read([heading, [1, '15/3/2026', '', 40, '', 'Mít tinh', 'Thủ đoạn']])
    expect(row).toMatchObject({ fields: { unit: aLuoi1 } })
  })

  const communes = land.filter(({ id }) => id === aLuoi1 || id === aLuoi2)

  test('for an office of several communes a name that two have is told, with its commune it is found', async () => {
    expect(await problemsOf({ place: 'Đông' }, { communes })).toMatchObject([{ code: 'which-place', path: ['unit'], values: { cell: 'Đông' } }])
    expect(await one({ place: 'Đông, A Lưới 2' }, { communes })).toMatchObject({ fields: { unit: farDong.id } })
    expect(await one({ place: 'Đông' }, { communes, told: { ...around().told, commune: aLuoi2 } })).toMatchObject({ fields: { unit: farDong.id } })
    const table: Line[] = [
      ['Ngày', 'Xã', 'Thôn', 'Tổng số'],
      ['1/3/2026', 'xã A Lưới 2', 'Đông', 30],
      ['1/3/2026', 'Hương Lạ', 'Đông', 30],
      ['1/3/2026', '', '', 30],
    ]
    expect(await read(table, { communes })).toMatchObject([
      { as: 'new', fields: { unit: farDong.id } },
      { as: 'wrong', problems: [{ code: 'no-such-place', values: { name: 'Hương Lạ', cell: 'Hương Lạ' } }] },
      { as: 'wrong', problems: [{ code: 'required', path: ['unit'] }] },
    ])
  })

  test('one that is not known, and one that was no more', async () => {
    expect(await problemsOf({ place: 'Thôn Lạ' })).toMatchObject([{ code: 'no-such-place', values: { name: 'Thôn Lạ', cell: 'Thôn Lạ' } }])
    expect(await problemsOf({ place: 'Thôn Cũ' })).toMatchObject([{ code: 'ended-unit', values: { cell: 'Thôn Cũ' } }])
    expect((await one({ place: 'Thôn Cũ', date: '1/12/2025' }))?.as).toBe('new')
  })
})

describe('words of a list', () => {
  test.each([
    ['Mít tinh', 'rally'],
    ['mit tinh', 'rally'],
    ['Rally', 'rally'],
    ['Gặp gỡ, nói chuyện trực tiếp', 'direct-talk'],
    ['tiểu phẩm', 'stage-play'],
    ['direct-talk', 'direct-talk'],
  ])('the form "%s" is %s', async (form, code) => {
    expect(await one({ form })).toMatchObject({ fields: { form: code } })
  })

  test('several topics, with commas in their names and between them', async () => {
    expect(await one({ topics: 'Chính sách, pháp luật, Thủ đoạn' })).toMatchObject({ fields: { topics: ['policy-law', 'tricks'] } })
    expect(await one({ topics: 'Thủ đoạn; Đường dây nóng\nThủ đoạn' })).toMatchObject({ fields: { topics: ['tricks', 'hotlines'] } })
  })

  test('a word that is none is told, by itself; two forms are too many', async () => {
    expect(await problemsOf({ form: 'Hát ru' })).toMatchObject([{ code: 'not-known', path: ['form'], values: { name: 'Hát ru', cell: 'Hát ru' } }])
    expect(await problemsOf({ topics: 'Thủ đoạn, Bóng đá' })).toMatchObject([{ code: 'not-known', path: ['topics'], values: { name: 'Bóng đá' } }])
    expect(await problemsOf({ form: 'Mít tinh; Tập huấn' })).toMatchObject([{ code: 'too-many', path: ['form'] }])
  })

  test('a name that two have is nobody’s; a whole name comes before a part of another', () => {
    const named = namedBy([
      ['a', ['Hội phụ nữ']],
      ['b', ['Hội Phụ Nữ']],
      ['c', ['Đài, loa']],
      ['d', ['Loa']],
    ])
    expect(['Hội phụ nữ', 'đài', 'loa', 'a'].map((name) => codesIn(name, named))).toEqual([
      { codes: [], unknown: 'Hội phụ nữ' },
      { codes: ['c'] },
      { codes: ['d'] },
      { codes: ['a'] },
    ])
  })

  test('how it was counted, by whom it was held, of which programme', async () => {
    const table: Line[] = [
      ['Ngày', 'Thôn', 'Tổng số', 'Cách đếm', 'Đơn vị tổ chức', 'Chương trình', 'Tờ rơi', 'Tập huấn'],
      ['1/3/2026', 'Đông', 30, 'Ước lượng', 'cong an xa', 'Kế hoạch 211, đợt 2', 120, ''],
      ['1/3/2026', 'Tây', 30, '', 'Hội lạ', '', 0, ''],
    ]
    expect(await read(table)).toMatchObject([
      { as: 'new', fields: { counts: { method: 'estimated' }, organisation: police, programme: plan, materials: [{ kind: 'leaflet', quantity: 120 }] } },
      { as: 'wrong', problems: [{ code: 'not-known', path: ['organisation'], values: { name: 'Hội lạ' } }] },
    ])
  })

  test('what neither the file nor the person said is asked for', async () => {
    expect((await problemsOf({}, { told: {} })).map(({ code, path }) => `${path.join('.')} ${code}`)).toEqual([
      'sessionKind required',
      'counts.method required',
    ])
  })
})

test('a text that is too long is refused in its own row, and empty lines and sums are none', async () => {
  const table: Line[] = [
    ['Ngày', 'Thôn', 'Tổng số', 'Ghi chú'],
    ['1/3/2026', 'Đông', 30, 'x'.repeat(2001)],
    ['', '', '', ''],
    ['Tổng cộng', '', 30, ''],
    ['', 'Cộng', 30, ''],
    ['2/3/2026', 'Đông', 30, ''],
  ]
  expect(await read(table)).toMatchObject([
    { line: 2, as: 'wrong', problems: [{ code: 'too-long', path: ['note'] }] },
    { line: 6, as: 'new' },
  ])
})

test('what may be there twice is pointed out: in the file, and on the phone', async () => {
  const table: Line[] = [heading, line({ total: 40 }), line({ total: 41 }), line({ total: 90 }), line({ date: '16/03/2026', total: 40 })]
  const held = await one({ date: '16/03/2026', total: 40 })
  const data = held?.as === 'new' ? held.fields : {}
  const recorded: SessionsAround['recorded'] = (date) => (date === '2026-03-16' ? [{ id: 'there', removed: false, data: data as never }] : [])
  expect((await read(table, { recorded })).map((row) => row.as === 'new' && row.like)).toEqual([undefined, { line: 2 }, undefined, { record: 'there' }])
})

test('a long list is read in steps, and ends where the screen went on to something else', async () => {
  const table: Line[] = [heading, ...Array.from({ length: 950 }, (_, place) => line({ total: place }))]
  const head = findHead(table, sessionColumns)
  const steps: number[] = []
  const pause = async (done: number): Promise<boolean> => {
    steps.push(done)
    return done < 500
  }
  const rows = await readSessions(table.slice(1), 2, head.places, around(), pause)
  expect(rows).toHaveLength(500)
  expect(steps).toEqual([0, 100, 200, 300, 400, 500])
})
