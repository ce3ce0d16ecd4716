// Chọn bản đúng: both versions of what two have said differently, and the choice between them for whoever may edit the
// record; everybody else sees them, and whom to ask.

import { useRoute } from 'preact-iso'
import { useLive } from '../../store/live.ts'
import { getRecord } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { isUndecided } from '../../store/undecided.ts'
import { useApp, useWords } from '../context.ts'
import { isAsked, questionsOf, removalsOf } from '../decision.ts'
import { useMayDecide } from '../may-decide.ts'
import { Deciding } from '../part/deciding.tsx'
import { Page } from '../part/page.tsx'
import { ReadOnly } from '../part/read-only.tsx'
import { Missing } from '../part/recorded.tsx'
import { RemovalQuestion } from '../part/removal-question.tsx'
import { VersionQuestion } from '../part/version-question.tsx'
import { recordName } from '../record-name.ts'
import { recordPath } from '../record-path.ts'
import { useSay } from '../say.ts'
import { useVersionWords, type VersionWords } from '../version-words.ts'

export function Conflict() {
  const id = useRoute().params['id'] ?? ''
  const t = useWords()
  const { store } = useApp()
  const say = useSay()
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  const words = useVersionWords(id)
  if (found && !found.record) return <Missing back="/" />
  if (!found?.record || !say || !words) {
    return (
      <Page title={t('decide.title')} back="/">
        {null}
      </Page>
    )
  }
  // Whatever was chosen of what is no longer there is chosen anew.
  return <Found key={`${id} ${found.record.version}`} record={found.record} name={recordName(found.record, say)} words={words} />
}

interface FoundProps {
  record: Shown
  name: string
  words: VersionWords
}

function Found({ record, name, words }: FoundProps) {
  const mayDecide = useMayDecide(record)
  if (!isUndecided(record)) return <Nothing record={record} name={name} />
  return mayDecide ? <Deciding record={record} name={name} words={words} /> : <Reading record={record} name={name} words={words} />
}

function Nothing({ record, name }: Omit<FoundProps, 'words'>) {
  const t = useWords()
  const path = recordPath(record.kind, record.id)
  return (
    <Page title={t('decide.title')} back={path}>
      <section class="card">
        <h2>{name}</h2>
        <p>{t(record.removed ? 'record.removed' : 'decide.nothing')}</p>
        <a class="button" href={path}>
          {t('decide.open')}
        </a>
      </section>
      {record.readOnly && <ReadOnly />}
    </Page>
  )
}

function Reading({ record, name, words }: FoundProps) {
  const t = useWords()
  const questions = questionsOf(record).filter(isAsked)
  return (
    <Page title={t('decide.title')} back={recordPath(record.kind, record.id)}>
      <section class="card wait">
        <h2>{name}</h2>
        <p>{t('undecided.ask', { name: record.authorName })}</p>
      </section>
      <RemovalQuestion removals={removalsOf(record)} isOwnEdit={false} />
      {questions.map((question) => (
        <VersionQuestion key={question.key} record={record} question={question} words={words} />
      ))}
    </Page>
  )
}
