// PouchDB as the contender: installs it when it is missing, runs it (pouch.mjs) and measures what it sends.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../../tool/step.ts'
import type { Contender, Job, Measured, Speed } from './job.ts'
import { type CountingProxy, countingProxy } from './proxy.ts'
import { asTold, type Paper } from './records.ts'

const folder = import.meta.dirname

export async function pouch(): Promise<Contender> {
  await install()
  const child = fork(join(folder, 'pouch.mjs'), { stdio: 'inherit' })
  const proxy = await countingProxy(Number(await reply(child)))
  return {
    name: 'PouchDB',
    measure: (job, speed) => measure(child, proxy, job, speed),
    async stop() {
      await proxy.stop()
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function install(): Promise<void> {
  const installed = join(folder, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs) return
  console.log('Installing PouchDB for the comparison (npm ci) …')
  const { exitCode, output } = await run('npm', ['ci', '--prefix', folder, '--ignore-scripts'])
  if (exitCode !== 0) throw new Error(`PouchDB could not be installed:\n${output}`)
}

async function measure(child: ChildProcess, proxy: CountingProxy, { before, out, news }: Job, speed: Speed): Promise<Measured> {
  await ask(child, 'prepare', { address: proxy.address, before: before.map(doc), out: out.map(doc), news: news.map(asTold).map(doc) })
  const measured = await proxy.measure(speed, () => ask(child, 'replicate'))
  const counts = await ask(child, 'count')
  const all = before.length + out.length + news.length
  if (String(counts) !== `${all},${all}`) throw new Error(`PouchDB brought ${counts} of ${all} to phone and office`)
  return measured
}

const doc = ({ id, kind, fields }: Paper): object => ({ _id: id, kind, ...fields })

function ask(child: ChildProcess, what: string, given?: object): Promise<unknown> {
  const answered = reply(child)
  child.send({ what, given })
  return answered
}

function reply(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('PouchDB ended by itself'))
    child.once('exit', end)
    // What pouch.mjs sends.
    child.once('message', (message: { value?: unknown; failed?: string }) => {
      child.off('exit', end)
      if (message.failed === undefined) resolve(message.value)
      else reject(new Error(`PouchDB failed: ${message.failed}`))
    })
  })
}
