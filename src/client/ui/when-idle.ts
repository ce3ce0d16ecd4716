// Work in small pieces that waits until the page has nothing else to do. Safari has no idle callback; a timer lets taps in between.

/** Gives back how to call it off. */
export function whenIdle(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = window.requestIdleCallback(run, { timeout: 200 })
    return () => window.cancelIdleCallback(asked)
  }
  const asked = setTimeout(run)
  return () => clearTimeout(asked)
}
