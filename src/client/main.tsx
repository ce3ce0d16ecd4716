// Builds the instances and puts the first screen up: the only place that does. What stands in the way of starting is told
// in plain words before anything else is tried.

import './older-browsers.ts'
import './ui/style/token.css'
import './ui/style/base.css'
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { render, type VNode } from 'preact'
import * as z from 'zod/mini'
import enWords from '../text/en.json?url'
import { noWords } from '../text/no-words.ts'
import { addWords, hasWords, type Language, type Translate, translatorFor } from '../text/translate.ts'
import viWords from '../text/vi.json?url'
import { browserEngine, SENDING } from './browser-engine.ts'
import { browserEnvironment, browserLock, browserMoments, browserTabs, browserTimer, type Environment } from './environment.ts'
import { followStore } from './followed.ts'
import { fetchUnits, letIn } from './let-in.ts'
import { browserOutlet } from './outlet.ts'
import { passingIn } from './passing.ts'
import { openDatabase, type Store } from './store/database.ts'
import { follow, onUnsent } from './store/live.ts'
import { findLoss, readTip, settleLoss } from './store/loss.ts'
import { getIdentity } from './store/read.ts'
import { loadUnitBook } from './store/units.ts'
import { browserWitness, type Witness } from './store/witness.ts'
import { schedule } from './sync/schedule.ts'
import { Root, warmScreens } from './ui/app.tsx'
import type { App, Toast } from './ui/context.ts'
import { followLooks } from './ui/looks.ts'
import type { Trouble, WayOn } from './ui/page/recovery.tsx'
import { type Preferences, readPreferences } from './ui/preference.ts'
import { isTryingOut, unmarkTryOut } from './ui/try-out-mark.ts'

// The page's policy forbids making code from text, which Zod would try.
z.config({ jitless: true })

/** Time for the first screen to be drawn and the first answer to come. */
const WARM_AFTER_MS = 3000

/** A database that opens at once is not announced. */
const SAY_OPENING_AFTER_MS = 2000

/** What every step of the start needs. */
interface Start {
  environment: Environment
  preferences: Preferences
  words: ReadonlySignal<Translate>
  witness: Witness
  /** Where nothing lasts: what the browser calls itself. */
  passing: string | undefined
  stuck(trouble: Trouble, wayOn?: WayOn): void
}

async function start(): Promise<void> {
  const environment = browserEnvironment()
  const preferences = readPreferences(reachableStorage())
  const first = await loadWords(environment, preferences.language.value)
  if (!first) return show(<NoWords />)
  const words = signal<Translate>(first)
  followPreferences(environment, preferences, words)
  const stuck: Start['stuck'] = (trouble, wayOn) =>
    void import('./ui/page/recovery.tsx').then(
      ({ Recovery }) => show(<Recovery trouble={trouble} preferences={preferences} words={words} retry={() => window.location.reload()} wayOn={wayOn} />),
      () => show(<Told text={`${words.value(`trouble.${trouble}`)}. ${words.value(`trouble.${trouble}-what`)}`} />),
    )
  if (!window.isSecureContext) return stuck('insecure')
  if (!('indexedDB' in window && 'subtle' in crypto && 'AbortController' in window)) return stuck('old-browser')
  const passing = passingIn(navigator)
  const own: Start = { environment, preferences, words, witness: browserWitness(), passing, stuck }
  if (isTryingOut()) return tryOut(own)
  if (passing && !own.witness.remembers()) return standAside(own, passing)
  const store = await openStore(own)
  if (!store) return
  const run = () => void runApp(store, own).catch((cause: unknown) => fail(cause, stuck))
  const loss = await findLoss(store, own.witness)
  if (!loss) return run()
  const goOn = () => void settleLoss(store, own.witness, loss, environment.now()).then(run)
  stuck(loss.code, { goOn, ...(loss.code === 'cut-short' ? { missing: loss.missing } : {}) })
}

/** Before anything is kept or an invitation used up. */
function standAside({ preferences, words, stuck }: Start, userAgent: string): void {
  void import('./ui/page/stand-aside.tsx').then(
    ({ StandAside }) => show(<StandAside userAgent={userAgent} preferences={preferences} words={words} outlet={browserOutlet()} />),
    () => stuck('passing'),
  )
}

/** Apart from all that follows: another database, no engine, no witness of it. */
async function tryOut({ environment, preferences, words }: Start): Promise<void> {
  const leave = () => window.location.assign('/')
  try {
    const { runTryOut } = await import('./try-out.tsx')
    const app = await runTryOut({ environment, preferences, words, show, leave })
    if (app) keepApp(app)
  } catch (cause) {
    console.error(cause)
    unmarkTryOut()
    leave()
  }
}

async function openStore({ words, witness, stuck }: Start): Promise<Store | undefined> {
  const callOff = browserTimer(() => show(<Told text={words.value('trouble.opening')} />), SAY_OPENING_AFTER_MS)
  const opened = await openDatabase('lan-toa', { timer: browserTimer, tabs: browserTabs('lan-toa-storage') })
  callOff()
  if (opened.ok) return opened.value
  const { code, cause } = opened.problem
  console.error(code, cause)
  // There was a database: the next start, which finds an empty one, must not greet a newcomer.
  if (code === 'lost') witness.leave()
  stuck(code)
  takeNewVersion()
  return undefined
}

