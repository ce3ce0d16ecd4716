import { describe, expect, test } from 'vitest'
import type { Block, Paper, PaperCell, PaperTable } from '../../src/client/report/paper.ts'
import type { ReportAbout } from '../../src/client/report/report-about.ts'
import { reportPaper } from '../../src/client/report/report-paper.ts'
import { sessionAnnex } from '../../src/client/report/session-annex.ts'
import type { Fields } from '../../src/model/record.ts'
import type { Data, KindName } from '../../src/model/registry.ts'
import { type AnyHeld, figuresFromRecords } from '../../src/programme/figures.ts'
import type { Definition } from '../../src/programme/pack.ts'
import { type Dates, periodNumbered } from '../../src/programme/period.ts'
import { type ReportAsked, reportOn } from '../../src/programme/report.ts'
import type { Sent } from '../../src/programme/report-sent.ts'
import type { Target } from '../../src/programme/target.ts'
import type { Language } from '../../src/text/translate.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'
import { paperWords } from '../fixture/paper-words.ts'
import { baseline, session, site, village } from '../fixture/sample.ts'

const [hoi, congAn] = [idNamed('Hội LHPN'), idNamed('Công an')]
const names = new Map([
  [hoi, 'Hội LHPN xã A Lưới 1'],
  [congAn, 'Công an tỉnh'],
])
const quarter = { from: '2026-07-01', to: '2026-09-30' }
const asOf = Date.parse('2026-11-20T03:00:00Z')

const held = (kind: KindName, name: string, data: Fields): AnyHeld => ({ id: idNamed(name), kind, data, removed: false }) as unknown as AnyHeld
const tally = (measure: string, value: number) => held('tally', measure, { unit: hue, organisation: congAn, period: quarter, measure, value })

const talk = session({
  date: '2026-07-10',
  organisation: hoi,
  counts: { total: 40, female: 25, male: 15, minority: 9, minorityFemale: 3, firstTime: 12, firstTime14to60: 10, method: 'counted' },
})
const fair = { id: idNamed('ngày hội') }
const records: AnyHeld[] = [
  held('session', 'talk', talk),
  held(
    'session',
    'fair',
    session({ date: '2026-07-30', form: 'rally', organisation: hoi, event: { ...fair, counts: true }, counts: { total: 1200, method: 'counted' } }),
  ),
  held(
    'session',
    'fair too',
    session({
      unit: aLuoi2,
      date: '2026-07-30',
      form: 'rally',
      organisation: congAn,
      event: { ...fair, counts: false },
      counts: { total: 60, method: 'counted' },
    }),
  ),
  held('site', 'club', site({ organisation: hoi })),
  held('key-area', 'key', { unit: aLuoi1, from: '2026-01-01', decision: 'QĐ 12' }),
  held('baseline', 'people', baseline({ unit: aLuoi1, people: { total: 300, from14to60: 200 } })),
  tally('tips-received', 8),
  tally('tips-handled', 0),
]

interface Told extends Partial<ReportAsked> {
  of?: readonly AnyHeld[]
  about?: Partial<ReportAbout>
  language?: Language
  indicators?: { id: string; definition: Definition; targets: readonly Target[] }[]
}

const lookup = (id: string) => land.find((unit) => unit.id === id)

function paper({ of = records, about = {}, language = 'vi', ...asked }: Told = {}): Paper {
  const report = reportOn({ area: hue, period: quarter, indicators: [], ...asked }, figuresFromRecords(of, { area: hue, units: land, asOf }))
  if (!report) throw new Error('These dates can’t be told.')
  const whole: ReportAbout = { look: 'state', practice: false, issuer: 'Ủy ban nhân dân thành phố Huế', place: 'Huế', date: '2026-01-05', ...about }
  return reportPaper(report, whole, paperWords(language, { lookup, names }))
}

const tablesOf = ({ blocks, annexes }: Paper): PaperTable[] => [...blocks.flatMap((block: Block) => (block.as === 'table' ? [block.table] : [])), ...annexes]

function tableOf(made: Paper, id: string): PaperTable {
  const table = tablesOf(made).find((one) => one.id === id)
  if (!table) throw new Error(`The paper has no table ${id}.`)
  return table
}

