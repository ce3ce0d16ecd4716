import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problem } from '../../src/model/problem.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { village } from '../fixture/village.ts'

const CHANGES = 30

test('[F34] whichever changes are too large: each alone is put before its person, all others are sent, none is stuck', async (context) => {
  const runs = times(5, 100)
  let requests = 0
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: CHANGES })), fc.integer({ min: 1, max: 60 }), async (large, most) => {
      const { phone, server } = await village()
      // Too large for one change that it must not see, or for more changes than it takes at once.
      server.intercept = ({ changes }) =>
        changes.length > most || changes.some(({ n }) => large.includes(n)) ? Response.json({ problem: problem('too-large') }, { status: 413 }) : undefined
      for (let n = 1; n <= CHANGES; n += 1) await phone.save({ place: `Nhà ${n}` })
      expect(await phone.sync()).toMatchObject({ at: large.length > 0 ? 'attention' : 'idle', toSend: 0 })
      const found = await phone.store.outbox.orderBy('[device+n]').toArray()
      expect(found.map(({ n, state, problems }) => [n, state, problems?.[0]?.code])).toEqual(
        found.map(({ n }) => (large.includes(n) ? [n, 'rejected', 'too-large'] : [n, 'done', undefined])),
      )
      requests = Math.max(requests, server.requests.length)
    }),
    { numRuns: runs },
  )
  noteFigure(context, runs, `0 of ${runs} queues stuck; at most ${requests} requests for ${CHANGES} changes`)
})
