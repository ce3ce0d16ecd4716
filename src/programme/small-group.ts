// The one rule of which groups are small (docs/domain.md §4.7): people counted by ethnicity and sex at once are four groups, and where one
// of them has fewer than five, somebody could be made out, or it would be told that nobody of them came. Pure.

/** Name of a measure → whole number; one that is not there is 0. */
type Counts = Readonly<Record<string, number | undefined>>

export const FEWEST = 5
export const CROSSED = 'minority-female'

/** Minority women and men, and the women and men beside them: any of the four may be the small one. Of no minority there is none. */
export function hasSmallGroup(counts: Counts): boolean {
  const { minority = 0, female = 0 } = counts
  if (minority === 0 && counts[CROSSED] === undefined) return false
  const crossed = counts[CROSSED] ?? 0
  return [crossed, minority - crossed, female - crossed, notFemale(counts) - (minority - crossed)].some((people) => people < FEWEST)
}

/** Who was not counted as a woman. */
export const notFemale = ({ attendance = 0, female = 0 }: Counts): number => attendance - female