/** A newer version may be the cure, and nobody is in the middle of anything here. */
function takeNewVersion(): void {
  void import('./register-worker.ts').then(({ registerWorker }) => registerWorker({ onWaiting: (accept) => accept(), isShown: () => true }), console.warn)
}

function fail(cause: unknown, stuck: Start['stuck']): void {
  console.error(cause)
  stuck('failed')
}

async function runApp(store: Store, { environment, preferences, words: t, witness, passing, stuck }: Start): Promise<void> {
  const engine = browserEngine(store, environment, browserLock(SENDING), {
    takingIn: () => import('./store/taking-in.ts').then((loaded) => loaded.takingIn),
    forking: () => import('./sync/fork.ts'),
  })
  store.connection.onEnd((ending) => {
    engine.stop()
    stuck(ending)
  })
  follow(
    () => readTip(store),
    (tip) => tip && witness.note(tip.device, tip.n),
    console.error,
  )
  const followed = await followStore(store, environment)
  const { identity } = followed
  const outlet = browserOutlet()
  const status = signal(engine.get())
  engine.subscribe((now) => (status.value = now))
  const app: App = {
    store,
    environment,
    outlet,
    preferences,
    t,
    ...followed,
    status,
    toast: signal<Toast | undefined>(undefined),
    spoken: signal<string | undefined>(undefined),
    update: signal<(() => void) | undefined>(undefined),
    install: signal<(() => void) | undefined>(undefined),
    passing,
    wakeSync: () => engine.wake(),
    syncNow: () => engine.sync(),
    loadWords: (language) => loadWords(environment, language),
    enrol: (invitation) => letIn(store, environment, invitation, () => engine.sync()),
    makeBackup: async () => (await import('./backup.ts')).backUp(store, environment, outlet),
    office: async () => (await import('./office.ts')).officeOf(environment.fetch, identity.value),
  }
  show(<Root app={app} />)
  offerInstall(app.install)
  const workers = keepApp(app)
  const onSaved = (run: () => void) =>
    onUnsent(
      store,
      () => {
        run()
        workers.then(({ wakeSenderOnline }) => wakeSenderOnline()).catch(console.warn)
      },
      console.error,
    )
  schedule(engine, { ...browserMoments(), saved: onSaved }, browserTimer)
  void ensureUnits(store, environment).catch(console.warn)
  browserTimer(() => {
    warmScreens().catch(() => undefined)
    if (identity.value) workers.then(({ registerSender }) => registerSender()).catch(console.warn)
  }, WARM_AFTER_MS)
}

/** Has the app itself kept on the phone, and says when there is a newer one. */
function keepApp({ update }: App): Promise<typeof import('./register-worker.ts')> {
  const workers = import('./register-worker.ts')
  const page = { onWaiting: (accept: () => void) => (update.value = accept), isShown: () => document.querySelector('#app main') !== null }
  void workers.then(({ registerWorker }) => registerWorker(page), console.warn)
  return workers
}

/** The communes of one's province are needed to choose a place; without them the next start tries again. */
async function ensureUnits(store: Store, environment: Environment): Promise<void> {
  const identity = await getIdentity(store)
  if (!identity || (await loadUnitBook(store)).lookup(identity.scope.province)) return
  await fetchUnits(store, environment, identity.scope.province)
}

function followPreferences(environment: Environment, preferences: Preferences, words: Signal<Translate>): void {
  effect(() => {
    const language = preferences.language.value
    void loadWords(environment, language).then((loaded) => {
      if (!loaded || preferences.language.value !== language) return
      words.value = loaded
      document.documentElement.lang = language
    })
  })
  followLooks(preferences)
}

const wordFiles: Record<Language, string> = { vi: viWords, en: enWords }

/** Undefined where they could not be had: the screen then keeps the language it has. */
async function loadWords(environment: Environment, language: Language): Promise<Translate | undefined> {
  if (hasWords(language)) return translatorFor(language)
  try {
    const answer = await environment.fetch(wordFiles[language])
    return addWords(language, await answer.json())
  } catch (cause) {
    console.warn('The words could not be loaded:', cause)
    return undefined
  }
}

/** One sentence, where there is no screen for it. */
const Told = ({ text }: { text: string }) => (
  <main class="page stack">
    <p class="card" role="status">
      {text}
    </p>
  </main>
)

function NoWords() {
  const [vietnamese, english] = noWords
  return (
    <main class="page stack">
      <p class="card bad">{vietnamese}</p>
      <p class="card" lang="en">
        {english}
      </p>
    </main>
  )
}

/** Chromium's way to install: keeps its offer until the person asks for it. */
function offerInstall(install: Signal<(() => void) | undefined>): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    install.value = () => {
      install.value = undefined
      // The event has this method wherever it is fired; TypeScript's DOM doesn't know it.
      void (event as Event & { prompt: () => Promise<unknown> }).prompt()
    }
  })
}

function reachableStorage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined // Forbidden by the browser's settings.
  }
}

function show(screen: VNode): void {
  const root = document.getElementById('app')
  if (root) render(screen, root)
}

void start()
