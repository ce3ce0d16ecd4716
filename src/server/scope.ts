// Who a device acts for and what that account may see, as it is told to the device.

import type { Scope } from '../protocol/sync.ts'
import type { Account } from './database/query/account.ts'
import type { Feed } from './database/query/feed.ts'
import type { Identity } from './database/query/identity.ts'

export const scopeOf = ({ account, name, organisation, roles }: Account, { province }: Feed, { practice }: Identity): Scope => ({
  account,
  name,
  organisation,
  province,
  practice,
  roles: roles.map(({ role, unit, from, to }) => ({ role, unit, from, ...(to === undefined ? {} : { to }) })),
})
