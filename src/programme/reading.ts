// What an indicator says for a period: a share with everything that has to stand beside it, or why there is none (docs/domain.md
// §4). Reasons, flags and sources are codes; their words are in `text` under "indicator.none.", ".flag." and ".source.".

import type { Measure } from './cell.ts'
import type { Dates } from './period.ts'
import type { Share } from './share.ts'

/** Why there is no percentage. */
export const noneReasons = [
  'no communes',
  'no key areas',
  'no villages',
  'no months',
  'not aligned',
  'not one year',
  'missing baseline',
  'nobody asked',
  'no tally',
  'none received',
  'no data',
  'counts only',
] as const
export type NoneReason = (typeof noneReasons)[number]

export const readingFlags = [
  /** More than all of them: shown, never capped. */
  'over-hundred',
  /** The period's last day is later than the day the figures run to. */
  'not-over',
  /** Nothing at all was recorded that could have counted. */
  'nothing-recorded',
  /** Some communes of the denominator never asked who was there for the first time; `missing` names them. */
  'some-not-asked',
  /** The share is a survey's, because what was asked at sessions gives none. */
  'survey',
  /** The survey names the whole area, the indicator its key areas: its method says whom it asked. */
  'survey-of-whole-area',
  'overlapping-tallies',
  /** The plan sets no threshold, and the office has not either. */
  'target-not-set',
] as const
export type ReadingFlag = (typeof readingFlags)[number]

export const sourceCodes = ['records', 'asked', 'tallies', 'calendar', 'commune-list', 'village-list', 'key-areas', 'baseline', 'survey'] as const

export interface Source {
  what: (typeof sourceCodes)[number]
  /** As entered: the baseline's document, the decision on key areas, the survey's method and source. */
  text?: string | undefined
  year?: number | undefined
}

/** Those that a share of people is aimed at above all: shown beside it, never added to it. */
export interface Apart {
  who: 'women-14-60' | 'under-16'
  /** Undefined: nobody asked. */
  people: number | undefined
  /** Undefined: a baseline does not count them. */
  of: number | undefined
  share: Share | undefined
}

export interface SurveyShare extends Share {
  yes: number
  sample: number
  date: string
  method: string
  source: string
}

export interface OrganisationCounts {
  organisation: string
  values: Record<Measure, number>
}

/** What a kind of definition finds; the rest of the reading is the same for all of them. */
export interface Finding {
  value: Share | { none: NoneReason }
  numerator?: number | undefined
  denominator?: number | undefined
  sources: Source[]
  /** Units or months ("2017-03") or tallies that are missing, in the order of their list. */
  missing: string[]
  flags: ReadingFlag[]
  survey?: SurveyShare | undefined
  apart?: Apart[] | undefined
  totals?: Record<Measure, number> | undefined
  byOrganisation?: OrganisationCounts[] | undefined
}

export interface Reading extends Finding {
  id: string
  period: Dates
  asOf: number
  target?: ReadingTarget | undefined
}

export interface ReadingTarget {
  threshold: number
  compare: 'at-least' | 'more-than'
  by: string | undefined
  /** Judged on the exact share, not on the rounded one. Undefined where there is no share. */
  met: boolean | undefined
}

/** No percentage, for a reason; what is known all the same may be added. */
export const none = (reason: NoneReason, more: Partial<Finding> = {}): Finding => ({ sources: [], missing: [], flags: [], ...more, value: { none: reason } })
