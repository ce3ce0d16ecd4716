// What is measured, and who is: our app and the bare page do the same four things, one after the other.

export const deeds = ['plus', 'open', 'half', 'save'] as const
export type Deed = (typeof deeds)[number]

export const deedNames: Record<Deed, string> = {
  plus: 'tap +, the new number is painted',
  open: 'tap "count at the door", the counter is painted',
  half: "tap the counter's half, the new number is painted",
  save: 'tap save, "saved on this phone" is painted',
}

/** ms from the tap to its painted answer. */
export type Timed = Record<Deed, number>

export interface Contender {
  name: string
  /** Once through the form: everything before it and between is not timed. */
  round(): Promise<Timed>
  /** Ends with what it holds: records stored. */
  count(): Promise<number>
}
