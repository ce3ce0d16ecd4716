// Every screen that a test put up is taken down after it, and what it left in the page's storage: many files share one page. A busy
// machine gets time to draw. Live queries ask nothing where there is no global IndexedDB, so there is one; each phone still has its own.

import 'fake-indexeddb/auto'
import { cleanup } from '@testing-library/preact'
import { afterEach, vi } from 'vitest'

vi.setConfig({ testTimeout: 20_000 })

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  localStorage.clear()
})
