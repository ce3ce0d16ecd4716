// From data to words: names of units and terms, sentences for problems, labels of fields.

import { isProblemCode, type Problem } from '../../model/problem.ts'
import type { KindName } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import { fold } from '../../text/fold.ts'
import { problemWord } from '../../text/problem-words.ts'
import { type Translate, translateDynamic } from '../../text/translate.ts'

/** "xã A Lưới 1", "thôn Đông"; a name that already says its type is left alone. */
export function unitName(unit: Unit | undefined, t: Translate): string {
  if (!unit) return t('unit.unknown')
  const type = translateDynamic(t, `term.unitType.${unit.type}`, '')
  return type === '' || fold(unit.name).startsWith(`${fold(type)} `) ? unit.name : `${type} ${unit.name}`
}

export const termName = (t: Translate, list: string, code: string): string => translateDynamic(t, `term.${list}.${code}`, code)

/** The label of a field or of a part of it: ["counts", "female"]; empty for what is no field of this kind. */
export function fieldLabel(t: Translate, kind: KindName, path: readonly string[]): string {
  const [field = '', part] = path
  const whole = translateDynamic(t, `field.${kind}.${field}`, '')
  return part === undefined || /^\d+$/.test(part) ? whole : translateDynamic(t, `part.${field}.${part}`, whole)
}

/** What an earlier build kept may have a code that there is no more. */
export const problemSentence = (t: Translate, { code, values }: Problem): string => t(problemWord(isProblemCode(code) ? code : 'not-valid'), values ?? {})
