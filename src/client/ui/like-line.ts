// What a line of a file may tell a second time, in words.

import type { Translate } from '../../text/translate.ts'
import type { Like } from '../import/row.ts'

export const likeLine = (t: Translate, like: Like): string => ('line' in like ? t('import.like-line', { line: like.line }) : t('import.like-record'))
