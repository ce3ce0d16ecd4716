// One adopted programme: the office adapts it, everybody else reads it.

import { useLocation, useRoute } from 'preact-iso'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { useForm } from '../form.ts'
import { editablePack, programmeProblems } from '../pack-check.ts'
import { AdaptPlan } from '../part/adapt-plan.tsx'
import { Attention } from '../part/attention.tsx'
import { Editor } from '../part/editor.tsx'
import { Facts } from '../part/facts.tsx'
import { Page } from '../part/page.tsx'
import { ProgrammeFacts } from '../part/programme-facts.tsx'
import { ReadOnly } from '../part/read-only.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { Missing, Recorded } from '../part/recorded.tsx'
import { RemoveButton } from '../part/remove-button.tsx'
import { listPath } from '../record-path.ts'
import { unitName } from '../words.ts'

const back = listPath('programme')

export function ProgrammePage() {
  const id = useRoute().params['id'] ?? ''
  const t = useWords()
  const me = useMe()
  const { store } = useApp()
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  if (!found) {
    return (
      <Page title={t('programme.edit')} back={back}>
        {null}
      </Page>
    )
  }
  const { record } = found
  if (record?.kind !== 'programme') return <Missing back={back} />
  const programme = record as Shown<'programme'>
  const mayEdit = me.may('edit', subjectOf('programme', programme.data, programme.author), 'asked in the form')
  if (!mayEdit || programme.readOnly || !editablePack(programme.data.pack)) return <Reading programme={programme} mayEdit={mayEdit} />
  return <Adapting key={id} id={id} programme={programme} />
}

/** Who may not change it, and a build that can't read all of it: what it says, and nothing to type in. */
function Reading({ programme, mayEdit }: { programme: Shown<'programme'>; mayEdit: boolean }) {
  const { data } = programme
  return (
    <Page title={data.name} back={back}>
      {mayEdit && <ReadOnly />}
      <section class="card">
        <Facts kind="programme" fields={data} except={['name', 'pack']} />
        <ProgrammeFacts pack={data.pack} />
      </section>
      <Recorded record={programme} />
    </Page>
  )
}

function Adapting({ id, programme }: { id: string; programme: Shown<'programme'> }) {
  const t = useWords()
  const { units } = useApp()
  const { route } = useLocation()
  const form = useForm({ kind: 'programme', id, defaults: () => ({}), check: programmeProblems, onSaved: () => route(back, true) })
  const { data } = programme
  return (
    <Editor title={t('programme.edit')} back={back} form={form}>
      {(ready) => (
        <>
          <Attention record={programme} />
          <AdaptPlan form={ready}>
            <section class="card">
              <div>
                <h2>{data.name}</h2>
                <p class="hint">{t('adapt.for', { unit: unitName(units.value.lookup(data.unit), t) })}</p>
              </div>
              <RecordFields form={ready} names={['name', 'from', 'to']} />
            </section>
          </AdaptPlan>
          <Recorded record={programme} />
          <RemoveButton record={programme} subject={subjectOf('programme', data, programme.author)} onRemoved={() => route(back, true)} />
        </>
      )}
    </Editor>
  )
}
