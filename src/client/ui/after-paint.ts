// What may wait until the person has seen the answer to her tap.

/** No frames are drawn while the app is hidden. */
const LONGEST_MS = 100

export function afterPaint(run: () => void): void {
  let isDone = false
  const once = (): void => {
    if (isDone) return
    isDone = true
    run()
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, LONGEST_MS)
}
