// Every screen that a test put up is taken down after it.

import { cleanup } from '@testing-library/preact'
import { afterEach } from 'vitest'

afterEach(() => cleanup())
