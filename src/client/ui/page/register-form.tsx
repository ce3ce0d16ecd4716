// Adding a record of any kind that has a register, and editing one: the fields of the kind, filled with what the phone
// knows.

import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { Field } from '../../../model/kind.ts'
import { problem } from '../../../model/problem.ts'
import type { Fields } from '../../../model/record.ts'
import { kindNamed } from '../../../model/registry.ts'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import { subjectOf } from '../../store/subject.ts'
import { type Me, useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { type ToSave, useForm } from '../form.ts'
import { Attention } from '../part/attention.tsx'
import { Editor } from '../part/editor.tsx'
import { Page } from '../part/page.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { Recorded } from '../part/recorded.tsx'
import { RemoveButton } from '../part/remove-button.tsx'
import { SameName } from '../part/same-name.tsx'
import { kindAt, listPath, type RegisterKind } from '../record-path.ts'
import { registers } from '../register/registers.ts'
import { saveEach } from '../save-each.ts'
import { useSay } from '../say.ts'
import { unitName } from '../words.ts'

export function RegisterForm() {
  // The route's own: the location is the next screen's already while that is being fetched.
  const { path, params, query } = useRoute()
  const kind = kindAt(path)
  return kind ? <Entry key={path} kind={kind} id={params['id']} query={query} /> : null
}

interface EntryProps {
  kind: RegisterKind
  id: string | undefined
  query: Record<string, string>
}

function Entry({ kind, id, query }: EntryProps) {
  const t = useWords()
  const app = useApp()
  const me = useMe()
  const today = useToday()
  const { route } = useLocation()
  const say = useSay()
  const register = registers[kind]
  const { several } = register
  const record = useLive(async () => (id ? await getRecord(app.store, id) : undefined), [id])
  // Which one the person has said that it is not.
  const [another, setAnother] = useState<string | undefined>(undefined)
  const sameAs = (fields: Fields) => {
    const unit = register.namesake?.(fields, id, app)
    return unit && { id: unit.id, name: unitName(unit, t) }
  }
  const form = useForm({
    kind,
    id,
    query,
    defaults: () => register.starting?.({ app, me, today, home: me.home, organisation: me.identity.scope.organisation, query }) ?? {},
    ...(several === undefined ? {} : { saveNew: (entered: ToSave) => saveEach(app, kind, several, entered.fields, entered) }),
    check: async (fields) => {
      const same = sameAs(fields)
      return same && same.id !== another ? [problem('same-name', ['name'], { name: same.name })] : []
    },
    onSaved: (saved) => route(register.back?.(saved.data, query) ?? listPath(kind), true),
  })
  const back = (form && register.back?.(form.fields, query)) ?? listPath(kind)
  const names = Object.entries(kindNamed(kind).fields).flatMap(([name, field]) => (isGiven(field, me, kind) ? [] : [name]))
  const { first = [] } = register
  const same = form && sameAs(form.fields)
  const sameName = same && <SameName village={same} isAnother={same.id === another} onSay={(is) => setAnother(is ? same.id : undefined)} />
  // Once it stands in the way of saving it is the first thing to answer; before that nothing moves what she is typing in.
  const isAsked = form?.problems.some(({ code }) => code === 'same-name')
  if (!id && !me.mayMake(kind)) {
    return (
      <Page title={t(`${register.words}.add`)} back={listPath(kind)}>
        <p class="card">{t('problem.not-allowed')}</p>
      </Page>
    )
  }
  const ordered = [...first, ...names.filter((name) => !first.includes(name))]
  return (
    <Editor title={t(`${register.words}.${id ? 'edit' : 'add'}`)} back={back} form={form}>
      {(ready) => (
        <>
          {record && <Attention record={record} />}
          {isAsked && sameName}
          <section class="card fold-body">
            {record && say && <h2>{register.name(record, say)}</h2>}
            <RecordFields
              form={ready}
              names={asked(ordered, ready.fields, register.without?.(ready.fields))}
              {...(register.parts ? { parts: register.parts } : {})}
            />
          </section>
          {!isAsked && sameName}
          {record && register.acts?.(record)}
          {record && <Recorded record={record} />}
          {record && <RemoveButton record={record} subject={subjectOf(record.kind, record.data, record.author)} onRemoved={() => route(back, true)} />}
        </>
      )}
    </Editor>
  )
}

/** What was entered once stays in sight. */
const asked = (names: readonly string[], fields: Fields, without: readonly string[] = []): string[] =>
  names.filter((name) => fields[name] !== undefined || !without.includes(name))

/** Someone of a commune is not asked which commune; who may write for her own organisation only is not asked which. */
function isGiven({ ask }: Field, { commune, home, identity, may }: Me, kind: RegisterKind): boolean {
  if (ask.as === 'unit') return commune !== undefined && !ask.levels.includes('village')
  return ask.as === 'organisation' && !may('make', { kind, unit: home, author: identity.account, organisation: '' })
}
