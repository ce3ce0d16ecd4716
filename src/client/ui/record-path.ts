// Where the records of each kind are listed, made and mended. Part of the first load: paths only.

import type { KindName } from '../../model/registry.ts'

/** Kinds whose screen is a list and a form drawn from the kind, with the path of the list. */
const lists = {
  unit: '/villages',
  baseline: '/baselines',
  organisation: '/organisations',
  material: '/materials',
  'material-receipt': '/material-receipts',
  'media-item': '/media-items',
  tally: '/tallies',
  survey: '/surveys',
  'key-area': '/key-areas',
  target: '/targets',
  programme: '/programmes',
  person: '/staff',
} as const satisfies Partial<Record<KindName, string>>

/** Kinds with such a form, whose list is a screen of its own. */
const listedElsewhere = { plan: '/plans', 'site-visit': '/sites', 'handbook-entry': '/handbook' } as const satisfies Partial<Record<KindName, string>>

/** Kinds with a list and a screen for each record. */
const screens = { session: '/sessions', site: '/sites' } as const satisfies Partial<Record<KindName, string>>

/** Kinds with a screen for each record and no form: what can be done with one is done there. */
const withoutForm: readonly KindName[] = ['submission', 'report']

export type ScreenKind = keyof typeof screens
export type RegisterKind = keyof typeof lists | keyof typeof listedElsewhere

const allLists: Record<RegisterKind | ScreenKind, string> = { ...lists, ...listedElsewhere, ...screens }

export const listPath = (kind: RegisterKind | ScreenKind): string => allLists[kind]

const basePath = (kind: KindName): string => (kind === 'unit' ? '/village' : `/${kind}`)

export const newPath = (kind: KindName): string => `${basePath(kind)}/new`

export const editPath = (kind: KindName, id: string): string => (withoutForm.includes(kind) ? `${basePath(kind)}/${id}` : `${basePath(kind)}/${id}/edit`)

/** Where a record is looked at: its own screen, or its form. */
export const recordPath = (kind: KindName, id: string): string => (kind in screens ? `${basePath(kind)}/${id}` : editPath(kind, id))

/** Where a form that was begun goes on. `begun`: "new", "new?site=…" or the id of a record; "~…" behind it is another window's. */
export function draftPath(kind: KindName, begun: string): string {
  const [form = '', window] = begun.split('~')
  const path = form === 'new' || form.startsWith('new?') ? `${basePath(kind)}/${form}` : editPath(kind, form)
  return window === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}draft=${window}`
}

/** Kinds of which a whole file can be taken over. */
const importable = ['unit', 'baseline', 'session'] as const satisfies readonly KindName[]
export type ImportKind = (typeof importable)[number]

export const isImportable = (kind: KindName): kind is ImportKind => importable.some((one) => one === kind)

export const importPath = (kind: ImportKind): string => `/import/${kind}`

export const listPaths: readonly string[] = Object.values(lists)

/** Every path of a form, as routes say it. */
// The keys are those of the table just above.
export const formPaths: readonly string[] = (Object.keys(allLists) as RegisterKind[]).flatMap((kind) => [newPath(kind), editPath(kind, ':id')])

/** The kind that such a list or form is about. */
export const kindAt = (path: string): RegisterKind | undefined =>
  (Object.keys(allLists) as RegisterKind[]).find((kind) => path === allLists[kind] || path.startsWith(`${basePath(kind)}/`))
