// Why a record did not go through, each reason with the field it is about.

import type { Shown } from '../../store/shown.ts'
import { useWords } from '../context.ts'
import { problemLine } from '../problem-line.ts'

export function Problems({ record }: { record: Shown }) {
  const t = useWords()
  return (
    <ul>
      {record.problems.map((problem) => (
        <li key={problem.code + problem.path.join()}>{problemLine(t, record.kind, problem)}</li>
      ))}
    </ul>
  )
}
