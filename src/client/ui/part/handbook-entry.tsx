// One entry of the handbook: short lines, what to say, its source. Where the office has changed it, that stands first, with
// the day, and what the app brings is one tap away.

import { useWords } from '../context.ts'
import type { HandbookItem } from '../handbook/items.ts'
import { officeNote } from '../handbook/office-note.ts'
import { useHandbook } from '../handbook/use-handbook.ts'
import { editPath, newPath } from '../record-path.ts'
import { Attention } from './attention.tsx'
import { Badge } from './badge.tsx'
import { Fold } from './fold.tsx'
import { HandbookLines } from './handbook-lines.tsx'
import { Call } from './hotline.tsx'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'
import { ReadOnly } from './read-only.tsx'
import { Missing, Recorded } from './recorded.tsx'

export function HandbookEntry({ id }: { id: string }) {
  const t = useWords()
  const { items, hasFailed, mayEdit } = useHandbook()
  const place = items?.findIndex((one) => one.id === id) ?? -1
  const item = items?.[place]
  if (item) return <Entry key={item.id} item={item} next={items?.[place + 1]} mayEdit={mayEdit} />
  if (items) return <Missing back="/handbook" />
  return (
    <Page title={t('handbook.list')} back="/handbook">
      {hasFailed && <p class="card bad">{t('handbook.failed')}</p>}
    </Page>
  )
}

interface EntryProps {
  item: HandbookItem
  next: HandbookItem | undefined
  mayEdit: boolean
}

function Entry({ item, next, mayEdit }: EntryProps) {
  const t = useWords()
  const { record, shipped, text, section, isHidden } = item
  return (
    <Page title={text.title} back={`/handbook?open=${section}`} aside={record && <Badge record={record} quiet />}>
      {text.number && <Call number={text.number} />}
      {record && <p class="hint">{officeNote(item, t)}</p>}
      {isHidden && <p class="card wait">{t('handbook.hidden')}</p>}
      {record && mayEdit && <Attention record={record} />}
      <section class="card">
        <HandbookLines text={text} />
      </section>
      {shipped && (
        <Fold title={t('handbook.shipped')} about={shipped.number !== text.number ? shipped.number : undefined}>
          {shipped.number && <Call number={shipped.number} quiet />}
          <HandbookLines text={shipped} withTitle />
        </Fold>
      )}
      {mayEdit && <Office item={item} />}
      {next?.section === section && (
        <a class="button start" href={`/handbook/${next.id}`}>
          <Icon name="forward" />
          {t('handbook.next', { title: next.text.title })}
        </a>
      )}
    </Page>
  )
}

/** What the office does with it. */
function Office({ item: { id, record } }: { item: HandbookItem }) {
  const t = useWords()
  if (record?.readOnly) return <ReadOnly />
  return (
    <>
      <a class="button" href={record ? editPath('handbook-entry', record.id) : `${newPath('handbook-entry')}?entry=${id}`}>
        <Icon name="edit" />
        {t('handbook.edit')}
      </a>
      {record && <Recorded record={record} />}
    </>
  )
}
