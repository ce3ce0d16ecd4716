// A plan that somebody wrote as a file (docs/new-programme.md): read on the phone, and what is wrong with it told by line.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Pack } from '../../../programme/pack.ts'
import { type PackProblem, readPack } from '../../../programme/read-pack.ts'
import { useWords } from '../context.ts'
import { FileButton } from './file-button.tsx'

/** A plan holds 200,000 characters; of a longer text nothing is read. */
const MOST_BYTES = 1_000_000

export function PlanFile({ onRead }: { onRead: (plan: Pack) => void }) {
  const t = useWords()
  const [problems, setProblems] = useState<readonly PackProblem[] | 'too-big'>([])
  return (
    <>
      <section class="card">
        <h2>{t('adopt.own')}</h2>
        <p class="hint">{t('adopt.own-hint')}</p>
        <FileButton label={t('adopt.choose-file')} accept=".json,application/json" isSecond onFile={(file) => void take(file)} />
      </section>
      {problems === 'too-big' && (
        <p class="card bad" role="alert">
          {t('adopt.file-too-big')}
        </p>
      )}
      {problems !== 'too-big' && problems.length > 0 && <Wrong problems={problems} />}
    </>
  )

  async function take(file: File) {
    if (file.size > MOST_BYTES) return setProblems('too-big')
    const read = readPack(await file.text(), file.name)
    if (read.ok) onRead(read.value)
    else setProblems(read.problem)
  }
}

/** The sentences are for whoever wrote the file, and in English like its fields. */
function Wrong({ problems }: { problems: readonly PackProblem[] }) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [problems])
  return (
    <div class="card bad" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>{t('adopt.file-wrong', { count: problems.length })}</b>
      </p>
      <ul class="stack">
        {problems.map(({ line, column, path, says }) => (
          <li key={`${line} ${column} ${path} ${says}`}>
            {t('adopt.file-line', { line })}{' '}
            <span lang="en">
              {path === '' ? '' : `${path}: `}
              {says}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