function inWords(cell: PaperCell): string {
  if ('text' in cell) return cell.text
  if ('whole' in cell) return String(cell.whole)
  if ('percent' in cell) return cell.said
  return 'none' in cell ? `<${cell.none}>` : cell.date
}

const rowsOf = (made: Paper, id: string): string[] => {
  const { rows, sum } = tableOf(made, id)
  return [...rows, ...(sum ? [sum] : [])].map((row) => row.map(inWords).join(' | '))
}

const sentencesOf = ({ blocks, dates }: Paper): string => [...dates, ...blocks.flatMap((block) => (block.as === 'paragraph' ? [block.text] : []))].join('\n')

const headingsOf = ({ blocks }: Paper): string[] => blocks.flatMap((block) => (block.as === 'heading' && block.level === 1 ? [block.text] : []))

describe('the frame of a report', () => {
  test('has the sections of an official report, and places to write where only people know', () => {
    const made = paper({ about: { prose: { next: 'Nói chuyện ở 12 thôn.' } } })
    expect(headingsOf(made)).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
      'II. KẾT QUẢ THỰC HIỆN',
      'III. KẾT QUẢ THỰC HIỆN CHỈ TIÊU',
      'IV. KHÓ KHĂN, VƯỚNG MẮC',
      'V. NHIỆM VỤ KỲ TỚI',
      'VI. ĐỀ XUẤT, KIẾN NGHỊ',
    ])
    const prose = made.blocks.flatMap((block) => (block.as === 'prose' ? [[block.id, block.text]] : []))
    expect(prose).toEqual([
      ['directing', ''],
      ['highlights', ''],
      ['difficulties', ''],
      ['next', 'Nói chuyện ở 12 thôn.'],
      ['proposals', ''],
    ])
    expect(sentencesOf(made)).toMatch(/\.\/\.$/)
  })

  test('is the state’s, or the Women’s Union’s with its standing committee below its name', () => {
    expect(paper({ about: { above: 'Chính phủ', sign: 'UBND' } }).heading).toEqual({
      above: 'Chính phủ',
      issuer: 'Ủy ban nhân dân thành phố Huế',
      sign: 'UBND',
      place: 'Huế',
      date: '2026-01-05',
    })
    const union = paper({ about: { look: 'union', issuer: 'Hội Liên hiệp Phụ nữ thành phố Huế' } })
    expect(union.heading).toMatchObject({ above: 'Hội Liên hiệp Phụ nữ thành phố Huế', issuer: 'Ban Thường vụ' })
    expect(union.signature.capacity).toBe('TM. BAN THƯỜNG VỤ')
  })

  test('goes to whom the plan says, through whom, and on; “Như trên” first and “Lưu” last', () => {
    const report = { to: ['UBND tỉnh'], through: 'Công an tỉnh', onTo: ['Bộ Công an'] }
    const made = paper({ about: { report, before: '2026-10-10', copies: ['Thường trực Tỉnh ủy;'], filedBy: 'TH' } })
    expect(made.to).toEqual(['UBND tỉnh (qua Công an tỉnh)'])
    expect(made.receivers).toEqual(['Như trên;', 'Thường trực Tỉnh ủy;', 'Lưu: VT, TH.'])
    expect(sentencesOf(made)).toContain('báo cáo UBND tỉnh (để tổng hợp, báo cáo Bộ Công an)./.')
    expect(paper().receivers).toEqual(['Lưu: VT, …'])
    // Who sums up for those above does not write to itself.
    const own = paper({ about: { report: { ...report, to: ['ủy ban nhân dân thành phố Huế'] } } })
    expect(own.to).toEqual(['Bộ Công an'])
    expect(sentencesOf(own)).toContain('báo cáo Bộ Công an./.')
  })

  test('keeps period, the day of the figures and the day it is due apart', () => {
    const report = { to: ['UBND tỉnh'] }
    expect(paper({ about: { report, before: '2026-10-10' } }).dates).toEqual([
      'Kỳ: quý III năm 2026, từ 01/07/2026 đến 30/09/2026.',
      'Số liệu đến 20/11/2026, 10:00.',
      'Hạn gửi: trước ngày 10/10/2026.',
    ])
    expect(paper({ about: { report } }).dates).toContain('Hạn gửi: văn bản không nêu ngày.')
    expect(paper({ about: { report: { ...report, whenAsked: true } } }).dates).toContain('Gửi khi có yêu cầu.')
    expect(paper({ period: { from: '2026-07-24', to: '2026-07-30' } }).dates[0]).toBe('Kỳ: từ ngày 24/07/2026 đến ngày 30/07/2026.')
    expect(paper({ period: { from: '2026-10-01', to: '2026-12-31' } }).dates).toContain('Kỳ chưa kết thúc, hoặc số liệu chưa đến ngày cuối kỳ.')
  })

  test.each<[Dates, string]>([
    [periodNumbered('15-14', 'half', 2026, 1), '6 tháng đầu năm 2026'],
    [periodNumbered('15-14', 'quarter', 2026, 4), 'quý IV năm 2026'],
    [periodNumbered('calendar', 'month', 2026, 2), 'tháng 02 năm 2026'],
    [periodNumbered('calendar', 'month', 2026, 7), 'tháng 7 năm 2026'],
    [periodNumbered('15-14', 'year', 2026, 1), 'năm 2026'],
    [{ from: '2026-07-27', to: '2026-08-02' }, 'từ ngày 27/07/2026 đến ngày 02/08/2026'],
  ])('names the period %j', (period, said) => {
    expect(paper({ period }).subject).toBe(`Kết quả truyền thông phòng, chống mua bán người ${said}`)
  })

  test('names the plan by number and date where it has them', () => {
    const programme = { name: 'Kế hoạch của tỉnh', document: { number: '211/KH-UBND', date: '2017-10-17', issuer: 'UBND tỉnh' } }
    expect(sentencesOf(paper({ about: { programme } }))).toContain(
      'Thực hiện văn bản số 211/KH-UBND ngày 17/10/2017 của UBND tỉnh, Ủy ban nhân dân thành phố Huế báo cáo',
    )
    expect(sentencesOf(paper({ about: { programme: { name: 'Kế hoạch của tỉnh' } } }))).toContain('Thực hiện Kế hoạch của tỉnh, ')
    expect(paper({ about: { programme } }).subject).toBe('Kết quả thực hiện Kế hoạch của tỉnh, quý III năm 2026')
  })
})

