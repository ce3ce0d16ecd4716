// The handbook: numbers that dial first, then what to do, tricks, the law and slogans, found without marks.

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { handbookSections } from '../../../model/terms.ts'
import { useWords } from '../context.ts'
import { type HandbookItem, isFound } from '../handbook/items.ts'
import { type Handbook, useHandbook } from '../handbook/use-handbook.ts'
import { newPath } from '../record-path.ts'
import { termName } from '../words.ts'
import { Fold } from './fold.tsx'
import { HandbookRow } from './handbook-row.tsx'
import { Call, Hotline } from './hotline.tsx'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'
import './rows.css'
import './field.css'

export function HandbookList() {
  const t = useWords()
  const handbook = useHandbook()
  const [query, setQuery] = useState('')
  const { items, hasFailed, tryAgain, mayEdit } = handbook
  const found = items?.filter((item) => isFound(item, query))
  return (
    <Page title={t('handbook.list')} back="/more">
      {hasFailed && <Failed tryAgain={tryAgain} />}
      <div class="hotlines">
        {items?.filter(isHotline).map((item) => (
          <Hotline key={item.id} item={item} />
        ))}
      </div>
      {items && (
        <div class="field">
          <label for="handbook-search">{t('handbook.search')}</label>
          <input id="handbook-search" class="input" type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </div>
      )}
      {found?.length === 0 && <p class="card">{t('handbook.empty')}</p>}
      {found && (query.trim() === '' ? <Sections items={found} /> : <Rows items={found} withSection />)}
      {mayEdit && (
        <a class="button" href={newPath('handbook-entry')}>
          <Icon name="plus" />
          {t('handbook.add')}
        </a>
      )}
      <p class="card wait">{t('handbook.never')}</p>
    </Page>
  )
}

const isHotline = ({ section }: HandbookItem): boolean => section === 'hotline'

/** The section that she comes back from stands open. */
function Sections({ items }: { items: readonly HandbookItem[] }) {
  const t = useWords()
  const { query } = useLocation()
  return (
    <>
      {handbookSections.map((section) => {
        const held = items.filter((item) => item.section === section)
        if (section === 'hotline' || held.length === 0) return null
        return (
          <Fold
            key={section}
            title={termName(t, 'handbookSection', section)}
            about={t('handbook.count', { count: held.length })}
            open={query['open'] === section}
          >
            <Rows items={held} />
          </Fold>
        )
      })}
    </>
  )
}

function Rows({ items, withSection = false }: { items: readonly HandbookItem[]; withSection?: boolean }) {
  return (
    <ul class="rows">
      {items.map((item) => (
        <li key={item.id}>
          <HandbookRow item={item} withSection={withSection} />
        </li>
      ))}
    </ul>
  )
}

/** The two numbers that matter most are there even then. */
function Failed({ tryAgain }: Pick<Handbook, 'tryAgain'>) {
  const t = useWords()
  return (
    <section class="card bad">
      <p>{t('handbook.failed')}</p>
      <Call number="111" />
      <Call number="113" />
      <button type="button" class="button" onClick={tryAgain}>
        {t('trouble.retry')}
      </button>
    </section>
  )
}
