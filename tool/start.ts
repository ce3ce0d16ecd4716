// What `npm start` runs: builds the app where its sources are newer than what was built, then runs the server.

import { runUntilStopped } from '../src/server/main.ts'
import { asksForHelp } from '../src/server/server-help.ts'
import { buildIfStale } from './build.ts'

const argv = process.argv.slice(2)
if (!asksForHelp(argv)) await buildIfStale()
await runUntilStopped(argv)
