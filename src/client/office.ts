// What is asked of the office beside sending and reading: seldom, and so no part of the first load.

import { PROTOCOL } from '../protocol/sync.ts'
import { browserTimer } from './environment.ts'
import type { Identity } from './store/identity.ts'
import { askCells } from './sync/day-cells.ts'
import { askDevices } from './sync/device-list.ts'
import { askHistory } from './sync/history.ts'
import { askRecords } from './sync/opened.ts'
import type { Office } from './ui/context.ts'

export function officeOf(fetch: typeof globalThis.fetch, identity: Identity | undefined, timer = browserTimer): Office {
  const { account, device } = identity ?? { account: '', device: '' }
  const asker = { protocol: PROTOCOL, account, device } as const
  return {
    history: (record) => askHistory(fetch, { ...asker, record }, timer),
    devices: () => askDevices(fetch, asker, timer),
    records: (asked) => askRecords(fetch, { ...asker, ...asked }, timer),
    cells: (asked) => askCells(fetch, { ...asker, ...asked }, timer),
  }
}
