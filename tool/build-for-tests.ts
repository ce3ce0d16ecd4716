// Tests that drive the whole app need it built; run before them, once.

export { buildIfStale as setup } from './build.ts'
