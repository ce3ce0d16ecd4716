// How a kind whose screen is a list and a form shows itself: its words, what a line of the list says, and what a new
// record starts with. Everything else is drawn from the kind.

import type { ComponentChildren } from 'preact'
import type { Fields } from '../../../model/record.ts'
import type { Data, KindName } from '../../../model/registry.ts'
import type { Unit } from '../../../model/unit.ts'
import type { MessageKey } from '../../../text/translate.ts'
import type { Shown } from '../../store/shown.ts'
import type { Me } from '../actor.ts'
import type { App } from '../context.ts'
import type { Form } from '../form.ts'
import type { Say } from '../say.ts'

type Stem<Key> = Key extends `${infer Name}.add` ? Name : never
type Complete<Name extends string> = Name extends string
  ? `${Name}.list` | `${Name}.add` | `${Name}.edit` | `${Name}.empty` extends MessageKey
    ? Name
    : never
  : never

/** The beginning of four message keys: ….list, ….add, ….edit and ….empty. */
export type RegisterWords = Complete<Stem<MessageKey>>

/** What a new record may be filled from. */
export interface Start {
  app: App
  me: Me
  today: string
  /** The person's own commune, else her province. */
  home: string
  organisation: string
  query: Record<string, string>
}

// Methods, so that the registers of all kinds fit into one table.
export interface Register<K extends KindName = KindName> {
  kind: K
  words: RegisterWords
  /** First line of a row; what the search looks at. */
  name(record: Shown<K>, say: Say): string
  /** Second line of a row. */
  about(record: Shown<K>, say: Say): string
  /** Listed newest first by this civil date; by name where there is none. */
  date?(data: Data<K>): string
  starting?(start: Start): Promise<Fields> | Fields
  /** Fields that the form asks first, in this order; the rest follows in the kind's. */
  first?: readonly string[]
  /** Fields that need no asking, seen what was entered so far. */
  without?(fields: Fields): readonly string[]
  /** Parts of the form made for single fields. */
  parts?: Record<string, (form: Form) => ComponentChildren>
  /** Fields that the list of facts leaves out. */
  hidden?: readonly string[]
  /** Further facts, for who may look but not edit. */
  more?(record: Shown<K>, say: Say): ComponentChildren
  /** Below the fields of a record that may be edited: what else can be done with it. */
  acts?(record: Shown<K>): ComponentChildren
  /** What it may be already; then it is saved only when the person says that it is another. */
  namesake?(fields: Fields, id: string | undefined, app: App): Unit | undefined
  /** Records that are listed apart, below the others, and the heading over them. */
  past?: { title: MessageKey; has(data: Data<K>, today: string): boolean }
  /** Above the list: what is to be said of several of its records together. */
  together?(records: readonly Shown<K>[], say: Say): ComponentChildren
  /** Where its form leads back to, where that is not the list. */
  back?(fields: Fields, query: Record<string, string>): string
  /** A field of which a new one takes several values at once: each becomes a record, all in one act. */
  several?: string
  /** Under which heading of the list it stands; headings come in the order of their numbers. */
  group?(record: Shown<K>, say: Say): { order: number; title: string }
}
