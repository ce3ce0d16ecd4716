import { expect, test } from 'vitest'
import { atRest, next, type SyncEvent, type SyncStatus } from '../../src/client/sync/status.ts'
import { problem } from '../../src/model/problem.ts'

const offline = problem('no-connection')
const from = (at: SyncStatus['at'], more: Partial<SyncStatus> = {}): SyncStatus => ({ ...atRest, at, ...more })

const table: [string, SyncStatus, SyncEvent, SyncStatus][] = [
  ['a save while idle waits', from('idle'), { type: 'counted', toSend: 2, attention: 0 }, from('waiting', { toSend: 2 })],
  ['nothing left while waiting is idle', from('waiting', { toSend: 2 }), { type: 'counted', toSend: 0, attention: 0 }, from('idle')],
  [
    'a next try is still waited for with nothing to send',
    from('waiting', { nextTryAt: 9 }),
    { type: 'counted', toSend: 0, attention: 0 },
    from('waiting', { nextTryAt: 9 }),
  ],
  ['a save while sending changes the count only', from('sending', { toSend: 1 }), { type: 'counted', toSend: 2, attention: 0 }, from('sending', { toSend: 2 })],
  ['a save while signed out stays signed out', from('signed-out'), { type: 'counted', toSend: 2, attention: 0 }, from('signed-out', { toSend: 2 })],
  ['a run begins with nothing sent', from('idle', { sent: 5 }), { type: 'began' }, from('idle')],
  ['asking with changes is sending', from('waiting', { toSend: 3 }), { type: 'asked', changes: 3, toSend: 3 }, from('sending', { toSend: 3 })],
  ['asking without is receiving', from('idle'), { type: 'asked', changes: 0, toSend: 0 }, from('receiving')],
  [
    'the next try keeps the problem in sight and drops its time',
    from('waiting', { toSend: 1, lastProblem: offline, nextTryAt: 9 }),
    { type: 'asked', changes: 1, toSend: 1 },
    from('sending', { toSend: 1, lastProblem: offline }),
  ],
  [
    'an answer clears the problem',
    from('sending', { toSend: 1, lastProblem: offline }),
    { type: 'answered', changes: 1, toSend: 0 },
    from('receiving', { sent: 1 }),
  ],
  [
    'an answer with more to send goes on sending',
    from('sending', { sent: 50, toSend: 70 }),
    { type: 'answered', changes: 50, toSend: 20 },
    from('sending', { sent: 100, toSend: 20 }),
  ],
  ['the end with all sent is idle', from('receiving', { sent: 5 }), { type: 'ended', toSend: 0, attention: 0 }, from('idle', { sent: 5 })],
  ['the end with a late save waits', from('receiving', { sent: 5 }), { type: 'ended', toSend: 1, attention: 0 }, from('waiting', { sent: 5, toSend: 1 })],
  [
    'a failure waits for the next try',
    from('sending', { toSend: 1 }),
    { type: 'failed', problem: offline, toSend: 1, nextTryAt: 9 },
    from('waiting', { toSend: 1, lastProblem: offline, nextTryAt: 9 }),
  ],
  [
    '401 is signed out',
    from('sending'),
    { type: 'failed', problem: problem('signed-out'), toSend: 1 },
    from('signed-out', { toSend: 1, lastProblem: problem('signed-out') }),
  ],
  ['426 is too old', from('receiving'), { type: 'failed', problem: problem('too-old'), toSend: 0 }, from('too-old', { lastProblem: problem('too-old') })],
  ['signed out is left by asking again', from('signed-out', { toSend: 1 }), { type: 'asked', changes: 1, toSend: 1 }, from('sending', { toSend: 1 })],
]

test.each(table)('%s', (_, before, event, after) => {
  expect(next(before, event)).toEqual(after)
})