describe('its figures', () => {
  test('stand in sentences and tables; a fair of two communes counts once, and both numbers are said', () => {
    expect(sentencesOf(paper())).toContain('Trong kỳ đã tổ chức 2 buổi truyền thông, 1.300 lượt người dự.')
    expect(sentencesOf(paper())).toContain('cả tỉnh 2 buổi; cộng theo từng xã được 3 buổi.')
    expect(rowsOf(paper(), 'places')).toEqual([
      'Xã A Lưới 1 | 2 | 1240 | 25 | 9 | 12',
      'Xã A Lưới 2 | 1 | 60 | <chưa ghi> | <chưa ghi> | <chưa hỏi>',
      'Cộng | 3 | 1300 | 25 | 9 | 12',
    ])
  })

  test('say of how many people and sessions something was taken down', () => {
    expect(tableOf(paper(), 'totals').notes).toEqual([
      'Lượt người: một người có thể được đếm nhiều lần.',
      'Nữ, Nam: ghi được của 40/1.300 lượt người.',
      'Mới dự lần đầu trong năm: hỏi ở 1/3 buổi.',
    ])
  })

  test('withhold ethnicity with sex where fewer than five are in a group', () => {
    expect(rowsOf(paper(), 'totals')).toContain('Nữ dân tộc thiểu số | <không nêu (có nhóm dưới 5 người)>')
    expect(JSON.stringify(paper())).not.toContain('"measure":"minority-female"')
  })

  test('are “at least” where phones are silent, and nowhere else', () => {
    const silent = { phones: [aLuoi1, aLuoi1, aLuoi2].map((unit) => ({ unit, contactAt: 1 })), at: asOf }
    const made = paper({ about: { silent } })
    expect(sentencesOf(made)).toContain('đã tổ chức ít nhất 2 buổi truyền thông, ít nhất 1.300 lượt người dự')
    expect(made.dates.at(-1)).toBe('Ít nhất: 3 máy chưa gửi hơn 14 ngày: Xã A Lưới 1 (2), Xã A Lưới 2. Biết đến lúc 20/11/2026, 10:00.')
    // Of models a silent phone says neither more nor less.
    expect(sentencesOf(made)).toContain('có 1 mô hình đang hoạt động')
    for (const about of [{}, { silent: { phones: [], at: asOf } }]) expect(sentencesOf(paper({ about }))).not.toMatch(/ít nhất/i)
  })

  test('are “no data” and not 0 where nobody recorded anything', () => {
    const made = paper({ of: [] })
    expect(sentencesOf(made)).toContain('Chưa có số liệu trong kỳ này (không phải bằng 0).')
    expect(rowsOf(made, 'places').every((row) => /^[^|]+( \| <chưa có số liệu>)+$/.test(row))).toBe(true)
    expect(
      tablesOf(made)
        .flatMap(({ rows }) => rows.flat())
        .filter((cell) => 'whole' in cell),
    ).toEqual([])
  })

  test('of one organisation say whose they are, and stand without the others', () => {
    const made = paper({ organisation: congAn })
    expect(made.dates).toContain('Số liệu chỉ gồm phần do Công an tỉnh thực hiện.')
    expect(rowsOf(made, 'places').at(-1)).toMatch(/^Cộng \| 1 \| 60 /)
    expect(tablesOf(made).map(({ id }) => id)).not.toContain('organisations-1')
  })
})

