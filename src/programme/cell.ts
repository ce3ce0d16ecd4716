// A cell: what one record adds to the figures, at one unit, for one organisation, on one date, as whole numbers by
// measure. Figures are sums of cells; summaries are the same sums by half-month (summary.ts). Pure.

/** The name of what is counted: "sessions", "attendance", "site-active.intensive", "media.province", "tally.tips-received" … */
export type Measure = string

export interface Cell {
  /** The village where it is known, else the unit that the record names. */
  unit: string
  /** The organisation's id, or empty where the record belongs to none. */
  organisation: string
  /** A civil date; in summaries the first day of its half-month (the 1st or the 15th). */
  date: string
  values: Record<Measure, number>
}
