// The page after Nghị định 30/2020/NĐ-CP, phụ lục I. Rule numbers are those of docs/reports/README.md. Lengths are in twentieths of
// a point.

export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** R1: A4. */
const SHORT = mm(210)
const LONG = mm(297)

/** R2: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20. Above, a line of marks takes the rest of what is allowed. */
const margin = { top: 20, marked: 25, bottom: 20, left: 30, right: 15 }
const HEADER = mm(9)

export type Turned = 'portrait' | 'landscape'

/** Between the margins. */
export const textWidth = (turned: Turned): number => (turned === 'portrait' ? SHORT : LONG) - mm(margin.left) - mm(margin.right)

/** R4: an annex is counted from 1 again, and the first page of each has no number. */
export function section(turned: Turned, { isMarked, isNew }: { isMarked: boolean; isNew: boolean }): string {
  const size = turned === 'portrait' ? `w:w="${SHORT}" w:h="${LONG}"` : `w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"`
  const top = mm(isMarked ? margin.marked : margin.top)
  const margins = `w:top="${top}" w:right="${mm(margin.right)}" w:bottom="${mm(margin.bottom)}" w:left="${mm(margin.left)}" w:header="${HEADER}" w:footer="${HEADER}" w:gutter="0"`
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>${isNew ? '<w:type w:val="nextPage"/>' : ''}<w:pgSz ${size}/><w:pgMar ${margins}/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`
}