describe('its indicators', () => {
  const reach: Definition = { type: 'reached', among: 'key-communes', age: '14-60' }
  const tips: Definition = { type: 'ratio', numerator: ['tips-handled'], denominator: 'tips-received' }
  const settled: Definition = { type: 'ratio', numerator: ['tips-settled'], denominator: 'tips-received' }
  const models: Definition = { type: 'units-with', units: 'communes', measure: 'site-active.intensive', atLeast: 1, when: 'until' }
  const of = (definition: Definition, threshold?: number) => ({
    id: 'CT',
    definition,
    targets: threshold === undefined ? [] : [{ threshold, compare: 'at-least' as const, by: '2026-12-31' }],
  })
  const rowFor = (...indicator: Parameters<typeof of>) => rowsOf(paper({ indicators: [of(...indicator)] }), 'indicators')

  test('stand with numerator, denominator, its source and year, share, target, and met or not in words', () => {
    expect(rowFor(models, 75)).toEqual([
      'CT | 1 | 2 | Theo các bản ghi. Mẫu số: danh sách xã, tính đến ngày cuối kỳ. | 1/2 xã (50,0 %) | Ít nhất 75 % đến 31/12/2026 | Chưa đạt',
    ])
    expect(rowFor(models, 50)[0]).toMatch(/\| Đạt chỉ tiêu$/)
    expect(rowFor(reach, 5)).toEqual([
      'CT | 10 | 200 | Theo hỏi tại buổi. Địa bàn trọng điểm: QĐ 12. Dân số: Niên giám, năm 2026. | 10/200 người (5,0 %) | Ít nhất 5 % đến 31/12/2026 | Đạt chỉ tiêu',
    ])
  })

  test('never divide attendance: it stands beside people reached under its own name', () => {
    expect(tableOf(paper({ indicators: [of(reach)] }), 'indicators').notes.join()).toContain(
      'Lượt người dự trong kỳ: 1.300, đứng riêng, không chia cho số dân.',
    )
  })

  test('tell a 0 that was counted, and say why there is no number where there is none', () => {
    expect(rowFor(tips)[0]).toMatch(/^CT \| 0 \| 8 \|.*\| 0\/8 \(0,0 %\) \| Cơ quan chưa đặt mức \| <Chưa xét được>$/)
    expect(rowFor(settled, 90)[0]).toMatch(
      /^CT \| <chưa có số liệu> \| <chưa có số liệu> \|.*\| <Chưa đủ số liệu: chưa ai nhập số liệu đếm.> \| .* \| <Chưa xét được>$/,
    )
    expect(sentencesOf(paper({ indicators: [of(settled)] }))).toContain('Chưa ai đếm: Tin báo đã giải quyết.')
  })

  test('of a plan that counts by organisation are a table of them (001)', () => {
    const measures = ['events', 'attendance', 'form.rally', 'form.seminar', 'handed.leaflet', 'media.province']
    const made = paper({ indicators: [of({ type: 'count-by-organisation', measures })] })
    expect(rowsOf(made, 'organisations-1')).toEqual(['Công an tỉnh | 0 | 60 | 1', 'Hội LHPN xã A Lưới 1 | 2 | 1240 | 1', 'Cộng | 2 | 1300 | 2'])
    // Six columns are two tables of three, not one of five and one of one.
    expect(tableOf(made, 'organisations-2').columns.map(({ heading }) => heading)).toEqual([
      'Cơ quan',
      'Số buổi theo hình thức: Hội thảo, diễn đàn, đối thoại',
      'Tài liệu phát: Tờ rơi',
      'Tin, bài theo cấp: Cấp tỉnh',
    ])
    expect(sentencesOf(made)).toContain('Kế hoạch không đặt mức bằng số cho CT')
  })
})

