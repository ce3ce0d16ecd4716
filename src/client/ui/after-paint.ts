// What may wait until the person has seen the answer to her tap.

/** No frames are drawn while the app is hidden. */
const LONGEST_MS = 100

/** Gives back how to call it off. */
export function afterPaint(run: () => void): () => void {
  const callOff = (): void => {
    document.removeEventListener('visibilitychange', go)
    removeEventListener('pagehide', go)
    cancelAnimationFrame(frame)
    clearTimeout(painted)
    clearTimeout(late)
  }
  const go = (): void => {
    callOff()
    run()
  }
  let painted: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    painted = setTimeout(go)
  })
  const late = setTimeout(go, LONGEST_MS)
  // The system may end what it hides without another word.
  document.addEventListener('visibilitychange', go)
  addEventListener('pagehide', go)
  return callOff
}
