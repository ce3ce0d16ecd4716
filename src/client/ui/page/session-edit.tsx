// Logging a session, and editing one: where and when, what about, how many came; the rest only if wanted. What the phone
// can remember stands as one line and opens on a tap; the counts come first into view.

import { useLocation, useRoute } from 'preact-iso'
import type { Fields } from '../../../model/record.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, latestSession, listSessions } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { type App, useApp, useToday, useWords } from '../context.ts'
import { type Form, useForm } from '../form.ts'
import { CountsForm } from '../part/counts-form.tsx'
import { Editor } from '../part/editor.tsx'
import { Fold } from '../part/fold.tsx'
import { Materials } from '../part/materials.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { WhatCard, WhereCard } from '../part/session-cards.tsx'

const parts = { materials: (form: Form) => <Materials key="materials" form={form} /> }
const more = ['place', 'partOfDay', 'sessionKind', 'targetGroups', 'languages', 'facilitators', 'materials', 'host', 'partners', 'campaign', 'note'] as const

export function SessionNew() {
  const { query } = useRoute()
  return <SessionEditor like={query['like']} village={query['village']} />
}

export function SessionEdit() {
  const { params } = useRoute()
  return <SessionEditor id={params['id']} />
}

function SessionEditor({ id, like, village }: { id?: string | undefined; like?: string | undefined; village?: string | undefined }) {
  const app = useApp()
  const me = useMe()
  const t = useWords()
  const today = useToday()
  const { route } = useLocation()
  const form = useForm({
    kind: 'session',
    id,
    defaults: () => startingFields(app, me.identity.account, me.identity.scope.organisation, today, like, village),
    onSaved: (saved) => route(`/session/${saved.id}`, true),
  })
  return (
    <Editor title={id ? t('log.edit') : t('log.title')} back={id ? `/session/${id}` : '/'} form={form}>
      {(ready) => <SessionCards form={ready} />}
    </Editor>
  )
}

function SessionCards({ form }: { form: Form }) {
  const { store } = useApp()
  const t = useWords()
  const recent = useLive(() => listSessions(store), [])
  const recentUnits = [...new Set((recent ?? []).filter(({ mine }) => mine).map(({ data }) => data.unit))].slice(0, 4)
  if (!recent) return null
  return (
    <>
      <WhereCard form={form} recent={recentUnits} />
      <WhatCard form={form} />
      <CountsForm form={form} />
      <Fold title={t('log.more')} open={form.problems.some(({ path }) => more.some((name) => name === path[0]))}>
        <RecordFields form={form} names={more} parts={parts} />
      </Fold>
    </>
  )
}

/** Today, one's own organisation, and what the last session was about; a repeat also keeps the place and the people. */
async function startingFields(
  app: App,
  account: string,
  organisation: string,
  today: string,
  like: string | undefined,
  village: string | undefined,
): Promise<Fields> {
  const base: Fields = { date: today, organisation, sessionKind: 'community' }
  const last = like ? await sessionLike(app, like) : await latestSession(app.store, account)
  if (!last) return village ? { ...base, unit: village } : base
  const { date: _date, counts: _counts, event: _event, note: _note, materials: _materials, ...kept } = last.data
  if (like) return { ...kept, ...base, sessionKind: kept.sessionKind }
  return { ...base, form: kept.form, topics: kept.topics, ...(village ? { unit: village } : {}) }
}

async function sessionLike(app: App, id: string): Promise<Shown<'session'> | undefined> {
  const found = await getRecord(app.store, id)
  return found?.kind === 'session' ? (found as Shown<'session'>) : undefined
}
