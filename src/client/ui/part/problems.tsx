// Why a record did not go through, each reason with the field it is about.

import type { Shown } from '../../store/shown.ts'
import { useWords } from '../context.ts'
import { fieldLabel, problemSentence } from '../words.ts'

export function Problems({ record }: { record: Shown }) {
  const t = useWords()
  return (
    <ul>
      {record.problems.map((problem) => (
        <li key={problem.code + problem.path.join()}>
          {problem.path.length > 0 && `${fieldLabel(t, record.kind, problem.path)}: `}
          {problemSentence(t, problem)}
        </li>
      ))}
    </ul>
  )
}
