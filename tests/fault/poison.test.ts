import { expect, test } from 'vitest'
import { getOutbox } from '../../src/client/store/read.ts'
import { fieldPhone } from '../fixture/field-phone.ts'
import { noteFigure } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'
import { quarantineOf } from '../fixture/server-content.ts'

test('[F52] one change of a hundred is not valid: it is kept and in sight, the other ninety-nine are taken', async (context) => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  const ids: string[] = []
  for (let place = 0; place < 100; place += 1) ids.push((await phone.save({ place: `Nhà ${place}` })).id)
  // No form lets this through: the phone's own store was tampered with.
  const spoilt = await phone.store.outbox.where('record').equals(String(ids[41])).first()
  if (!spoilt) throw new Error('Every save is in the outbox.')
  await phone.store.outbox.put({ ...spoilt, change: { ...spoilt.change, set: session({ counts: { total: -1, method: 'counted' } }) } as typeof spoilt.change })
  expect(await phone.sync()).toMatchObject({ at: 'attention', toSend: 0 })
  const states = await Promise.all(ids.map(async (id) => (await phone.get(id))?.state))
  expect(states.filter((state) => state === 'sent')).toHaveLength(99)
  expect(await phone.store.outbox.get(spoilt.id)).toMatchObject({ state: 'rejected', problems: [{ path: ['counts', 'total'] }] })
  expect(await getOutbox(phone.store)).toMatchObject({ waiting: 0, attention: 1 })
  expect(await quarantineOf(server.database)).toMatchObject([{ changeId: spoilt.id }])
  noteFigure(context, 100, '99 applied, 1 in quarantine and in sight')
})
