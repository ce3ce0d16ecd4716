import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { DAY_MS } from '../fixture/clock.ts'
import type { Device } from '../fixture/device.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

/** The ids of all records, told a few at a time. */
async function readFromStart(reader: Device): Promise<string[]> {
  const told: string[] = []
  for (let page = await reader.sync([], { want: 3 }); ; page = await reader.sync([], { want: 3, cursor: page.cursor })) {
    told.push(...page.changes.map(({ id }) => id))
    if (!page.more) return told
  }
}

const runs = times(10, 200)

/** Whose turn it is, how the clock jumps before it, and whether something is edited or made. */
const steps = fc.array(fc.record({ phone: fc.nat(2), jump: fc.constantFrom(0, 0, DAY_MS, -DAY_MS, -DAY_MS / 3, 1), edits: fc.boolean() }), {
  minLength: 5,
  maxLength: 25,
})

test('[F46] the server’s clock jumps by a day, forwards and back: the order is that of the numbers, and who reads on misses nothing', {
  timeout: 20_000 + runs * 1_000,
}, async (context) => {
  let pushes = 0
  await fc.assert(
    fc.asyncProperty(steps, async (course) => {
      const server = await serverFixture()
      const phones: Device[] = []
      for (let i = 0; i < 3; i++) phones.push(await server.enrol('collaborator', aLuoi1))
      const reader = await server.enrol('official', aLuoi1)
      const mine: string[][] = [[], [], []]
      const [order, seen] = [[] as string[], [] as string[]]
      let cursor: string | null = null
      for (const { phone: who, jump, edits } of course) {
        server.clock.advance(jump)
        const [phone, own] = [phones[who], mine[who]]
        if (!phone || !own) throw new Error('The generator names a phone that is not there.')
        const record = edits ? (own[0] ?? server.newId()) : server.newId()
        const change = own.includes(record) ? phone.set('session', record, { place: `Lần ${order.length}` }) : phone.set('session', record, session())
        if (!own.includes(record)) own.push(record)
        expect(await phone.push(change)).toMatchObject({ answer: 'applied' })
        order.push(change.id)
        const page = await reader.sync([], { cursor })
        cursor = page.cursor
        seen.push(...page.changes.map(({ id, version }) => `${id} ${version}`))
      }
      const history = await server.database.read((sql) => sql.all('SELECT id, record, version FROM change WHERE seq IS NOT NULL ORDER BY seq'))
      expect(history.map(({ id }) => id)).toEqual(order)
      expect(seen).toEqual(history.map(({ record, version }) => `${record} ${version}`))
      const records = await server.database.read((sql) => sql.all('SELECT id FROM record ORDER BY seq'))
      expect(await readFromStart(reader)).toEqual(records.map(({ id }) => id))
      pushes += course.length
    }),
    { numRuns: runs },
  )
  noteFigure(context, runs, `0 of ${pushes} pushes out of order or unread`)
})
