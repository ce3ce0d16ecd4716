// One session: what was recorded, where the record is, what can be done with it.

import { useLocation, useRoute } from 'preact-iso'
import { formatDay, formatNumber } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Attention } from '../part/attention.tsx'
import { Badge } from '../part/badge.tsx'
import { Facts } from '../part/facts.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { Missing, Recorded } from '../part/recorded.tsx'
import { RemoveButton } from '../part/remove-button.tsx'
import { termName, unitName } from '../words.ts'

export function SessionDetail() {
  const { params } = useRoute()
  const id = params['id'] ?? ''
  const t = useWords()
  const { store } = useApp()
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  if (!found)
    return (
      <Page title={t('session.title')} back="/sessions">
        {null}
      </Page>
    )
  const session = found.record as Shown<'session'> | undefined
  if (session?.kind !== 'session') return <Missing back="/sessions" />
  return <Session session={session} />
}

function Session({ session }: { session: Shown<'session'> }) {
  const t = useWords()
  const today = useToday()
  const me = useMe()
  const { route } = useLocation()
  const { units, preferences } = useApp()
  const { data } = session
  const subject = { kind: 'session', unit: data.unit, author: session.author, organisation: data.organisation } as const
  const language = preferences.language.value
  return (
    <Page title={unitName(units.value.lookup(data.unit), t)} back="/sessions" aside={<Badge state={session.state} />}>
      {session.removed && <p class="card bad">{t('record.removed')}</p>}
      <Attention record={session} />
      <section class="card">
        <p>
          <b>{formatDay(data.date, today, language)}</b> · {termName(t, 'form', data.form)}
        </p>
        <p class="figure">{formatNumber(data.counts.total, language)}</p>
        <p class="hint">{t('session.attendance')}</p>
      </section>
      <section class="card">
        <h2>{t('session.recorded')}</h2>
        <Facts kind="session" fields={data} except={['programme', 'event']} />
      </section>
      <Recorded record={session} />
      <div class="stack no-print">
        {me.may('edit', subject, 'asked in the form') && !session.removed && (
          <a class="button" href={`/session/${session.id}/edit`}>
            <Icon name="edit" />
            {t('action.edit')}
          </a>
        )}
        <a class="button" href={`/session/new?like=${session.id}`}>
          <Icon name="again" />
          {t('session.again')}
        </a>
        <RemoveButton record={session} subject={subject} onRemoved={() => route('/sessions', true)} />
      </div>
    </Page>
  )
}
