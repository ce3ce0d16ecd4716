// The dated statuses of a site: what it has been since when, and what it becomes.

import { siteStatuses } from '../../../model/terms.ts'
import { formatDate } from '../../../text/format.ts'
import { useToday, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel, termName } from '../words.ts'
import { Choice } from './choice.tsx'
import { DateInput } from './date-field.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

interface Entry {
  status: string
  from: string
}

export function StatusHistory({ form }: { form: Form }) {
  const t = useWords()
  const today = useToday()
  const entries = (form.fields['statuses'] ?? []) as Entry[]
  const kept = ((form.record?.data as { statuses?: Entry[] } | undefined)?.statuses ?? []).length
  const newest = entries.length > kept ? entries.at(-1) : undefined
  const id = fieldId(['statuses'])
  const label = fieldLabel(t, 'site', ['statuses'])
  return (
    <Field id={id} label={label} error={form.errorAt('statuses')} group>
      {kept > 0 && (
        <ul class="rows">
          {entries.slice(0, kept).map((entry) => (
            <li key={entry.from + entry.status} class="hint">
              {t('site.status-from', { status: termName(t, 'siteStatus', entry.status), date: formatDate(entry.from) })}
            </li>
          ))}
        </ul>
      )}
      {newest ? (
        <div class="stack">
          <Choice
            options={siteStatuses.map((code) => ({ value: code, label: termName(t, 'siteStatus', code) }))}
            chosen={[newest.status]}
            onChoose={(status) => put({ ...newest, status })}
          />
          <span>{t('site.since')}</span>
          <DateInput id={id} label={t('site.since')} value={newest.from} onChange={(from) => from && put({ ...newest, from })} />
        </div>
      ) : (
        <button type="button" class="button" onClick={() => form.set('statuses', [...entries, { status: 'paused', from: today }])}>
          <Icon name="edit" />
          {t('site.change-status')}
        </button>
      )}
    </Field>
  )

  function put(entry: Entry) {
    form.set('statuses', [...entries.slice(0, -1), entry])
  }
}
