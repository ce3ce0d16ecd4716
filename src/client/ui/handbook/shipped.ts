// The handbook as the app brings it: its own file, and the slogans of the shipped plans. Both lie on the phone with the app,
// so they are there without a network. With them stand the slogans and numbers of the plans that the office adopted.

import konTum from '../../../programme/pack/001-kon-tum.json?url'
import ownEntries from '../../../text/handbook.json?url'
import type { Language } from '../../../text/translate.ts'
import type { Environment } from '../../environment.ts'
import { documentOf, hotlinesOf, nameOf, slogansOf } from '../pack-words.ts'

type InBoth<T> = Record<Language, T>

export interface ShippedEntry {
  /** Stays the same for years: an office's own wording names it. */
  id: string
  section: string
  title: InBoth<string>
  /** Short lines; one in quotation marks is something to say. */
  body: InBoth<readonly string[]>
  number?: string
  source: InBoth<string>
  sourceDate?: string
  /** There in Vietnamese only. */
  isVietnamese?: true
}

/** Plans that name slogans. */
export const plansWithSlogans = ['001-kon-tum'] as const

const planFiles: Record<(typeof plansWithSlogans)[number], string> = { '001-kon-tum': konTum }

/** Rejects where a file can't be had: the service worker keeps them, so a second try helps. */
export async function loadShipped({ fetch }: Pick<Environment, 'fetch'>): Promise<ShippedEntry[]> {
  const load = async (path: string): Promise<unknown> => (await fetch(path)).json()
  const [own, ...plans] = await Promise.all([ownEntries, ...Object.values(planFiles)].map(load))
  // Both came with this build, and a test reads them with it.
  return [...(own as ShippedEntry[]), ...plans.flatMap((plan) => sloganEntry(plan as Record<string, unknown>))]
}

export const sloganId = (plan: string): string => `khau-hieu-${plan.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 60)

/** The slogans of one plan, under its name; none where it has none. */
export function sloganEntry(pack: Record<string, unknown>): ShippedEntry[] {
  const slogans = slogansOf(pack)
  if (slogans.length === 0) return []
  const { number, date, issuer, title, said } = documentOf(pack)
  const source = [number, title, issuer, slogans[0]?.said?.place, said?.doubt].filter(Boolean).join(' · ')
  return [
    {
      id: sloganId(String(pack['id'])),
      section: 'slogan',
      title: both(nameOf(pack)?.vi ?? title ?? ''),
      body: both(slogans.map(({ text }) => text)),
      source: both(source),
      ...(date === undefined ? {} : { sourceDate: date }),
      isVietnamese: true,
    },
  ]
}

/** The numbers of one plan, each with whose it is. */
function hotlineEntries(pack: Record<string, unknown>): ShippedEntry[] {
  const name = nameOf(pack) ?? both('')
  const { number: document, date, issuer } = documentOf(pack)
  const source = [document, issuer].filter(Boolean).join(' · ')
  return hotlinesOf(pack).flatMap(({ number, name: title }) =>
    number === undefined
      ? []
      : [
          {
            id: `duong-day-${digitsOf(number)}`,
            section: 'hotline',
            title,
            body: { vi: [name.vi], en: [name.en] },
            number,
            source: source === '' ? name : both(source),
            ...(date === undefined ? {} : { sourceDate: date }),
          },
        ],
  )
}

const digitsOf = (number: string): string => number.replace(/\D/g, '')

/**
 * A plan that the office adopted, and perhaps adapted, stands in the place of the one that the app brings: also where it has no
 * slogans any more. A number that is there already is not told twice.
 */
export function withAdopted(shipped: readonly ShippedEntry[], packs: readonly Record<string, unknown>[]): ShippedEntry[] {
  const plans = new Set(packs.map((pack) => sloganId(String(pack['id']))))
  const slogans = new Map(packs.flatMap(sloganEntry).map((entry): [string, ShippedEntry] => [entry.id, entry]))
  const kept = shipped.flatMap((entry) => slogans.get(entry.id) ?? (plans.has(entry.id) ? [] : entry))
  const added = [...slogans.values()].filter(({ id }) => !kept.some((entry) => entry.id === id))
  const numbers = new Map(packs.flatMap(hotlineEntries).map((entry): [string, ShippedEntry] => [entry.id, entry]))
  const known = new Set(kept.flatMap(({ number }) => (number === undefined ? [] : digitsOf(number))))
  return [...kept, ...added, ...[...numbers.values()].filter(({ number = '' }) => !known.has(digitsOf(number)))]
}

const both = <T>(said: T): InBoth<T> => ({ vi: said, en: said })
