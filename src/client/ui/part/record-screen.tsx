// The frame of one record's own screen: it is read and followed, a refusal and a removal are told first, what was
// recorded and by whom stands below, and last what can be done with it.

import type { ComponentChildren } from 'preact'
import { useLocation, useRoute } from 'preact-iso'
import type { Fields } from '../../../model/record.ts'
import type { Data } from '../../../model/registry.ts'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { editPath, listPath, type ScreenKind } from '../record-path.ts'
import { Attention } from './attention.tsx'
import { Badge } from './badge.tsx'
import { Facts } from './facts.tsx'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'
import { ReadOnly } from './read-only.tsx'
import { Missing, Recorded } from './recorded.tsx'
import { RemoveButton } from './remove-button.tsx'

interface RecordScreenProps<K extends ScreenKind> {
  kind: K
  title: (record: Shown<K>) => string
  /** What stands out, before everything that was entered. */
  lead: (record: Shown<K>) => ComponentChildren
  /** Fields told elsewhere on the screen. */
  except: readonly string[]
  /** After what was recorded. */
  more?: (record: Shown<K>) => ComponentChildren
  editLabel: string
  /** What else can be done with it. */
  actions?: (record: Shown<K>) => ComponentChildren
}

export function RecordScreen<K extends ScreenKind>(props: RecordScreenProps<K>) {
  const { params } = useRoute()
  const id = params['id'] ?? ''
  const t = useWords()
  const { store } = useApp()
  const back = listPath(props.kind)
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  if (!found) {
    return (
      <Page title={t(`kind.${props.kind}`)} back={back}>
        {null}
      </Page>
    )
  }
  // The kind is asked right here, and the data belongs to it.
  // The list opens where this record stands in it.
  const there = `${back}?at=${id}`
  return found.record?.kind === props.kind ? <Found {...props} record={found.record as Shown<K>} back={there} /> : <Missing back={there} />
}

function Found<K extends ScreenKind>({
  kind,
  title,
  lead,
  except,
  more,
  editLabel,
  actions,
  record,
  back,
}: RecordScreenProps<K> & { record: Shown<K>; back: string }) {
  const t = useWords()
  const me = useMe()
  const { route } = useLocation()
  // TypeScript does not see through the kind's parameter; both kinds have these fields.
  const { unit, organisation } = record.data as Data<'session' | 'site'>
  const subject = { kind, unit, author: record.author, organisation } as const
  const fields: Fields = record.data
  const mayEdit = me.may('edit', subject, 'asked in the form')
  return (
    <Page title={title(record)} back={back} aside={<Badge record={record} />}>
      {record.removed && <p class="card bad">{t('record.removed')}</p>}
      {record.readOnly && mayEdit && <ReadOnly />}
      <Attention record={record} />
      {lead(record)}
      <section class="card">
        <h2>{t('session.recorded')}</h2>
        <Facts kind={kind} fields={fields} except={except} />
      </section>
      {more?.(record)}
      <Recorded record={record} />
      <div class="stack no-print">
        {mayEdit && !record.removed && !record.readOnly && (
          <a class="button" href={editPath(kind, record.id)}>
            <Icon name="edit" />
            {editLabel}
          </a>
        )}
        {actions?.(record)}
        {!record.readOnly && <RemoveButton record={record} subject={subject} onRemoved={() => route(back, true)} />}
      </div>
    </Page>
  )
}
