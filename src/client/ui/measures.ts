// What can be counted beside sessions, and how it is called: by the adopted programmes, and by the list that comes with the app.

import { measures } from '../../model/terms.ts'
import { isWithin, type UnitLookup } from '../../model/unit.ts'
import { type Language, type Translate, translateDynamic } from '../../text/translate.ts'
import type { Shown } from '../store/shown.ts'
import { measuresOf } from './pack-words.ts'
import { termName } from './words.ts'

/** The police's and the courts' numbers, which hardly any commune enters. */
const isOfCases = ({ value }: MeasureOption): boolean => /^(tips|cases)-/.test(value)

export interface MeasureOption {
  value: string
  label: string
}

interface Around {
  t: Translate
  language: Language
  lookup: UnitLookup
}

/** What may be entered of a unit: first what its programmes count, in their words, the newest first; then what else the app has words for. */
export function measureOptions(programmes: readonly Shown<'programme'>[], unit: string, { t, language, lookup }: Around, casesLast: boolean): MeasureOption[] {
  const adopted = programmes
    .filter(({ data, removed }) => !removed && isWithin(unit, data.unit, lookup))
    .sort((a, b) => (a.data.adoptedOn < b.data.adoptedOn ? 1 : a.data.adoptedOn > b.data.adoptedOn ? -1 : 0))
  const counted = adopted.flatMap(({ data }) => measuresOf(data.pack).map(({ code, name }) => ({ value: code, label: name[language] })))
  const own = counted.filter(({ value }, place) => counted.findIndex((other) => other.value === value) === place)
  const rest = measures
    .filter((code) => !own.some(({ value }) => value === code))
    .map((code): MeasureOption => ({ value: code, label: termName(t, 'measure', code) }))
  const inOrder = (options: MeasureOption[]) => (casesLast ? [...options].sort((a, b) => Number(isOfCases(a)) - Number(isOfCases(b))) : options)
  return [...inOrder(own), ...inOrder(rest)]
}

/** The app's own word for a measure, else that of a programme, also of one that was removed: what was counted keeps its name. */
export function measureName(code: string, programmes: readonly Shown<'programme'>[], t: Translate, language: Language): string {
  const own = translateDynamic(t, `term.measure.${code}`, '')
  if (own !== '') return own
  const named = programmes.flatMap(({ data }) => measuresOf(data.pack)).find((one) => one.code === code)
  return named?.name[language] ?? code
}
