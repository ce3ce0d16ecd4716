// `npm run bench:wire`: what a sync costs on the wire, beside the least it could cost and beside PouchDB. Ends with 1 where
// Lan Tỏa needs more requests or bytes than it may. With --write it also writes docs/evidence/wire.md.

import { buildIfStale } from '../../../tool/build.ts'
import { emptyOffice } from './empty-office.ts'
import { writeEvidence } from './evidence.ts'
import { type Contender, fullSpeed, type Job, jobs, type Measured, type Speed, slowSpeed } from './job.ts'
import { ours } from './ours.ts'
import { onePost } from './post.ts'
import { pouch } from './pouch.ts'
import { bytesOf, comparisons, type Row, table } from './table.ts'

const remarks: string[] = []

// The units of a province are a file of the built app.
await buildIfStale()

const contenders = [ours, onePost, ...(await pouchIfThere())]
const rows: Row[] = []
for (const job of jobs) {
  for (const contender of contenders) rows.push(await rowOf(job, contender))
}
for (const { stop } of contenders) await stop()
rows.push(await emptyOffice(ours.name))

const mine = rows.filter(({ name }) => name === ours.name)
const goals = mine.map(
  (row) =>
    `${row.job.name}: Lan Tỏa takes ${most(row)} requests and ${mostBytes(row).toLocaleString('en')} bytes, the goal is ${row.job.goal}: ${isMet(row) ? 'met' : 'MISSED'}.`,
)
const lines = [...goals, ...comparisons(rows, ours.name, 'PouchDB'), ...remarks].map((line) => `- ${line}`)
const result = `${table(rows, onePost.name)}\n\n${lines.join('\n')}`
console.log(`\n${result}`)
if (process.argv.includes('--write')) console.log(`\nWritten: ${writeEvidence(result)}`)
process.exitCode = mine.every(isMet) ? 0 : 1

async function rowOf(job: Job, contender: Contender): Promise<Row> {
  return { job, name: contender.name, full: await measured(job, contender, fullSpeed), slow: await measured(job, contender, slowSpeed) }
}

async function measured(job: Job, { name, measure }: Contender, speed: Speed): Promise<Measured> {
  const result = await measure(job, speed)
  const { requests, up, down, seconds } = result
  console.log(`${job.name} · ${name} · ${speed.name}: requests ${requests}, bytes ${up} up and ${down} down, ${seconds.toFixed(2)} s`)
  return result
}

/** Requests, at either speed. */
function most({ full, slow }: Row): number {
  return Math.max(full.requests, slow.requests)
}

function isMet(row: Row): boolean {
  return most(row) <= row.job.mostRequests && mostBytes(row) <= (row.job.mostBytes ?? Number.POSITIVE_INFINITY)
}

function mostBytes({ full, slow }: Row): number {
  return Math.max(bytesOf(full), bytesOf(slow))
}

/** The comparison needs packages of its own; what is ours is measured without them too. */
async function pouchIfThere(): Promise<Contender[]> {
  try {
    return [await pouch()]
  } catch (error) {
    console.error(error)
    remarks.push('PouchDB was not measured: it could not be installed or started.')
    return []
  }
}
