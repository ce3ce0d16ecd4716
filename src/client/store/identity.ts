// Whose phone this is, as the server last said, and what is known of its clock.

import { dateInVietnam } from '../../model/civil-date.ts'
import type { Actor } from '../../model/permission.ts'
import type { SealingKey } from '../../protocol/seal-key.ts'
import type { Scope } from '../../protocol/sync.ts'

export interface Identity {
  account: string
  device: string
  epoch: string
  scope: Scope
  enrolledAt: number
  /** Last time something was sent and answered, and last time an answer came at all; this phone's clock. */
  lastSentAt?: number
  lastReceivedAt?: number
  lastServerTime?: number
  /** To whom this phone seals what it can't send. */
  seal?: SealingKey
  /** Until the three steps of the first run were taken or passed over. */
  isNew?: true
  /** The server's clock minus this phone's. */
  clockOffsetMs?: number
}

/** Clocks that are this close agree (docs/protocol.md). */
const CLOCKS_AGREE_MS = 10 * 60_000

export const isClockTrusted = ({ clockOffsetMs }: Identity): boolean => clockOffsetMs !== undefined && Math.abs(clockOffsetMs) <= CLOCKS_AGREE_MS

export const actorOf = ({ account, scope }: Identity): Actor => ({ account, organisation: scope.organisation, roles: scope.roles })

/**
 * The civil dates on which a role may be asked for: by the phone's clock, and by it as the server put it right. A phone
 * that lives in another year must still take a session down, and a clock mended since then must not lock anyone out.
 */
export function permissionDays({ clockOffsetMs = 0 }: Identity, nowMs: number): string[] {
  return [...new Set([dateInVietnam(nowMs + clockOffsetMs), dateInVietnam(nowMs)])]
}
