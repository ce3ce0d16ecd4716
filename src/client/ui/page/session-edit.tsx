// Logging a session, and editing one: where and when, what about, how many came; the rest only if wanted. What the phone
// can remember stands as one line and opens on a tap; the counts come first into view.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { problem } from '../../../model/problem.ts'
import type { Fields } from '../../../model/record.ts'
import { failed, ok } from '../../../model/result.ts'
import { session } from '../../../model/session.ts'
import { standingOn } from '../../../model/unit.ts'
import type { Translate } from '../../../text/translate.ts'
import { getRecord, latestSession } from '../../store/read.ts'
import { recentUnits } from '../../store/recent-units.ts'
import { saveAll } from '../../store/save.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { type App, todayIn, useApp, useWords } from '../context.ts'
import { type Form, useForm } from '../form.ts'
import { noteSavedSession } from '../install-offer.ts'
import { AlsoIn } from '../part/also-in.tsx'
import { CountsForm } from '../part/counts-form.tsx'
import { Editor } from '../part/editor.tsx'
import { Fold } from '../part/fold.tsx'
import { LikelyDuplicate } from '../part/likely-duplicate.tsx'
import { Materials } from '../part/materials.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { WhatCard, WhereCard } from '../part/session-cards.tsx'
import { SpokenThere } from '../part/spoken-there.tsx'
import { inForm, sessionsOf } from '../shared-event.ts'
import { fieldLabel, termName } from '../words.ts'

const parts = {
  materials: (form: Form) => <Materials key="materials" form={form} />,
  languages: (form: Form) => <SpokenThere key="languages" form={form} />,
}
const more = ['place', 'partOfDay', 'sessionKind', 'targetGroups', 'languages', 'facilitators', 'materials', 'host', 'partners', 'campaign', 'note'] as const

/** Places offered at once. */
const RECENT = 4

export function SessionNew() {
  const { query } = useRoute()
  const { like, village, plan } = query
  return <SessionEditor key={like ?? village ?? plan} from={{ like, village, plan }} />
}

export function SessionEdit() {
  const { params } = useRoute()
  return <SessionEditor id={params['id']} />
}

/** What a new session is begun from: another session, a village, a plan. */
interface From {
  like?: string | undefined
  village?: string | undefined
  plan?: string | undefined
}

function SessionEditor({ id, from = {} }: { id?: string | undefined; from?: From }) {
  const app = useApp()
  const me = useMe()
  const t = useWords()
  const { route } = useLocation()
  const form = useForm({
    kind: 'session',
    id,
    // A repeat, a missing village, a plan: each has a draft of its own, or an older draft would stand where it was asked for.
    query: Object.fromEntries(Object.entries(from).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    defaults: () => startingFields(app, { account: me.identity.account, organisation: me.identity.scope.organisation, today: todayIn(app) }, from),
    saveNew: async ({ fields, id: newId, reason, draft }) => {
      const why = reason ? { reason } : {}
      const requests = sessionsOf(fields, newId).map((one) => ({ kind: 'session' as const, today: todayIn(app), draft, ...why, ...one }))
      const saved = await saveAll(app.store, app.environment, app.units.value.lookup, requests)
      if (!saved.ok) return failed(inForm(saved.problem.place, saved.problem.problems))
      const [first] = saved.value
      return first ? ok(first) : failed([problem('no-record')])
    },
    onSaved: (saved) => {
      if (!id) noteSavedSession()
      route(`/session/${saved.id}`, true)
    },
  })
  const recent = useSignal<readonly string[] | undefined>(undefined)
  // Beside the form's own reading, not after it; and once: what is saved here leads away from here.
  useEffect(() => {
    const tell = (units: readonly string[]) => {
      recent.value = units
    }
    recentUnits(app.store, me.identity.account, RECENT).then(tell, () => tell([]))
  }, [])
  return (
    <Editor title={id ? t('log.edit') : t('log.title')} back={id ? `/session/${id}` : '/'} form={form}>
      {(ready) => recent.value && <SessionCards form={ready} recent={recent.value} />}
    </Editor>
  )
}

function SessionCards({ form, recent }: { form: Form; recent: readonly string[] }) {
  const me = useMe()
  const { preferences } = useApp()
  return (
    <>
      <WhereCard form={form} recent={[...recent, ...preferences.myVillages.value]} />
      <WhatCard form={form} />
      <CountsForm form={form} />
      {/* Below what is counted: a card that comes up must not push a button from under the finger. */}
      <LikelyDuplicate form={form} />
      {!form.record && me.commune === undefined && <AlsoIn form={form} />}
      <More form={form} />
    </>
  )
}

/** What was filled in, or kept from another session, is told while it is folded: it is saved with the rest. */
function More({ form }: { form: Form }) {
  const t = useWords()
  return (
    <Fold
      title={t('log.more')}
      told={more.flatMap((name) => toldOf(t, name, form.field(name))).join(' · ')}
      open={form.problems.some(({ path }) => more.some((name) => name === path[0]))}
    >
      <RecordFields form={form} names={more} parts={parts} />
    </Fold>
  )
}

/** By its own words where they are short, else by its label. */
function toldOf(t: Translate, name: (typeof more)[number], value: unknown): string[] {
  const held = [value ?? []].flat().filter((one) => one !== '')
  if (held.length === 0) return []
  const { ask } = session.fields[name]
  if (ask.as === 'one' || ask.as === 'many') return [held.map((code) => termName(t, ask.terms, String(code))).join(', ')]
  return [ask.as === 'text' && !ask.lines ? String(value) : fieldLabel(t, 'session', [name])]
}

interface Usual {
  account: string
  organisation: string
  today: string
}

/** Today, one's own organisation, and what the last session was about; a repeat also keeps the place and the people. */
async function startingFields(app: App, usual: Usual, from: From): Promise<Fields> {
  const fields = await rememberedFields(app, usual, from)
  const { unit } = fields
  // What has ended since is no place to begin in; where it went as a whole is.
  return typeof unit === 'string' ? { ...fields, unit: standingOn(unit, usual.today, app.units.value.lookup) } : fields
}

async function rememberedFields(app: App, { account, organisation, today }: Usual, { like, village, plan }: From): Promise<Fields> {
  const base: Fields = { date: today, organisation, sessionKind: 'community', ...(village ? { unit: village } : {}) }
  const last = like ? await sessionLike(app, like) : await latestSession(app.store, account)
  const planned = plan ? await plannedFields(app, plan, today) : {}
  if (!last) return { ...base, ...planned }
  const { date: _date, counts: _counts, event: _event, note: _note, materials: _materials, ...kept } = last.data
  if (like) return { ...kept, ...base, sessionKind: kept.sessionKind }
  return { ...base, form: kept.form, topics: kept.topics, ...planned }
}

/** What the plan already says; a day that is still to come is taken for today. */
async function plannedFields(app: App, id: string, today: string): Promise<Fields> {
  const found = await getRecord(app.store, id)
  if (found?.kind !== 'plan') return {}
  const { date, who, ...planned } = (found as Shown<'plan'>).data // kind says which data
  return { ...planned, date: date < today ? date : today, ...(who === undefined ? {} : { facilitators: who }) }
}

async function sessionLike(app: App, id: string): Promise<Shown<'session'> | undefined> {
  const found = await getRecord(app.store, id)
  return found?.kind === 'session' ? (found as Shown<'session'>) : undefined
}
