// The list of record kinds. Adding one is its file, its row here, its row in the permission table, its words and its
// screen (docs/new-record-kind.md). Everything that handles records goes through here.

import { baseline } from './baseline.ts'
import type { DataFrom, Kind } from './kind.ts'
import { organisation } from './organisation.ts'
import { session } from './session.ts'
import { site } from './site.ts'
import { unit } from './unit.ts'

export const registry = { session, site, unit, baseline, organisation } as const

/** The number of the data model. It grows when a stored record has to be read differently (src/model/upgrade.ts). */
export const MODEL = 1

export type KindName = keyof typeof registry
export type Data<K extends KindName> = DataFrom<(typeof registry)[K]['fields']>

export const kindNames = Object.keys(registry) as KindName[]

export const isKindName = (name: string): name is KindName => Object.hasOwn(registry, name)

/** The kind by name, seen without its exact fields: for code that treats all kinds alike. */
export const kindNamed = (name: KindName): Kind => registry[name] as unknown as Kind
