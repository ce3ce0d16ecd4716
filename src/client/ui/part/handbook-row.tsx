// One entry in a list of the handbook: its title, and whether the office has a hand in it.

import { useApp, useWords } from '../context.ts'
import type { HandbookItem } from '../handbook/items.ts'
import { officeNote } from '../handbook/office-note.ts'
import { termName } from '../words.ts'
import { Badge } from './badge.tsx'
import './rows.css'

export function HandbookRow({ item, withSection }: { item: HandbookItem; withSection: boolean }) {
  const t = useWords()
  const { preferences } = useApp()
  const { id, section, text, record, isHidden } = item
  const about = [withSection ? termName(t, 'handbookSection', section) : '', officeNote(item, t), isHidden ? t('handbook.hidden') : '']
  const said = about.filter((part) => part !== '').join(' · ')
  return (
    <a class="row" href={`/handbook/${id}`}>
      <span class="row-main" lang={text.isVietnamese && preferences.language.value !== 'vi' ? 'vi' : undefined}>
        {text.title}
      </span>
      {said && <span class="hint row-sub">{said}</span>}
      {record && <Badge record={record} quiet />}
    </a>
  )
}
