// Which unit somebody's list means: by its id or official code, by its name with its kind or without, or by what it was called before;
// never by a guess between two.

import { type Problem, problem } from '../../model/problem.ts'
import type { Unit } from '../../model/unit.ts'
import { fold } from '../../text/fold.ts'

export function placeNamed(units: readonly Unit[], told: string): string | Problem {
  const wanted = fold(told)
  const ways: ((unit: Unit) => boolean)[] = [
    ({ id, code }) => id === told || (code !== undefined && code === told.padStart(5, '0')),
    // In one step: "Thôn 1" may be stored as that, or as "1" of its kind, and where both are there nobody knows which is meant.
    ({ name, type }) => wanted === fold(`${typeWord(type)} ${name}`) || wanted === fold(name),
    ({ formerNames }) => formerNames?.some((former) => wanted === fold(former)) === true,
  ]
  for (const isMeant of ways) {
    const [first, second] = units.filter(isMeant)
    if (first && !second) return first.id
    if (second) return problem('which-place', ['unit'], { name: told })
  }
  return told === '' ? problem('required', ['unit']) : problem('no-such-place', ['unit'], { name: told })
}

/** The codes of kinds are their words, folded and joined: "dac-khu". */
const typeWord = (type: Unit['type']): string => type.replaceAll('-', ' ')
