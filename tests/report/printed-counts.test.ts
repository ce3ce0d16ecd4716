// Every count that the reports of ministries print (docs/domain.md §2): entered as a form enters it, and read again in the Word and the
// Excel file of a report.

import readExcel from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import type { Paper } from '../../src/client/report/paper.ts'
import { reportPaper } from '../../src/client/report/report-paper.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import type { Fields } from '../../src/model/record.ts'
import { type KindName, kindNamed } from '../../src/model/registry.ts'
import { validate } from '../../src/model/validate.ts'
import { type AnyHeld, figuresFromRecords } from '../../src/programme/figures.ts'
import { reportOn } from '../../src/programme/report.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue, land } from '../fixture/land.ts'
import { wordFile } from '../fixture/office-file.ts'
import { paperWords } from '../fixture/paper-words.ts'
import { session } from '../fixture/sample.ts'

const quarter = { from: '2026-07-01', to: '2026-09-30' }
const body = idNamed('Hội LHPN')
const lookup = (id: string) => land.find((unit) => unit.id === id)

interface Entered {
  kind: KindName
  data: Fields
}

const talk = (more: Fields = {}): Entered => ({ kind: 'session', data: session({ date: '2026-07-01', ...more }) })
const tally = (measure: string, value: number): Entered => ({ kind: 'tally', data: { unit: hue, organisation: body, period: quarter, measure, value } })
const media = (more: Fields): Entered => ({
  kind: 'media-item',
  data: { unit: hue, organisation: body, date: '2026-07-30', level: 'province', outlet: 'Đài', title: 'Tin', ...more },
})
const receipt: Entered = {
  kind: 'material-receipt',
  data: { unit: aLuoi1, organisation: body, material: idNamed('bộ tài liệu'), receivedOn: '2026-07-02', deployedOn: '2026-07-20' },
}

/** What it is, how it is entered, and the line in which it comes out. */
const printed: [what: string, entered: Entered, line: string][] = [
  ['sessions', talk(), 'Số buổi | 1'],
  ['attendance', talk(), 'Lượt người dự | 40'],
  ['leaflets at a session', talk({ materials: [{ kind: 'leaflet', quantity: 30 }] }), 'Tờ rơi | 30'],
  ['posters', talk({ materials: [{ kind: 'poster', quantity: 3 }] }), 'Áp phích | 3'],
  ['banners', talk({ materials: [{ kind: 'banner', quantity: 2 }] }), 'Băng rôn, pa-nô | 2'],
  ['books', talk({ materials: [{ kind: 'book', quantity: 9 }] }), 'Sách, sổ tay | 9'],
  ['leaflets by themselves', tally('leaflets', 250), 'Tờ rơi | 0 | 250'],
  ['minutes of loudspeaker', tally('broadcast-minutes', 15), 'Phút phát loa | 15'],
  ['times of loudspeaker', tally('broadcast-times', 3), 'Lượt phát loa | 3'],
  ['minutes on the air', media({ mediaForm: 'loudspeaker', minutes: 20, times: 4 }), 'Phút phát sóng | 20'],
  ['times on the air', media({ mediaForm: 'loudspeaker', minutes: 20, times: 4 }), 'Lần phát sóng | 4'],
  ['SMS of an operator', media({ mediaForm: 'sms', messages: 5000 }), 'Tin nhắn đã gửi | 5000'],
  ['SMS by themselves', tally('sms-sent', 70), 'Tin nhắn đã gửi | 70'],
  ['pledges', tally('pledges-signed', 51), 'Bản cam kết đã ký | 51'],
  ['conferences', tally('conferences', 2), 'Hội nghị | 2'],
  ['their attendance', tally('conference-attendance', 292), 'Lượt người dự hội nghị | 292'],
  ['rallies', talk({ form: 'rally' }), 'Mít tinh | 1 | 40'],
  ['mobile trips', tally('mobile-trips', 6), 'Lượt tuyên truyền lưu động | 6'],
  ['news items', media({ mediaForm: 'news' }), 'Tin | 1'],
  ['films', media({ mediaForm: 'film' }), 'Phim | 1'],
  ['contests', talk({ form: 'contest' }), 'Hội thi, cuộc thi | 1 | 40'],
  ['their entries', tally('contest-entries', 320), 'Bài dự thi | 320'],
  ['people trained at a session', talk({ form: 'training' }), 'Tập huấn | 1 | 40'],
  ['people trained', tally('people-trained', 44), 'Lượt người được tập huấn | 44'],
  ['sets received', receipt, 'Bộ tài liệu đã nhận | 1'],
  ['sets deployed', receipt, 'Bộ tài liệu đã triển khai | 1'],
]

/** A code that no list of the form offers could not have been chosen there. */
function offered({ kind, data }: Entered): boolean {
  return Object.entries(kindNamed(kind).fields).every(([name, { ask }]) => ask.as !== 'one' || data[name] === undefined || ask.of.includes(String(data[name])))
}

function paperWith({ kind, data }: Entered): Paper {
  const record = { id: idNamed('x'), kind, data, removed: false } as unknown as AnyHeld // proved by `validate`
  const asOf = Date.parse('2026-11-20T03:00:00Z')
  const report = reportOn({ area: hue, period: quarter, indicators: [] }, figuresFromRecords([record], { area: hue, units: land, asOf }))
  if (!report) throw new Error('These dates can’t be told.')
  const about = { look: 'state', practice: false, issuer: 'Ủy ban nhân dân thành phố Huế', place: 'Huế', date: '2026-10-05' } as const
  return reportPaper(report, about, paperWords('vi', { lookup, names: new Map([[body, 'Hội LHPN']]) }))
}

const wordLines = (paper: Paper): string[] =>
  wordFile(paperToWord(paper)).tables.flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(([cell]) => (cell?.text ?? '').replace(/(?<=\d)\.(?=\d{3})/g, '')).join(' | ')),
  )

async function excelLines(paper: Paper): Promise<string[]> {
  const sheets = (await readExcel(Buffer.from(paperToExcel(paper)))) as unknown as { data: unknown[][] }[]
  // Numbers as numbers: a text that looks like one is no line of this kind.
  const said = (cell: unknown): string => (typeof cell === 'number' ? String(cell) : JSON.stringify(cell ?? ''))
  return sheets.flatMap(({ data }) =>
    data.map((row) =>
      row
        .filter((cell) => cell !== null)
        .map(said)
        .join(' | '),
    ),
  )
}

test.each(printed)('%s can be entered, and come out in Word and Excel', async (_, entered, line) => {
  expect(validate(entered.kind, entered.data, { unit: lookup })).toMatchObject({ ok: true })
  expect(Object.keys(entered.data).filter((name) => !Object.hasOwn(kindNamed(entered.kind).fields, name))).toEqual([])
  expect(offered(entered)).toBe(true)
  const paper = paperWith(entered)
  expect(wordLines(paper)).toContain(line)
  const [name, ...numbers] = line.split(' | ')
  expect(await excelLines(paper)).toContain([JSON.stringify(name), ...numbers].join(' | '))
})

test('none of these lines is there where nothing was entered', async () => {
  const nothing = paperWith({ kind: 'plan', data: {} })
  const lines = [...wordLines(nothing), ...(await excelLines(nothing))]
  expect(printed.filter(([, , line]) => lines.includes(line))).toEqual([])
})
