// What the phone gives back while somebody counts: a buzz under the thumb, a screen that stays lit. What a browser lacks is
// left out.

/** Not on iPhones, and not where the person has turned it off. */
export function buzz(pattern: number[]): void {
  navigator.vibrate?.(pattern)
}

/** Keeps the screen on while people come in. The system takes it back whenever the app is hidden. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const ask = async () => {
    if (isOver || document.visibilityState !== 'visible') return
    try {
      lock = await navigator.wakeLock?.request('screen')
      if (isOver) await lock?.release()
    } catch {
      // Refused while the battery is low: then the screen darkens as always.
    }
  }
  void ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release().catch(() => undefined)
  }
}
