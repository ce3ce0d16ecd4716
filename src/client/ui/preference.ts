// What a person likes on this phone: language, text size, how periods are cut. Small, not data: losing it harms nothing.

import { type Signal, signal } from '@preact/signals'
import type { PeriodRule } from '../../programme/period.ts'
import { type Language, languages } from '../../text/translate.ts'

export const textSizes = ['normal', 'larger', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

export interface Preferences {
  language: Signal<Language>
  textSize: Signal<TextSize>
  periodRule: Signal<PeriodRule>
}

// period.ts has this list too; taking it from there would bring all of it into the first load.
const rules = ['calendar', '15-14'] as const satisfies readonly PeriodRule[]

export function readPreferences(storage: Storage | undefined): Preferences {
  return {
    language: kept(storage, 'language', languages),
    textSize: kept(storage, 'text-size', textSizes),
    periodRule: kept(storage, 'period-rule', rules),
  }
}

/** A signal whose value outlives the page; its first allowed value is where it starts. */
function kept<T extends string>(storage: Storage | undefined, name: string, allowed: readonly [T, ...T[]]): Signal<T> {
  const key = `lan-toa.${name}`
  const stored = read(storage, key)
  const value = signal<T>(allowed.find((option) => option === stored) ?? allowed[0])
  value.subscribe((now) => write(storage, key, now))
  return value
}

function read(storage: Storage | undefined, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null
  } catch {
    return null // Some browsers forbid storage altogether; a preference is then only as old as the page.
  }
}

function write(storage: Storage | undefined, key: string, value: string): void {
  try {
    storage?.setItem(key, value)
  } catch {
    // As above: the choice holds until the page is closed.
  }
}
