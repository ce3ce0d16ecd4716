// A phone's first day: swaps an invitation for an account, keeps what came of it, fetches the communes of the province and
// brings the first data home.

import type { Problem } from '../model/problem.ts'
import { PROTOCOL } from '../protocol/sync.ts'
import { browserTimer, type Environment } from './environment.ts'
import type { Store } from './store/database.ts'
import { getDeviceId, storeEnrolment } from './store/enrolment.ts'
import { saveUnits } from './store/units.ts'
import { enrol } from './sync/enrol.ts'
import type { SyncStatus } from './sync/status.ts'
import { downloadUnits } from './sync/unit-download.ts'

/** What stands in the way, if anything does. */
export async function letIn(store: Store, environment: Environment, invitation: string, sync: () => Promise<SyncStatus>): Promise<Problem | undefined> {
  const device = await getDeviceId(store, environment)
  const answered = await enrol(environment.fetch, { protocol: PROTOCOL, invitation, device, deviceName: environment.deviceName() }, browserTimer)
  if (!answered.ok) return answered.problem
  const kept = await storeEnrolment(store, answered.value, environment)
  if (!kept.ok) return kept.problem
  await fetchUnits(store, environment, kept.value.scope.province)
  // It may have joined a run that was begun with the old token, and was refused for it.
  if ((await sync()).at === 'signed-out') await sync()
  return undefined
}

/** Fetched once; where there is no network the next start tries again. */
export async function fetchUnits(store: Store, environment: Environment, province: string): Promise<void> {
  const loaded = await downloadUnits(environment.fetch, province, browserTimer)
  if (loaded.ok) await saveUnits(store, loaded.value)
}
