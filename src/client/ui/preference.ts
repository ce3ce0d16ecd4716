// What a person likes on this phone: language, text size, theme, how periods are cut, which villages she looks after. Small,
// not data: losing it harms nothing.

import { type Signal, signal } from '@preact/signals'
import type { PeriodRule } from '../../programme/period.ts'
import { type Language, languages } from '../../text/translate.ts'

export const textSizes = ['normal', 'larger', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Preferences {
  language: Signal<Language>
  textSize: Signal<TextSize>
  theme: Signal<Theme>
  periodRule: Signal<PeriodRule>
  /** Ids of the villages that the person looks after, as chosen on this phone; a commune may know some of them no more. */
  myVillages: Signal<readonly string[]>
}

// period.ts has this list too; taking it from there would bring all of it into the first load.
const rules = ['calendar', '15-14'] as const satisfies readonly PeriodRule[]

const PREFIX = 'lan-toa.'

export function readPreferences(storage: Storage | undefined): Preferences {
  return {
    language: kept(storage, 'language', languages),
    textSize: kept(storage, 'text-size', textSizes),
    theme: kept(storage, 'theme', themes),
    periodRule: kept(storage, 'period-rule', rules),
    myVillages: keptList(storage, 'my-villages'),
  }
}

/** A signal whose value outlives the page; its first allowed value is where it starts. */
function kept<T extends string>(storage: Storage | undefined, name: string, allowed: readonly [T, ...T[]]): Signal<T> {
  const stored = read(storage, name)
  const value = signal<T>(allowed.find((option) => option === stored) ?? allowed[0])
  value.subscribe((now) => write(storage, name, now))
  return value
}

/** The same for several ids, none of which has a space in it. */
function keptList(storage: Storage | undefined, name: string): Signal<readonly string[]> {
  const value = signal<readonly string[]>(read(storage, name)?.match(/\S+/g) ?? [])
  value.subscribe((now) => write(storage, name, now.join(' ')))
  return value
}

function read(storage: Storage | undefined, name: string): string | null {
  try {
    return storage?.getItem(PREFIX + name) ?? null
  } catch {
    return null // Some browsers forbid storage altogether; a preference is then only as old as the page.
  }
}

function write(storage: Storage | undefined, name: string, value: string): void {
  try {
    storage?.setItem(PREFIX + name, value)
  } catch {
    // As above: the choice holds until the page is closed.
  }
}
