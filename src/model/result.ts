// The outcome of what a person can act on. Bugs and broken disks throw instead.

export type Result<T, P> = { ok: true; value: T } | { ok: false; problem: P }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const failed = <P>(problem: P): { ok: false; problem: P } => ({ ok: false, problem })
