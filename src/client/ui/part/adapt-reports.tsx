// The due day of each report. One that the document does not give is empty and asked for, never guessed.

import type { Pack } from '../../../programme/pack.ts'
import { withDue } from '../adapted-pack.ts'
import type { Adapting } from '../adapting.ts'
import { reportKey } from '../pack-rows.ts'
import { DateInput } from './date-field.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { OfficeChanged } from './office-changed.tsx'
import { YearlyDay } from './yearly-day.tsx'

type Report = Pack['reports'][number]

export const AdaptReports = ({ adapting }: { adapting: Adapting }) => (
  <>
    {adapting.plan.reports.map((report, place) => (
      <OneReport key={report.id} adapting={adapting} report={report} place={place} />
    ))}
  </>
)

function OneReport({ adapting, report, place }: { adapting: Adapting; report: Report; place: number }) {
  const { plan, shipped, saying, set, errorAt } = adapting
  const { t, language } = saying
  const written = shipped?.reports.find(({ id }) => id === report.id)?.due
  const isOpen = report.due === 'uncertain'
  const path = ['pack', 'reports', String(place), 'due']
  const asked = [t('adapt.report-to', { to: report.to.join(', ') }), isOpen ? t('adapt.set-due') : undefined].filter(Boolean).join(' ')
  return (
    <div class="adapt-part">
      <Field id={fieldId(path)} label={report.name[language]} hint={asked} error={errorAt('reports', place, 'due')} group>
        <DueInput adapting={adapting} report={report} place={place} />
      </Field>
      {isOpen && report.said.doubt && (
        <p class="hint" lang="vi">
          {report.said.doubt}
        </p>
      )}
      <OfficeChanged adapting={adapting} line={reportKey(report.id)} undo={written === undefined ? undefined : () => set(withDue(plan, place, written))} />
    </div>
  )
}

function DueInput({ adapting, report, place }: { adapting: Adapting; report: Report; place: number }) {
  const { plan, saying, set, errorAt } = adapting
  const { t, language } = saying
  const { due } = report
  const id = fieldId(['pack', 'reports', String(place), 'due'])
  const wrong = errorAt('reports', place, 'due')
  if (due === 'when asked') return <p>{t('programme.due-when-asked')}</p>
  if (typeof due === 'object' && 'beforeDate' in due) {
    return (
      <DateInput
        id={id}
        label={t('adapt.before-date', { name: report.name[language] })}
        value={due.beforeDate}
        error={wrong}
        onChange={(beforeDate) => set(withDue(plan, place, beforeDate === undefined ? 'uncertain' : { beforeDate }))}
      />
    )
  }
  return (
    <>
      <p>{t('adapt.before-day')}</p>
      <YearlyDay
        id={id}
        value={typeof due === 'object' ? due.before : ''}
        wrong={wrong !== undefined}
        onChange={(before) => set(withDue(plan, place, before === undefined ? 'uncertain' : { before }))}
      />
    </>
  )
}
