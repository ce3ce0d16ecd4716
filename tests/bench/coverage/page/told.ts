// What both ways come to: they have to be equal.

export interface Told {
  /** Villages with a session, and villages there are. */
  villages: number
  of: number
  /** Places right below from which anything came. */
  heard: number
  sessions: number
  attendance: number
}

export interface Line {
  unit: string
  /** Villages with a session; 0 of a village. */
  villages: number
  sessions: number
  attendance: number
  last: string
}
