// The sessions of a unit in a period: those that this phone holds, and for the province's office, which has sums and not the records,
// those that it opens.

import { isHeldIn } from '../../../model/held-in.ts'
import type { Unit } from '../../../model/unit.ts'
import type { UnitSums } from '../../../programme/area.ts'
import { useLive } from '../../store/live.ts'
import { listSessions } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import type { AskedPeriod } from '../asked-period.ts'
import { useApp, useWords } from '../context.ts'
import { OpenedRecords } from './opened-records.tsx'
import { SessionFold } from './session-fold.tsx'

interface UnitSessionsProps {
  unit: Unit
  period: AskedPeriod
  /** As the figures say; undefined where they can't. */
  sums: UnitSums | undefined
}

export function UnitSessions({ unit, period: { from, to }, sums }: UnitSessionsProps) {
  const t = useWords()
  const { role } = useMe()
  const { store, units } = useApp()
  const all = useLive(() => listSessions(store, { from, to }), [from, to])
  const held = all?.filter(({ data, state }) => state !== 'attention' && isHeldIn(unit.id, data.unit, units.value.lookup))
  if (!held) return null
  return (
    <>
      <SessionFold title={t('coverage.records', { count: held.length })} sessions={held} />
      {role === 'province' && (
        <OpenedRecords
          key={`${unit.id} ${from} ${to}`}
          asked={{ unit: unit.id, kinds: ['session'], days: { from, to } }}
          isBehind={() => true}
          comesToFigure={(opened) => sums && comesTo(together(opened.filter(isSession), held), sums)}
        />
      )}
    </>
  )
}

/** What this phone holds itself may be newer than what was opened, or not at the office yet. */
const together = (opened: readonly Shown<'session'>[], held: readonly Shown<'session'>[]): Shown<'session'>[] => [
  ...new Map([...opened, ...held].map((session) => [session.id, session])).values(),
]

const comesTo = (sessions: readonly Shown<'session'>[], { sessions: counted, attendance }: UnitSums): boolean =>
  sessions.length === counted && sessions.reduce((sum, { data }) => sum + data.counts.total, 0) === attendance

const isSession = (record: Shown): record is Shown<'session'> & Shown => record.kind === 'session'
