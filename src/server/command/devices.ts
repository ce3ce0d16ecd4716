// Lists the devices, the one heard of last first.

import { listDevices } from '../database/query/device.ts'
import type { Command } from './command.ts'
import { momentText } from './moment.ts'

export const devices: Command = {
  options: [],
  run: async ({ database }) => {
    const found = await database.read(listDevices)
    if (found.length === 0) return { code: 0, lines: ['No device has enrolled yet.'] }
    return {
      code: 0,
      lines: found.map(({ accountName, id, name, contactAt, received, revokedAt }) =>
        [
          id,
          accountName,
          name ?? '(no name)',
          `last contact ${momentText(contactAt)}`,
          `${received} received`,
          ...(revokedAt === undefined ? [] : ['revoked']),
        ].join(' · '),
      ),
    }
  },
}
