// What `npm start` runs: builds the app where its sources are newer than what was built, then runs the server.

import { runUntilStopped } from '../src/server/main.ts'
import { buildIfStale } from './build.ts'

await buildIfStale()
await runUntilStopped(process.argv.slice(2))
