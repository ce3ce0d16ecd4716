// A feed's check sums made anew from its records: where none were kept, and to compare with those that were.

import { kindNames } from '../../model/registry.ts'
import { addSum, CHECK_FORM, emptySum, sumOfRecord, sumText } from '../../protocol/check.ts'
import type { Database, Sql } from '../database/database.ts'
import { allDigests, type Digest, deleteDigests, digestForm, noteDigestsBuilt, putDigest } from '../database/query/digest.ts'
import { listFeeds } from '../database/query/feed.ts'
import { everyRecord } from '../database/query/record.ts'
import { isCounted } from './keep.ts'

interface Built extends Digest {
  commune: string | undefined
}

const keyOf = ({ kind, unit, organisation = '' }: Pick<Digest, 'kind' | 'unit' | 'organisation'>): string => [kind, unit, organisation].join(' ')

async function digestsFromRecords(sql: Sql, feed: string): Promise<Map<string, Built>> {
  const built = new Map<string, Built>()
  for await (const record of everyRecord(sql, feed, { kinds: kindNames })) {
    if (!isCounted(record)) continue
    const { id, version, kind, unit, organisation, commune } = record
    const key = keyOf(record)
    const sum = addSum(built.get(key)?.sum ?? emptySum, sumOfRecord(id, version))
    built.set(key, { kind, unit, organisation, commune, sum })
  }
  return built
}

/** Makes them for every feed for which another form kept them, or nobody. */
export const bringDigestsUpToDate = (database: Database): Promise<void> =>
  database.write(async (sql) => {
    for (const { id } of await listFeeds(sql)) if ((await digestForm(sql, id)) !== CHECK_FORM) await rebuildDigests(sql, id)
  })

/** The feed must be locked. */
export async function rebuildDigests(sql: Sql, feed: string): Promise<void> {
  await deleteDigests(sql, feed)
  for (const { commune, ...digest } of (await digestsFromRecords(sql, feed)).values()) await putDigest(sql, feed, commune, digest)
  await noteDigestsBuilt(sql, feed)
}

/** A sentence for each sum that is not as the records give it, and how many there ought to be. */
export async function compareDigests(sql: Sql, feed: string): Promise<{ count: number; differences: string[] }> {
  const right = await digestsFromRecords(sql, feed)
  const kept = new Map((await allDigests(sql, feed)).map((digest) => [keyOf(digest), digest]))
  const keys = [...new Set([...right.keys(), ...kept.keys()])].sort()
  const said = (digest: Digest | undefined): string => sumText(digest?.sum ?? emptySum)
  return {
    count: right.size,
    differences: keys.flatMap((key) =>
      said(right.get(key)) === said(kept.get(key))
        ? []
        : [`The check sum of ${key} is kept as ${said(kept.get(key))}, and the records give ${said(right.get(key))}.`],
    ),
  }
}
