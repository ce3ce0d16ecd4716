// What needs a person's eye before anything else on a record: that it did not go through and why, or that two people have
// said different things; and the ways to mend it. Everything stays on the phone until one of them is chosen.

import { difference } from '../../../model/record.ts'
import { useLive } from '../../store/live.ts'
import { serverFields } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { isUndecided } from '../../store/undecided.ts'
import { useApp, useWords } from '../context.ts'
import { giveUp } from '../give-up.ts'
import { useMayDecide } from '../may-decide.ts'
import { editPath } from '../record-path.ts'
import { Facts } from './facts.tsx'
import { Icon } from './icon.tsx'
import { Problems } from './problems.tsx'
import { WhatHappened } from './what-happened.tsx'

export function Attention({ record }: { record: Shown }) {
  return (
    <>
      {record.state === 'attention' && <Refused record={record} />}
      {isUndecided(record) && <Undecided record={record} />}
    </>
  )
}

function Refused({ record }: { record: Shown }) {
  const t = useWords()
  const app = useApp()
  return (
    <section class="card bad">
      <h2>{t('attention.title')}</h2>
      <Problems record={record} />
      <p>{t('attention.safe')}</p>
      <Theirs record={record} />
      <a class="button" href={editPath(record.kind, record.id)}>
        <Icon name="edit" />
        {t('attention.mend')}
      </a>
      <button type="button" class="button quiet" onClick={() => void giveUp(app, record)}>
        {record.version === null ? t('attention.drop-new') : t('attention.take-theirs')}
      </button>
    </section>
  )
}

/** What the office holds where it differs from this phone: nobody should have to overwrite it unseen. */
function Theirs({ record }: { record: Shown }) {
  const t = useWords()
  const { store } = useApp()
  const found = useLive(async () => ({ fields: await serverFields(store, record.id) }), [record.id])
  const fields = found?.fields
  if (!fields) return null
  const differing = Object.keys(difference(record.data, fields))
  if (differing.length === 0) return null
  return (
    <div>
      <h3>{t('attention.theirs')}</h3>
      <Facts kind={record.kind} fields={Object.fromEntries(Object.entries(fields).filter(([name]) => differing.includes(name)))} />
    </div>
  )
}

function Undecided({ record }: { record: Shown }) {
  const t = useWords()
  const mayDecide = useMayDecide(record)
  return (
    <section class={mayDecide ? 'card bad' : 'card wait'}>
      <h2>{t('undecided.title')}</h2>
      <WhatHappened record={record} />
      <p>{t('undecided.kept')}</p>
      {!mayDecide && <p>{t('undecided.ask', { name: record.authorName })}</p>}
      <a class={mayDecide ? 'button primary' : 'button'} href={`/decide/${record.id}`}>
        <Icon name={mayDecide ? 'check' : 'list'} />
        {t(mayDecide ? 'undecided.decide' : 'undecided.look')}
      </a>
    </section>
  )
}
