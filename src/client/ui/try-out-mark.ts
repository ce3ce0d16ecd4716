// The mark on a tab that is trying out: it decides at the start which database is opened, and goes with the tab. An invitation
// is never practice: opened in such a tab, it ends the try-out.

const MARK = 'lan-toa.try-out'

export function isTryingOut(): boolean {
  if (window.location.pathname === '/enrol') unmarkTryOut()
  return attempt(() => sessionStorage.getItem(MARK)) === 'yes'
}

/** False where the browser forbids it: there is no try-out then. */
export const markTryOut = (): boolean => attempt(() => sessionStorage.setItem(MARK, 'yes')) !== FORBIDDEN

export const unmarkTryOut = (): unknown => attempt(() => sessionStorage.removeItem(MARK))

const FORBIDDEN = Symbol('forbidden')

function attempt<T>(ask: () => T): T | typeof FORBIDDEN {
  try {
    return ask()
  } catch {
    return FORBIDDEN
  }
}
