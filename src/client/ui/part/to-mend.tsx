// The records that need the person, each with why in plain words and a button that leads to the mending.

import type { Held } from '../../store/outgoing.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { giveUp } from '../give-up.ts'
import { awaitedName, recordName } from '../record-name.ts'
import { editPath, recordPath } from '../record-path.ts'
import type { Say } from '../say.ts'
import { Icon } from './icon.tsx'
import { Problems } from './problems.tsx'
import { WhatHappened } from './what-happened.tsx'

export function ToMend({ records, late, say }: { records: readonly Shown[]; late: readonly Held[]; say: Say }) {
  const t = useWords()
  if (records.length + late.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('sending.mend')}</h2>
      {records.map((record) =>
        record.state === 'attention' ? <Refused key={record.id} record={record} say={say} /> : <Undecided key={record.id} record={record} say={say} />,
      )}
      {late.map(({ shown, awaited }) => (
        <section key={shown.id} class="card bad">
          <Name record={shown} say={say} />
          <p>{t('sending.held-long', { name: awaitedName(awaited, say) })}</p>
          <a class="button" href={editPath(shown.kind, shown.id)}>
            <Icon name="edit" />
            {t('sending.change')}
          </a>
        </section>
      ))}
    </section>
  )
}

function Name({ record, say }: { record: Shown; say: Say }) {
  return (
    <h3>
      <a class="row-link" href={recordPath(record.kind, record.id)}>
        {recordName(record, say)}
      </a>
    </h3>
  )
}

function Refused({ record, say }: { record: Shown; say: Say }) {
  const t = useWords()
  const app = useApp()
  return (
    <section class="card bad">
      <Name record={record} say={say} />
      <Problems record={record} />
      <a class="button" href={editPath(record.kind, record.id)}>
        <Icon name="edit" />
        {t('attention.mend')}
      </a>
      <button type="button" class="button quiet" onClick={() => void giveUp(app, record)}>
        {t(record.version === null ? 'attention.drop-new' : 'attention.take-theirs')}
      </button>
    </section>
  )
}

function Undecided({ record, say }: { record: Shown; say: Say }) {
  const t = useWords()
  return (
    <section class="card bad">
      <Name record={record} say={say} />
      <WhatHappened record={record} />
      <p>{t('undecided.kept')}</p>
      <a class="button" href={`/decide/${record.id}`}>
        <Icon name="check" />
        {t('undecided.decide')}
      </a>
    </section>
  )
}
