// What every screen may use: the store, what the phone knows of itself, words, and the engine's state. Built in main.tsx.

import type { ReadonlySignal, Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { dateInVietnam } from '../../model/civil-date.ts'
import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { CellsAnswer, CellsRequest } from '../../protocol/day-cells.ts'
import type { DeviceListAnswer } from '../../protocol/device-list.ts'
import type { KnownDevice } from '../../protocol/enrol.ts'
import type { PastChange } from '../../protocol/history.ts'
import type { OpenAnswer, OpenRequest } from '../../protocol/opened.ts'
import type { Language, Translate } from '../../text/translate.ts'
import type { Environment } from '../environment.ts'
import type { CarriedOut, Outlet } from '../outlet.ts'
import type { Store } from '../store/database.ts'
import type { Identity } from '../store/identity.ts'
import type { UnitBook } from '../store/units.ts'
import type { SyncStatus } from '../sync/status.ts'
import type { Preferences } from './preference.ts'

export interface Toast {
  text: string
  action?: { label: string; run: () => void }
}

/** What is asked, without who asks. */
export type OpenAsked = Omit<OpenRequest, 'protocol' | 'account' | 'device'>
export type CellsAsked = Omit<CellsRequest, 'protocol' | 'account' | 'device'>

export interface Office {
  /** What happened to a record, asked of the office; oldest first. */
  history: (record: string) => Promise<Result<PastChange[], Problem>>
  /** Which phones of the area were heard of when; for who looks after them. */
  devices: () => Promise<Result<DeviceListAnswer, Problem>>
  /** Single records behind a sum, for the province's office; each asking is noted there. */
  records: (asked: OpenAsked) => Promise<Result<OpenAnswer, Problem>>
  /** Sums cut finer than this phone holds them, for the province's office. */
  cells: (asked: CellsAsked) => Promise<Result<CellsAnswer, Problem>>
}

export interface App {
  store: Store
  environment: Environment
  outlet: Outlet
  preferences: Preferences
  t: ReadonlySignal<Translate>
  identity: ReadonlySignal<Identity | undefined>
  /** Other devices of the account, to be told once on a phone that had nothing of it. */
  earlierDevices: ReadonlySignal<KnownDevice[] | undefined>
  units: ReadonlySignal<UnitBook>
  status: ReadonlySignal<SyncStatus>
  toast: Signal<Toast | undefined>
  /** For the ear alone, where the eye sees it happen. */
  spoken: Signal<string | undefined>
  /** Present while a newer version waits; calling it restarts the app into it. */
  update: Signal<(() => void) | undefined>
  /** True once the browser offered to install; calling asks the person. */
  install: Signal<(() => void) | undefined>
  /** Where nothing lasts: what the browser calls itself. Undefined in every other. */
  passing?: string | undefined
  wakeSync: () => void
  syncNow: () => Promise<unknown>
  /** The words of a language, where they can be had; absent where only those of the screen are used. */
  loadWords?: (language: Language) => Promise<Translate | undefined>
  enrol: (invitation: string) => Promise<Problem | undefined>
  /** Hands the person a file with everything that is not sent; works when nothing can be written any more. */
  makeBackup?: () => Promise<CarriedOut | Problem>
  /** Only in a try-out: removes what was tried, and begins the app anew with what is real. */
  endTryOut?: () => Promise<void>
  /** Whom to ask beside sending and reading; fails where that part of the app has not come yet. */
  office: () => Promise<Office>
}

export const AppContext = createContext<App | undefined>(undefined)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('A screen was drawn outside the app')
  return app
}

export const useWords = (): Translate => useApp().t.value

/** Milliseconds since 1970 by this phone's clock, put right by what the server last said. */
export const nowIn = ({ environment, identity }: App): number => environment.now() + (identity.value?.clockOffsetMs ?? 0)

/** The civil date in Vietnam, also on a phone that believes to be in another year; asked where a screen may be older than the day. */
export const todayIn = (app: App): string => dateInVietnam(nowIn(app))

export const useNow = (): number => nowIn(useApp())

export const useToday = (): string => todayIn(useApp())