test('communes that have not sent the period up are named, and what was changed since a lock stands beside the locked figures', () => {
  const data = { unit: aLuoi1, organisation: hoi, period: quarter, state: 'locked', asOf: '2026-10-05', figures: { sessions: 1, attendance: 40 } }
  const submissions = [{ id: idNamed('sent'), changedAt: 1, data } as unknown as Sent]
  const made = paper({ sent: { submissions, programme: undefined, before: undefined, isOwed: true } })
  expect(sentencesOf(made)).toContain('1/2 xã chưa gửi số liệu kỳ này: Xã A Lưới 2.')
  expect(rowsOf(made, 'adjustments').slice(0, 1)).toEqual(['Xã A Lưới 1 | Lượt người dự | 40 | 1200 | 1240'])
  expect(rowsOf(made, 'adjustments')).toContain('Xã A Lưới 1 | Số buổi | 1 | 1 | 2')
  // The commune's own paper says the same of it, and before any number.
  const villages: Definition = { type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' }
  const thon = held('unit', 'thon', village())
  const kept = { ...data, figures: { ...data.figures, 'indicator.VC1.numerator': 1, 'indicator.VC1.denominator': 1 } }
  const own = paper({
    of: [...records, thon],
    area: aLuoi1,
    indicators: [{ id: 'VC1', definition: villages, targets: [] }],
    sent: { submissions: [{ id: idNamed('sent'), changedAt: 1, data: kept } as unknown as Sent], programme: undefined, before: undefined, isOwed: false },
  })
  expect(own.dates.join()).toContain('Có thay đổi sau khi tỉnh chốt số liệu (đã chốt theo số liệu đến): Xã A Lưới 1 (05/10/2026).')
  expect(rowsOf(own, 'adjustments')).toContain('Xã A Lưới 1 | Số buổi | 1 | 1 | 2')
  expect(rowsOf(own, 'adjustments')).toContain('Xã A Lưới 1 | Chỉ tiêu VC1: đạt được | 1 | -1 | 0')
  expect(sentencesOf(own)).not.toContain('chưa gửi số liệu')
})

test('the same figures make the same paper, which is plain JSON, in either language', () => {
  const made = paper()
  expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made)
  expect(JSON.stringify(paper({ of: [...records].reverse() }))).toBe(JSON.stringify(made))
  const english = paper({ language: 'en' })
  expect(english).toMatchObject({ title: 'REPORT', subject: 'Results of outreach against human trafficking, quarter III of 2026' })
  expect(tablesOf(english).map(({ id }) => id)).toEqual(tablesOf(made).map(({ id }) => id))
})

test('a long table stands after the signature, and the body says where', () => {
  const bodies = Array.from({ length: 31 }, (_, place) => held('session', `s${place}`, session({ date: '2026-07-10', organisation: idNamed(`body ${place}`) })))
  const made = paper({ of: bodies })
  expect(made.annexes.map(({ id }) => id)).toEqual(['organisations-1'])
  expect(sentencesOf(made)).toContain('Bảng “Theo cơ quan, đoàn thể” ở phụ lục.')
})

test('the sessions behind a report are a table without anybody’s name or note', () => {
  const data = { ...talk, note: 'Chị A', facilitators: 'Chị B' } as unknown as Data<'session'>
  const annex = sessionAnnex([{ id: idNamed('talk'), data }], paperWords('vi', { lookup, names }))
  expect(annex.rows.map((row) => row.map(inWords).join(' | '))).toEqual([
    '2026-07-10 | Xã A Lưới 1 | Hội LHPN xã A Lưới 1 | Gặp gỡ, nói chuyện trực tiếp | Thủ đoạn | 40 | Đếm được',
  ])
  expect(JSON.stringify(annex)).not.toMatch(/Chị [AB]/)
})
