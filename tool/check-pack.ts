// Says what is wrong with a plan's file, by line: npx node tool/check-pack.ts FILE … (docs/new-programme.md).

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { packProblemText, readPack } from '../src/programme/read-pack.ts'

const files = process.argv.slice(2)
if (files.length === 0) console.error('Name the files to check.')

for (const file of files) {
  const read = readPack(readFileSync(file, 'utf8'), basename(file))
  if (read.ok) console.log(`${basename(file)}: right (${read.value.indicators.length} indicators, ${read.value.reports.length} reports)`)
  else for (const problem of read.problem) console.log(packProblemText(problem))
  if (!read.ok) process.exitCode = 1
}
if (files.length === 0) process.exitCode = 2
