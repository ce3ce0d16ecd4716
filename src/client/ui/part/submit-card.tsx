// The commune sends a period's figures up: what is still on this phone, what should be looked at, the figures, and the one button.

import type { Fields } from '../../../model/record.ts'
import { adjustment, type KeptFigures } from '../../../programme/adjustment.ts'
import type { Dates } from '../../../programme/period.ts'
import { useLive } from '../../store/live.ts'
import { getOutbox } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { nowIn, useApp, useWords } from '../context.ts'
import type { Submission } from '../report-periods.ts'
import { useSaveSubmission } from '../save-submission.ts'
import type { Say } from '../say.ts'
import { FigureTable } from './figure-table.tsx'
import { Icon } from './icon.tsx'
import { NotOver } from './not-over.tsx'
import { OpenFindings } from './open-findings.tsx'

interface SubmitCardProps {
  commune: string
  programme: string | undefined
  period: Dates
  /** What was sent before, if anything was. */
  sent: Submission | undefined
  now: KeptFigures | null | undefined
  say: Say
}

export function SubmitCard({ commune, programme, period, sent, now, say }: SubmitCardProps) {
  const t = useWords()
  const me = useMe()
  const app = useApp()
  const { store } = app
  const outbox = useLive(() => getOutbox(store), [])
  const { save, isSaving } = useSaveSubmission()
  if (!now || !outbox) return null
  const isAsSent = sent !== undefined && Object.keys(adjustment(sent.data.figures, now)).length === 0
  // Nothing has moved since, and it is the province's turn.
  if (isAsSent && sent.data.state === 'submitted') return <p class="hint">{t('submission.until-locked')}</p>
  const submit = () => {
    const { from, to } = period
    const made: Fields = {
      unit: commune,
      organisation: me.identity.scope.organisation,
      ...(programme === undefined ? {} : { programme }),
      period: { from, to },
    }
    const sender = { by: me.identity.scope.name, at: nowIn(app) }
    void save({ ...(sent?.data ?? made), state: 'submitted', asOf: me.asking.today, figures: now, sent: sender }, sent?.id, 'submission.sent')
  }
  return (
    <>
      <section class="card">
        <h2>{t('submission.check')}</h2>
        <p>{outbox.unsentRecords > 0 ? t('submission.unsent', { count: outbox.unsentRecords }) : t('submission.all-sent')}</p>
        <OpenFindings period={period} />
      </section>
      {!isAsSent && (
        <section class="card">
          <h2>{t('submission.figures-now')}</h2>
          {Object.keys(now).length === 0 ? <p>{t('submission.nothing')}</p> : <FigureTable figures={now} say={say} />}
          <p class="hint">{t('coverage.attendance-note')}</p>
        </section>
      )}
      <NotOver period={period} />
      <button type="button" class="button primary" aria-disabled={isSaving} onClick={submit}>
        <Icon name="share" />
        {t(sent ? 'submission.send-again' : 'submission.send')}
      </button>
      <p class="hint">{t('submission.until-locked')}</p>
    </>
  )
}
