// Asks the browser's small stores, which throw where they are forbidden, full or absent.

/** Undefined where it throws. */
export function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
