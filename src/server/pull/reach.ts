// How far somebody may read, as narrow ways into a feed that indexes serve. Made from the permission table and never
// narrower than it; `can` decides on each row afterwards.

import { type Actor, areaOf, type Grant, permissions, rolesOn } from '../../model/permission.ts'
import { type KindName, kindNames } from '../../model/registry.ts'
import { type UnitLookup, unitAndAbove } from '../../model/unit.ts'
import type { Branch } from '../database/query/record.ts'

export function reachOf(actor: Actor, today: string, lookup: UnitLookup): Branch[] {
  const found = new Map<string, { where: Branch['where']; kinds: Set<KindName> }>()
  const add = (kind: KindName, where: Branch['where']): void => {
    // Without a place to narrow by, only the kind leads to an index.
    const key = where ? `${where.column} ${where.is}` : kind
    const branch = found.get(key) ?? { where, kinds: new Set<KindName>() }
    branch.kinds.add(kind)
    found.set(key, branch)
  }
  for (const held of rolesOn(actor, today)) {
    const chain = unitAndAbove(areaOf(held, lookup), lookup)
    for (const kind of kindNames) {
      const grant = permissions[held.role]?.[kind]?.read
      if (!grant) continue
      const [area, ...above] = chain
      if (area || grant === 'feed') add(kind, narrowing(grant, actor, area))
      if (grant === 'around') for (const unit of above) add(kind, { column: 'unit', is: unit.id })
    }
  }
  return [...found.values()].map(({ where, kinds }) => ({ kinds: [...kinds].sort(), ...(where ? { where } : {}) }))
}

function narrowing(grant: Grant, actor: Actor, area: { id: string; level: string } | undefined): Branch['where'] {
  if (grant === 'feed') return undefined
  if (grant === 'body') return { column: 'organisation', is: actor.organisation }
  return area?.level === 'commune' ? { column: 'commune', is: area.id } : undefined
}
