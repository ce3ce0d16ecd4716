// What a record is called on a list that has records of every kind: enough to know which one is meant.

import type { Shown } from '../store/shown.ts'
import { registers } from './register/registers.ts'
import type { Say } from './say.ts'

export function recordName(record: Shown, say: Say): string {
  if (isOf(record, 'session')) return `${say.unit(record.data.unit)} · ${say.day(record.data.date)}`
  if (isOf(record, 'site')) return record.data.name
  const { kind } = record
  if (kind === 'submission' || kind === 'report' || kind === 'session' || kind === 'site') return say.t(`kind.${kind}`)
  return registers[kind].name(record, say)
}

/** What a held record waits for, as far as this phone knows it. */
export const awaitedName = (awaited: Shown | undefined, say: Say): string => (awaited ? recordName(awaited, say) : say.t('sending.waits-for-other'))

const isOf = <K extends Shown['kind']>(record: Shown, kind: K): record is Shown<K> & Shown => record.kind === kind
