// The three registers that stand behind the figures: villages of a commune, baselines, organisations. Each is a list, a
// form drawn from its kind, and nothing of its own.

import { useLocation, useRoute } from 'preact-iso'
import type { KindName } from '../../../model/registry.ts'
import { kindNamed } from '../../../model/registry.ts'
import { formatNumber } from '../../../text/format.ts'
import type { MessageKey, Translate } from '../../../text/translate.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { type App, useApp, useToday, useWords } from '../context.ts'
import { useForm } from '../form.ts'
import { Attention } from '../part/attention.tsx'
import { Badge } from '../part/badge.tsx'
import { Editor } from '../part/editor.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { RemoveButton } from '../part/remove-button.tsx'
import { useSearch } from '../search.tsx'
import { sortedByName } from '../sorting.ts'
import { unitName } from '../words.ts'
import '../part/rows.css'

type RegisterKind = 'unit' | 'baseline' | 'organisation'

interface Register<K extends RegisterKind> {
  kind: K
  path: string
  list: string
  title: MessageKey
  add: MessageKey
  edit: MessageKey
  empty: MessageKey
  name: (record: Shown<K>, app: App, t: Translate) => string
  about: (record: Shown<K>, app: App, t: Translate) => string
}

const villages: Register<'unit'> = {
  kind: 'unit',
  path: '/village',
  list: '/villages',
  title: 'village.list',
  add: 'village.add',
  edit: 'village.edit',
  empty: 'village.empty',
  name: ({ id, data }, _app, t) => unitName({ ...data, id, level: 'village' }, t),
  about: ({ data }, _app, t) => (data.validTo ? t('village.until', { date: data.validTo.split('-').reverse().join('/') }) : t('village.valid')),
}

const baselines: Register<'baseline'> = {
  kind: 'baseline',
  path: '/baseline',
  list: '/baselines',
  title: 'baseline.list',
  add: 'baseline.add',
  edit: 'baseline.edit',
  empty: 'baseline.empty',
  name: ({ data }, app, t) => `${unitName(app.units.value.lookup(data.unit), t)} · ${data.year}`,
  about: ({ data }, app, t) => t('baseline.about', { count: formatNumber(data.people.total, app.preferences.language.value), source: data.source }),
}

const organisations: Register<'organisation'> = {
  kind: 'organisation',
  path: '/organisation',
  list: '/organisations',
  title: 'organisation.list',
  add: 'organisation.add',
  edit: 'organisation.edit',
  empty: 'organisation.empty',
  name: ({ data }) => data.name,
  about: ({ data }, app, t) => unitName(app.units.value.lookup(data.unit), t),
}

export const Villages = () => <RegisterList register={villages} />
export const VillageEdit = () => <RegisterEdit register={villages} />
export const Baselines = () => <RegisterList register={baselines} />
export const BaselineEdit = () => <RegisterEdit register={baselines} />
export const Organisations = () => <RegisterList register={organisations} />
export const OrganisationEdit = () => <RegisterEdit register={organisations} />

const MOST_SHOWN = 200

function RegisterList<K extends RegisterKind>({ register }: { register: Register<K> }) {
  const t = useWords()
  const app = useApp()
  const me = useMe()
  const records = useLive(() => listRecords(app.store, register.kind) as Promise<Shown<K>[]>, [register.kind])
  const home = me.commune?.id ?? me.identity.scope.province
  const mayMake = me.may('make', { kind: register.kind, unit: home, author: me.identity.account, organisation: me.identity.scope.organisation })
  const sorted = sortedByName(records ?? [], (record) => register.name(record, app, t))
  const { found, box } = useSearch(sorted, (record) => register.name(record, app, t))
  return (
    <Page title={t(register.title)} back="/more">
      {mayMake && (
        <a class="button primary" href={`${register.path}/new`}>
          <Icon name="plus" />
          {t(register.add)}
        </a>
      )}
      {records?.length === 0 && <p class="card">{t(register.empty)}</p>}
      {box}
      <ul class="rows">
        {found.slice(0, MOST_SHOWN).map((record) => (
          <li key={record.id}>
            <RegisterRow register={register} record={record} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function RegisterRow<K extends RegisterKind>({ register, record }: { register: Register<K>; record: Shown<K> }) {
  const t = useWords()
  const app = useApp()
  const me = useMe()
  const inside = (
    <>
      <span class="row-main">{register.name(record, app, t)}</span>
      <span class="hint row-sub">{register.about(record, app, t)}</span>
      {record.state !== 'sent' && <Badge state={record.state} />}
    </>
  )
  return me.may('edit', subjectOf(record), 'asked in the form') ? (
    <a class="row" href={`${register.path}/${record.id}/edit`}>
      {inside}
    </a>
  ) : (
    <div class="row">{inside}</div>
  )
}

function RegisterEdit<K extends RegisterKind>({ register }: { register: Register<K> }) {
  const t = useWords()
  const { store } = useApp()
  const me = useMe()
  const today = useToday()
  const { params } = useRoute()
  const { route } = useLocation()
  const id = params['id']
  const record = useLive(async () => (id ? await getRecord(store, id) : undefined), [id])
  const form = useForm({
    kind: register.kind,
    id,
    defaults: () => startingFields(register.kind, me.commune?.id, today),
    onSaved: () => route(register.list, true),
  })
  const names = Object.keys(kindNamed(register.kind).fields).filter((name) => !(register.kind === 'unit' && name === 'parent' && me.commune))
  return (
    <Editor title={t(id ? register.edit : register.add)} back={register.list} form={form}>
      {(ready) => (
        <>
          {record && <Attention record={record} />}
          <section class="card fold-body">
            <RecordFields form={ready} names={names} />
          </section>
          {record && <RemoveButton record={record} subject={subjectOf(record)} onRemoved={() => route(register.list, true)} />}
        </>
      )}
    </Editor>
  )
}

function startingFields(kind: RegisterKind, commune: string | undefined, today: string) {
  if (kind === 'unit') return { type: 'thon', validFrom: today, ...(commune ? { parent: commune } : {}) }
  return kind === 'baseline' ? { year: Number(today.slice(0, 4)) } : {}
}

function subjectOf({ kind, data, author }: { kind: KindName; data: unknown; author: string }) {
  // The data is that of the kind: both come from one record.
  return { kind, unit: kindNamed(kind).home(data as never), author }
}
