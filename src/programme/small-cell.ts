// People counted by ethnicity and sex at once, in a report that leaves the unit: the crossing is taken out where a group of it is
// small (docs/domain.md §4.7), and from all lines of a breakdown where it has to go from one: the others and the whole would tell
// that one.

import type { ReportFigures, ReportLine } from './report.ts'
import { CROSSED, hasSmallGroup } from './small-group.ts'

/** The same report with the crossed counts left out where they would tell a small group; `withheld` names them. */
export function withoutSmallCells(report: ReportFigures): ReportFigures {
  const isSmall = tellsFew(report.whole)
  const [places, bodies] = [[...report.units, report.own, report.former], report.organisations]
  const inPlaces = isSmall || places.some(tellsFew)
  const inBodies = isSmall || bodies.some(tellsFew)
  return {
    ...report,
    whole: isSmall ? withheld(report.whole) : report.whole,
    units: inPlaces ? report.units.map(withheld) : report.units,
    own: inPlaces ? withheld(report.own) : report.own,
    former: inPlaces ? withheld(report.former) : report.former,
    organisations: inBodies ? bodies.map(withheld) : bodies,
    handedIn: report.handedIn && {
      ...report.handedIn,
      adjusted: report.handedIn.adjusted.map(withoutCrossed).filter(({ figures }) => Object.keys(figures).length > 0),
    },
  }
}

/** What nobody took down can't be told; a report says that it was not. */
const tellsFew = ({ sums }: ReportLine): boolean => sums[CROSSED] !== undefined && hasSmallGroup(sums)

function withheld<Line extends ReportLine>(line: Line): Line {
  const { [CROSSED]: crossed, ...sums } = line.sums
  return crossed === undefined ? line : { ...line, sums, withheld: [CROSSED] }
}

/** What a few late records add is a small group by its nature. */
function withoutCrossed<A extends { figures: Record<string, unknown> }>(adjusted: A): A {
  const { [CROSSED]: _, ...figures } = adjusted.figures
  return { ...adjusted, figures }
}
