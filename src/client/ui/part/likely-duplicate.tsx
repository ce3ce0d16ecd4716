// Beside a session that is being entered: that it may be recorded already, by whom, and the way to look. Never in the way of
// saving.

import { type EnteredSession, likelyDuplicates } from '../../../model/likely-duplicate.ts'
import { formatNumber } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { listSessions } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { termName } from '../words.ts'
import { Icon } from './icon.tsx'

const MOST = 2

export function LikelyDuplicate({ form }: { form: Pick<Form, 'fields' | 'id'> }) {
  const { store } = useApp()
  // Fields of the session's form as they are entered so far, each of its own shape or absent.
  const entered = form.fields as EnteredSession
  const { date, unit } = entered
  const there = useLive(async () => (date && unit ? listSessions(store, { from: date, to: date, unit }) : []), [date, unit])
  // Of the day and place that were asked for before, nothing is like it.
  const likely = likelyDuplicates(entered, form.id, there ?? []).slice(0, MOST)
  return (
    <>
      {likely.map((session) => (
        <One key={session.id} session={session} />
      ))}
    </>
  )
}

function One({ session }: { session: Shown<'session'> }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { form, counts } = session.data
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="alert" />
        {session.mine ? t('duplicate.mine') : t('duplicate.of', { name: session.authorName })}
      </h2>
      <p class="hint">
        {termName(t, 'form', form)} · {t('count.people', { count: formatNumber(counts.total, language) })}
      </p>
      <a class="button" href={`/session/${session.id}`}>
        {t('duplicate.look')}
      </a>
      <p class="hint">{t('duplicate.go-on')}</p>
    </section>
  )
}
