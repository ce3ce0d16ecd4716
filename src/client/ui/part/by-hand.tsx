// Above a form that decides by hand: the versions between which it decides.

import type { Shown } from '../../store/shown.ts'
import { useWords } from '../context.ts'
import { isAsked, questionsOf } from '../decision.ts'
import { useVersionWords } from '../version-words.ts'
import { VersionQuestion } from './version-question.tsx'

export function ByHand({ record }: { record: Shown }) {
  const t = useWords()
  const words = useVersionWords(record.id)
  if (!words) return null
  return (
    <>
      <p>{t('decide.by-hand-why')}</p>
      {questionsOf(record)
        .filter(isAsked)
        .map((question) => (
          <VersionQuestion key={question.key} record={record} question={question} words={words} />
        ))}
    </>
  )
}
