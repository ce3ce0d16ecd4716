import { expect, test } from 'vitest'
import { carryOut, makeBackup } from '../../src/client/backup.ts'
import { open } from '../../src/protocol/seal.ts'
import { findOpeningKey } from '../../src/server/database/query/seal-key.ts'
import { fieldPhone } from '../fixture/field-phone.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { pending } from '../fixture/phone.ts'
import { serverFixture } from '../fixture/server.ts'

test('[P91] a phone that can’t send seals its outbox to the server: nobody else can read it, and it holds every unsent change as it would be sent', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  await phone.sync()
  expect(await makeBackup(phone.store, phone.environment)).toBeUndefined()
  const { id } = await phone.save({ place: 'Sân đình', note: 'Bà con hỏi nhiều' })
  await phone.save({ id, place: 'Chợ' })
  phone.store.breaker.trip(new Error('the disk is full'))
  const made = (await makeBackup(phone.store, phone.environment)) as { name: string; text: string }
  expect(made.name).toBe('lan-toa-chua-gui-2026-11-22.txt')
  expect(made.text).not.toContain('Bà con')
  const key = await server.database.read(findOpeningKey)
  if (!key) throw new Error('A founded server has a key.')
  const opened = await open(crypto.subtle, key, made.text)
  expect(opened).toMatchObject({ ok: true, value: { account: phone.account, changes: JSON.parse(JSON.stringify(await pending(phone))) } })
})

test('[P91] the file goes to the phone’s share sheet where that takes files, else it is saved; a sheet that was closed is told as such', async () => {
  const gone: string[] = []
  const outlet = (shares: 'no' | 'yes' | 'closed' | 'refused') => ({
    canShareText: () => false,
    shareText: async () => true,
    copyText: async () => false,
    canShareFile: () => shares !== 'no',
    shareFile: async (file: File) => {
      if (shares === 'refused') throw new DOMException('too late after the tap', 'NotAllowedError')
      if (shares === 'yes') gone.push(`shared ${file.name} as ${file.type}`)
      return shares === 'yes'
    },
    download: (name: string) => void gone.push(`saved ${name}`),
  })
  const made = { name: 'lan-toa-chua-gui-2026-11-22.txt', text: '{}', count: 2 }
  const became = []
  for (const shares of ['yes', 'no', 'closed', 'refused'] as const) became.push((await carryOut(outlet(shares), made)).is)
  expect(became).toEqual(['shared', 'saved', 'closed', 'saved'])
  expect(gone).toEqual(['shared lan-toa-chua-gui-2026-11-22.txt as text/plain', ...Array(2).fill('saved lan-toa-chua-gui-2026-11-22.txt')])
})
