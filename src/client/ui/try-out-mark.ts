// The mark on a tab that is trying out: it decides at the start which database is opened, and goes with the tab. An invitation
// is never practice: opened in such a tab, it ends the try-out.

import { attempt } from '../store/attempt.ts'

const MARK = 'lan-toa.try-out'

export function isTryingOut(): boolean {
  if (window.location.pathname === '/enrol') unmarkTryOut()
  return attempt(() => sessionStorage.getItem(MARK)) === 'yes'
}

/** False where the browser forbids it: there is no try-out then. */
export function markTryOut(): boolean {
  const kept = attempt(() => {
    sessionStorage.setItem(MARK, 'yes')
    return true
  })
  return kept === true
}

export const unmarkTryOut = (): unknown => attempt(() => sessionStorage.removeItem(MARK))
