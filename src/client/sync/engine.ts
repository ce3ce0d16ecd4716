// Decides when to run, one run at a time, and tells what it is doing (status.ts draws it). What a run does is run.ts;
// who wakes it is schedule.ts. It sees neither a DOM nor a database.

import { type Problem, problem } from '../../model/problem.ts'
import { askedWaitMs, chanceFrom, waitMs } from './backoff.ts'
import { firstPace, type Pace } from './pace.ts'
import type { EnginePorts } from './ports.ts'
import { runRounds } from './run.ts'
import { atRest, next, type SyncEvent, type SyncStatus } from './status.ts'

export interface Engine {
  get(): SyncStatus
  /** Called at each change of the status; gives back how to stop listening. */
  subscribe(listener: (status: SyncStatus) => void): () => void
  /** Something happened that makes a try worth it: it tries if the phone is online and the server did not ask to wait. */
  wake(): void
  /** Tries now, whatever was before, or joins the run under way; ends with it. */
  sync(): Promise<SyncStatus>
  stop(): void
}

/** What an engine remembers between runs. */
interface Motor {
  ports: EnginePorts
  listeners: Set<(status: SyncStatus) => void>
  status: SyncStatus
  pace: Pace
  running: Promise<SyncStatus> | undefined
  /** Woken during a run: what was saved too late for its last round must not wait for the next reason to run. */
  isWoken: boolean
  isStopped: boolean
  /** Failures in a row, and until when the server asked not to be asked. */
  failures: number
  notBefore: number
  callOffRetry(): void
}

export function createEngine(ports: EnginePorts): Engine {
  const motor: Motor = {
    ports,
    listeners: new Set(),
    status: atRest,
    pace: firstPace,
    running: undefined,
    isWoken: false,
    isStopped: false,
    failures: 0,
    notBefore: 0,
    callOffRetry: () => {},
  }
  return {
    get: () => motor.status,
    subscribe(listener) {
      motor.listeners.add(listener)
      return () => motor.listeners.delete(listener)
    },
    wake: () => wake(motor),
    sync: () => motor.running ?? start(motor),
    stop() {
      motor.isStopped = true
      motor.callOffRetry()
    },
  }
}

function wake(motor: Motor): void {
  const { ports, running, isStopped, notBefore } = motor
  if (isStopped) return
  if (running) motor.isWoken = true
  else if (!ports.isOnline() || ports.now() < notBefore) void recount(motor)
  else {
    motor.failures = 0
    void start(motor)
  }
}

function start(motor: Motor): Promise<SyncStatus> {
  motor.callOffRetry()
  motor.isWoken = false
  const ended = motor.ports.lock(() => run(motor)).catch((error: unknown) => report(motor, error))
  motor.running = ended.then((problem) => finish(motor, problem))
  return motor.running
}

async function run(motor: Motor): Promise<Problem | undefined> {
  tell(motor, { type: 'began' })
  const ended = await runRounds(motor.ports, motor.pace, (event) => tell(motor, event))
  motor.pace = ended.problem ? ended.pace : firstPace
  return ended.problem
}

async function finish(motor: Motor, problem: Problem | undefined): Promise<SyncStatus> {
  const toSend = await countPending(motor)
  const attention = await countAttention(motor)
  motor.running = undefined
  if (problem) {
    fail(motor, problem, toSend)
  } else {
    motor.failures = 0
    motor.notBefore = 0
    tell(motor, { type: 'ended', toSend, attention })
    if (motor.isWoken) void sendLate(motor)
  }
  return motor.status
}

function fail(motor: Motor, problem: Problem, toSend: number): void {
  const { ports, isWoken, isStopped } = motor
  // Woken while this try was failing: the network may have come back since, so it starts over with short waits.
  motor.failures = isWoken ? 1 : motor.failures + 1
  const now = ports.now()
  motor.notBefore = now + askedWaitMs(problem)
  const wait = isStopped ? undefined : waitMs(problem, motor.failures, chanceFrom(ports.random(4)))
  tell(motor, { type: 'failed', problem, toSend, ...(wait === undefined ? {} : { nextTryAt: now + wait }) })
  // The browser may still say that it is offline when the time has come: a try is cheap, and it is sometimes wrong.
  if (wait !== undefined) motor.callOffRetry = ports.timer(() => motor.running ?? void start(motor), wait)
}

/** Counts again after a run that was woken meanwhile, and runs once more only where something was left behind. */
async function sendLate(motor: Motor): Promise<void> {
  if ((await recount(motor)) > 0) wake(motor)
}

async function recount(motor: Motor): Promise<number> {
  const toSend = await countPending(motor)
  tell(motor, { type: 'counted', toSend, attention: await countAttention(motor) })
  return toSend
}

async function countPending({ ports, status }: Motor): Promise<number> {
  try {
    return await ports.store.countPending()
  } catch (error) {
    ports.onError(error)
    return status.toSend
  }
}

async function countAttention({ ports }: Motor): Promise<number> {
  try {
    return await ports.store.countAttention()
  } catch (error) {
    ports.onError(error)
    return 0
  }
}

function report({ ports }: Motor, error: unknown): Problem {
  ports.onError(error)
  return problem('broken')
}

function tell(motor: Motor, event: SyncEvent): void {
  motor.status = next(motor.status, event)
  for (const listener of motor.listeners) listener(motor.status)
}
