// One thing that two have said differently, with its versions to choose from, or to read where somebody else decides.

import type { Shown } from '../../store/shown.ts'
import { useWords } from '../context.ts'
import type { Question } from '../decision.ts'
import type { VersionWords } from '../version-words.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { VersionCard } from './version-card.tsx'

interface VersionQuestionProps {
  record: Shown
  question: Question
  words: VersionWords
  /** Absent where it is only read. */
  pick?: { chosen: string | undefined; isMissing: boolean; onPick: (version: string) => void }
}

export function VersionQuestion({ record, question, words, pick }: VersionQuestionProps) {
  const t = useWords()
  const { differing, alike } = words.lines(record.kind, question)
  const id = fieldId([question.names[0] ?? ''])
  return (
    <section class="card">
      <Field id={id} label={words.title(record.kind, question)} error={pick?.isMissing ? t('decide.choose') : undefined} group>
        <div class="versions">
          {question.versions.map((version, place) => (
            <VersionCard
              key={version.key}
              id={`${id}-${place}`}
              who={words.who(question, version, pick !== undefined)}
              about={words.when(question, version)}
              lines={differing[place] ?? []}
              pick={pick && { name: id, isPicked: pick.chosen === version.key, onPick: () => pick.onPick(version.key) }}
            />
          ))}
        </div>
        {alike && <p class="hint">{t('decide.same', { list: alike })}</p>}
      </Field>
    </section>
  )
}
