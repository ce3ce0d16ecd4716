// The fixed words of the form: those that Nghị định 30/2020 prescribes, and those that a file needs besides. They stand with the
// form, not among the words of the screens: a phone fetches them with what writes files and not before.

import { dateParts } from '../../model/civil-date.ts'
import type { Language } from '../../text/translate.ts'
import type { Look, PaperHeading } from './paper.ts'

export interface PaperWords {
  country: string
  motto: string
  number: string
  /** Short for a report, before the issuer's sign. */
  kind: string
  to: string
  receivers: string
  /** Stands after the last word. */
  end: string
  annex: string
  /** Where an annex belongs to; number and day are written by hand. */
  attached: (sign: string, issuer: string) => string
  practice: string
  /** A table without a row. */
  noRows: string
  /** Beside a percentage in a table of numbers: how it stands on paper. */
  onPaper: string
  about: string
  issuer: string
  day: string
  period: string
  tables: string
}

const vi: PaperWords = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  kind: 'BC',
  to: 'Kính gửi:',
  receivers: 'Nơi nhận:',
  end: './.',
  annex: 'Phụ lục',
  attached: (sign, issuer) => `(Kèm theo Báo cáo số        /${sign} ngày     tháng     năm         của ${issuer})`,
  practice: 'Diễn tập – không phải số liệu thật',
  noRows: 'Không có dòng nào.',
  onPaper: 'như trong báo cáo',
  about: 'Thông tin',
  issuer: 'Cơ quan báo cáo',
  day: 'Địa danh, ngày',
  period: 'Kỳ và số liệu',
  tables: 'Các bảng',
}

const en: PaperWords = {
  country: 'SOCIALIST REPUBLIC OF VIET NAM',
  motto: 'Independence - Freedom - Happiness',
  number: 'No.:',
  kind: 'BC',
  to: 'To:',
  receivers: 'Copies to:',
  end: './.',
  annex: 'Annex',
  attached: (sign, issuer) => `(Attached to Report No.        /${sign} of             by ${issuer})`,
  practice: 'Practice – not real figures',
  noRows: 'There is no line.',
  onPaper: 'as in the report',
  about: 'About',
  issuer: 'Reporting office',
  day: 'Place, date',
  period: 'Period and figures',
  tables: 'Tables',
}

export const paperWords: Record<Language, PaperWords> = { vi, en }

/** "BC-UBND": what stands after the blank of the number. */
export const signOf = ({ sign }: PaperHeading, { kind }: PaperWords): string => (sign === '' ? kind : `${kind}-${sign}`)

/** "Ban Thường vụ" of which Union stands above it. */
export const issuerInFull = ({ above, issuer }: PaperHeading, look: Look): string => (look === 'union' ? `${issuer} ${above}`.trim() : issuer)

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "Huế, ngày 05 tháng 01 năm 2026": days under 10 and the months 1 and 2 have a zero before them, no other month has. */
export function placeAndDate({ place, date }: PaperHeading, language: Language): string {
  const [year, month, day] = dateParts(date)
  if (language === 'en') return `${place}, ${day} ${months[month - 1]} ${year}`
  return `${place}, ngày ${String(day).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

/** Roman, as annexes are counted. */
export function roman(number: number): string {
  const signs: [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let [rest, text] = [number, '']
  for (const [value, sign] of signs) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
