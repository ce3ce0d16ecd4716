// The whole field app to practise with: on a database of its own, in a made-up commune, with nothing that could send. It builds
// no engine, knows no transport, and what it hands to screens as `fetch` asks nobody.

import { type ReadonlySignal, signal } from '@preact/signals'
import type { VNode } from 'preact'
import { dateInVietnam } from '../model/civil-date.ts'
import { problem } from '../model/problem.ts'
import { failed } from '../model/result.ts'
import { PROTOCOL, type SyncRequest } from '../protocol/sync.ts'
import type { Translate } from '../text/translate.ts'
import { browserTabs, browserTimer, type Environment } from './environment.ts'
import { followStore } from './followed.ts'
import { browserOutlet } from './outlet.ts'
import { applyAnswer } from './store/apply.ts'
import { openDatabase, type Store } from './store/database.ts'
import { storeEnrolment } from './store/enrolment.ts'
import { endFirstRun } from './store/first-run.ts'
import { discardTryOut, TRY_OUT_DATABASE } from './store/try-out.ts'
import { saveUnits } from './store/units.ts'
import { atRest } from './sync/status.ts'
import { TRY_OUT_DEVICE, tryOutAnswer, tryOutScope, tryOutUnits } from './try-out-land.ts'
import { Root } from './ui/app.tsx'
import type { App } from './ui/context.ts'
import type { Preferences } from './ui/preference.ts'
import { unmarkTryOut } from './ui/try-out-mark.ts'
import './ui/style/try-out.css'

interface TryOut {
  environment: Environment
  preferences: Preferences
  words: ReadonlySignal<Translate>
  show(screen: VNode): void
  /** Begins the app anew at an address, with what is real. */
  leave(): void
}

/** Undefined where there is nowhere to try: the person is told, and led back. */
export async function runTryOut({ environment, preferences, words, show, leave }: TryOut): Promise<App | undefined> {
  const opened = await openDatabase(TRY_OUT_DATABASE, { timer: browserTimer, tabs: browserTabs('lan-toa-try-out-storage') })
  const goBack = () => {
    unmarkTryOut()
    leave()
  }
  const store = opened.ok ? opened.value : undefined
  const end = async () => {
    await discardTryOut(store)
    goBack()
  }
  const own = alone(environment)
  if (!store || !(await furnish(store, own))) {
    show(<NotOpened t={words.value} end={() => void end()} />)
    return undefined
  }
  // Ended or taken over in another tab, where it is none of this one's business.
  store.connection.onEnd(goBack)
  const app: App = {
    store,
    environment: own,
    outlet: browserOutlet(),
    // Villages that are nowhere must not be offered when the person is back.
    preferences: { ...preferences, myVillages: signal<readonly string[]>([]) },
    t: words,
    ...(await followStore(store, own)),
    status: signal(atRest),
    toast: signal(undefined),
    spoken: signal(undefined),
    update: signal(undefined),
    install: signal(undefined),
    wakeSync: () => undefined,
    syncNow: async () => undefined,
    // Only the phone itself lets anybody in.
    enrol: async () => {
      goBack()
      return undefined
    },
    endTryOut: end,
    office: async () => ({
      history: async () => failed(problem('no-record')),
      devices: nobody,
      records: nobody,
      cells: nobody,
    }),
  }
  show(<Root app={app} />)
  return app
}

const nobody = async () => failed(problem('no-connection'))

/** This phone's clock and randomness, and nobody to ask: not the network, not the browser for room. */
function alone(environment: Environment): Environment {
  return {
    ...environment,
    fetch: () => Promise.reject(new TypeError('A try-out asks nobody')),
    storage: { ...environment.storage, persist: async () => false },
  }
}

/** Once: what was tried stays until the try-out is ended. False where the phone doesn't take it. */
async function furnish(store: Store, environment: Environment): Promise<boolean> {
  if (await store.meta.get('cursor')) return true
  const now = environment.now()
  const answer = tryOutAnswer(dateInVietnam(now), now)
  const { epoch } = answer
  // No witness: nothing in here is work, and a loss of it would be told in words that are meant for real work.
  const enrolment = { protocol: PROTOCOL, epoch, device: TRY_OUT_DEVICE, serverTime: now, scope: tryOutScope } as const
  await storeEnrolment(store, enrolment, environment, { leave: () => undefined, remembers: () => false })
  await saveUnits(store, tryOutUnits)
  await endFirstRun(store)
  const asked: SyncRequest = {
    protocol: PROTOCOL,
    account: tryOutScope.account,
    device: TRY_OUT_DEVICE,
    epoch,
    nonce: '',
    sentAt: now,
    model: 0,
    cursor: null,
    changes: [],
    want: 1,
  }
  return (await applyAnswer(store, asked, answer, now)).ok && (await store.meta.get('cursor')) !== undefined
}

function NotOpened({ t, end }: { t: Translate; end: () => void }) {
  return (
    <main class="page stack">
      <p class="card bad" role="alert">
        {t('tryout.not-opened')}
      </p>
      <button type="button" class="button primary" onClick={end}>
        {t('tryout.leave')}
      </button>
    </main>
  )
}
