// What has to be put right before saving, first on the screen and first for a screen reader; each line leads to its field.

import { useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../../../model/problem.ts'
import type { KindName } from '../../../model/registry.ts'
import { useWords } from '../context.ts'
import { problemLine } from '../problem-line.ts'
import { problemSentence } from '../words.ts'

export const fieldId = (path: readonly string[]): string => `f-${path.join('-')}`

export function ErrorSummary({ kind, problems, attempt }: { kind: KindName; problems: readonly Problem[]; attempt: number }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  return (
    <div class="card bad" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('form.to-mend', { count: problems.length })}</h2>
      <ul class="stack">
        {problems.map((problem) => (
          <li key={problem.code + problem.path.join()}>
            {problem.path.length > 0 ? (
              <a href={`#${fieldId(problem.path)}`} onClick={(event) => lead(event, problem)}>
                {problemLine(t, kind, problem)}
              </a>
            ) : (
              problemSentence(t, problem)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Focus the field itself, not only scroll to it; a field inside a closed card opens it on focus. */
function lead(event: Event, { path }: Problem) {
  event.preventDefault()
  const field = document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.slice(0, 1)))
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
