// What came after the figures were sent or locked: they stand, and the difference stands beside them, never silently in them
// (docs/domain.md §4.5). With the sessions of the period that were recorded or changed since.

import { isWithin } from '../../../model/unit.ts'
import { adjustment, type KeptFigures } from '../../../programme/adjustment.ts'
import { useLive } from '../../store/live.ts'
import { listSessions } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import type { Submission } from '../report-periods.ts'
import type { Say } from '../say.ts'
import { FigureTable } from './figure-table.tsx'
import { Icon } from './icon.tsx'
import { SessionFold } from './session-fold.tsx'

export function AdjustmentCard({ submission, now, say }: { submission: Submission; now: KeptFigures | null | undefined; say: Say }) {
  const t = useWords()
  if (now === undefined) return null
  const isLocked = submission.data.state === 'locked'
  if (now === null) return <p class="hint">{t('adjustment.not-here')}</p>
  const apart = adjustment(submission.data.figures, now)
  if (Object.keys(apart).length === 0) return <p class="hint">{t(isLocked ? 'adjustment.none' : 'adjustment.none-open')}</p>
  return (
    <>
      <section class="card wait">
        <h2 class="line">
          <Icon name="edit" />
          {t(isLocked ? 'adjustment.title' : 'adjustment.title-open')}
        </h2>
        <p class="hint">{t(isLocked ? 'adjustment.what' : 'adjustment.what-open')}</p>
        <FigureTable figures={apart} say={say} signed />
      </section>
      <ChangedSince submission={submission} />
    </>
  )
}

function ChangedSince({ submission: { data, changedAt } }: { submission: Submission }) {
  const t = useWords()
  const { store, units } = useApp()
  const { from, to } = data.period
  const { lookup } = units.value
  const sessions = useLive(() => listSessions(store, { from, to, removed: true }), [from, to])
  // A province's office holds its own sessions all over the province.
  const here = (sessions ?? []).filter((session) => isWithin(session.data.unit, data.unit, lookup))
  const since = here.filter((session) => session.changedAt > changedAt || session.state === 'waiting')
  return <SessionFold title={t('adjustment.sessions', { count: since.length })} sessions={since} />
}
