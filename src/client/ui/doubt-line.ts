// Why a number of a file is hardly so, in words.

import { formatNumber } from '../../text/format.ts'
import type { Language, Translate } from '../../text/translate.ts'
import type { Doubt } from '../import/baseline-doubt.ts'

export const doubtLine = (t: Translate, { code, values }: Doubt, language: Language): string =>
  t(`import.doubt.${code}`, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'year' ? value : formatNumber(value, language)])))
