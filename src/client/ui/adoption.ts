// Adopting a plan: for whom, for which time, whether that unit has it already, and saving it as a record.

import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Problem } from '../../model/problem.ts'
import { adoptPack } from '../../programme/adopt-pack.ts'
import type { Pack } from '../../programme/pack.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import { save } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import { useMe } from './actor.ts'
import { todayIn, useApp } from './context.ts'
import { editPath } from './record-path.ts'

export interface Adoption {
  unit: string | undefined
  span: { from: string | undefined; to: string | undefined }
  /** The programme that the unit made of this very plan, where it did. */
  former: Shown<'programme'> | undefined
  /** A unit is chosen that does not have it. */
  isReady: boolean
  problems: readonly Problem[]
  attempt: number
  setUnit: (unit: string | undefined) => void
  setSpan: (span: Partial<Adoption['span']>) => void
  submit: () => Promise<void>
}

export function useAdoption(plan: Pack): Adoption {
  const app = useApp()
  const { identity } = useMe()
  const { route } = useLocation()
  const [unit, setUnit] = useState<string | undefined>(identity.scope.province)
  const [span, setSpan] = useState<Adoption['span']>({ from: plan.period.from, to: plan.period.to })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  // Tapped twice, it is one record.
  const id = useRef(app.environment.newId())
  const held = useLive(() => listRecords(app.store, 'programme'), [])
  const former = held?.find(({ data }) => data.unit === unit && data.pack['id'] === plan.id)

  async function submit() {
    if (unit === undefined) return
    const { store, environment, units, toast, wakeSync, t } = app
    const today = todayIn(app)
    const { from: _from, to: _to, ...adopted } = adoptPack(plan, { unit, adoptedOn: today })
    const { from, to } = span
    const fields = { ...adopted, from, ...(to !== undefined && { to }) }
    const saved = await save(store, environment, units.value.lookup, { kind: 'programme', id: id.current, fields, today })
    if (!saved.ok) {
      setProblems(saved.problem)
      return setAttempt(attempt + 1)
    }
    toast.value = { text: t.value('adopt.done') }
    wakeSync()
    route(editPath('programme', id.current), true)
  }

  return {
    ...{ unit, span, problems, attempt, setUnit, submit },
    former: former?.id === id.current ? undefined : former,
    isReady: held !== undefined && unit !== undefined && (former === undefined || former.id === id.current),
    setSpan: (set) => setSpan({ ...span, ...set }),
  }
}
