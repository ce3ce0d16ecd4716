// A record that did not go through: why, in plain words, and the two ways to mend it. It stays on the phone until one of
// them is chosen; giving it up has a way back.

import { difference } from '../../../model/record.ts'
import { useLive } from '../../store/live.ts'
import { serverFields } from '../../store/read.ts'
import { dropRejected } from '../../store/save.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { editPath } from '../record-path.ts'
import { saveAgain } from '../save-again.ts'
import { fieldLabel, problemSentence } from '../words.ts'
import { Facts } from './facts.tsx'
import { Icon } from './icon.tsx'

export function Attention({ record }: { record: Shown }) {
  const t = useWords()
  const app = useApp()
  if (record.state !== 'attention') return null
  return (
    <section class="card bad">
      <h2>{t('attention.title')}</h2>
      <ul>
        {record.problems.map((problem) => (
          <li key={problem.code + problem.path.join()}>
            {problem.path.length > 0 && `${fieldLabel(t, record.kind, problem.path)}: `}
            {problemSentence(t, problem)}
          </li>
        ))}
      </ul>
      <p>{t('attention.safe')}</p>
      <Theirs record={record} />
      <a class="button" href={editPath(record.kind, record.id)}>
        <Icon name="edit" />
        {t('attention.mend')}
      </a>
      <button type="button" class="button quiet" onClick={() => void drop()}>
        {record.version === null ? t('attention.drop-new') : t('attention.take-theirs')}
      </button>
    </section>
  )

  async function drop() {
    const dropped = await dropRejected(app.store, record.id)
    const undo = { label: t('action.undo'), run: () => void saveAgain(app, record, t('action.undo')) }
    app.toast.value = dropped.ok
      ? { text: t('attention.dropped'), action: undo }
      : { text: dropped.problem.map((problem) => problemSentence(t, problem)).join(' ') }
    app.wakeSync()
  }
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
