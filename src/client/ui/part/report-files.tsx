// What a report leaves the phone as: a Word or Excel file, a print or PDF, a message. Files are written beside the page, show how far
// they are and can be given up; none of it needs a network. Nothing leaves before it is known whether it needs a mark.

import { useRef, useState } from 'preact/hooks'
import type { Paper } from '../../report/paper.ts'
import { tableCsv } from '../../report/paper-csv.ts'
import { type PaperFault, paperFile } from '../../report/paper-file.ts'
import { paperText } from '../../report/paper-text.ts'
import { tablesOf } from '../../report/paper-work.ts'
import type { FileKind } from '../../report/paper-worker.ts'
import { useApp, useWords } from '../context.ts'
import { useSpoken } from '../spoken.ts'
import { Fold } from './fold.tsx'
import { Icon } from './icon.tsx'
import { SendByZalo } from './send-by-zalo.tsx'
import './progress.css'

interface ReportFilesProps {
  paper: Paper
  /** Its figures are still being compared with those of today. */
  isChecking: boolean
  stale: string | undefined
  /** Of its files, without their endings. */
  name: string
}

interface Writing {
  kind: FileKind
  done: number
  of: number
}

export function ReportFiles({ paper, isChecking, stale, name }: ReportFilesProps) {
  const t = useWords()
  const { outlet } = useApp()
  const [writing, setWriting] = useState<Writing | undefined>(undefined)
  const [fault, setFault] = useState<Exclude<PaperFault, 'given-up'> | undefined>(undefined)
  const controller = useRef<AbortController | undefined>(undefined)
  useSpoken(writing ? t('report.writing') : undefined)
  if (isChecking) {
    return (
      <section class="card no-print">
        <h2>{t('report.files')}</h2>
        <p>{t('paper.checking')}</p>
        <progress class="progress" aria-label={t('paper.checking')} />
      </section>
    )
  }
  return (
    <div class="stack report-files no-print">
      <section class="card">
        <h2>{t('report.files')}</h2>
        {fault && (
          <p class="field-error" role="alert">
            <Icon name="alert" />
            {t(`report.fault.${fault}`)}
          </p>
        )}
        <div class="line">
          <button type="button" class="button primary" aria-disabled={writing !== undefined} onClick={() => void write('word')}>
            <Icon name="file" />
            {t('report.word')}
          </button>
          <button type="button" class="button" aria-disabled={writing !== undefined} onClick={() => void write('excel')}>
            <Icon name="file" />
            {t('report.excel')}
          </button>
          <button type="button" class="button" onClick={() => window.print()}>
            <Icon name="print" />
            {t('report.print')}
          </button>
        </div>
        {writing && (
          <div class="stack">
            <p>{writing.of > 0 ? t('report.written', { done: writing.done, of: writing.of }) : t('report.writing')}</p>
            <progress class="progress" max={Math.max(1, writing.of)} value={writing.done} aria-label={t('report.writing')} />
            <button type="button" class="button quiet" onClick={() => controller.current?.abort()}>
              {t('report.give-up')}
            </button>
          </div>
        )}
        <SendByZalo card={undefined} text={paperText(paper, t, stale)} name={name} />
        <p class="hint">{t('report.attach')}</p>
      </section>
      <Fold title={t('report.tables')}>
        {[...tablesOf(paper), ...paper.annexes].map((table) => (
          <button
            key={table.id}
            type="button"
            class="button start"
            onClick={() => outlet.download(`${name}-${table.id}.csv`, new Blob([tableCsv(paper, table, stale)], { type: 'text/csv;charset=utf-8' }))}
          >
            <Icon name="file" />
            {table.title}
          </button>
        ))}
      </Fold>
    </div>
  )

  async function write(kind: FileKind) {
    if (controller.current) return
    const giving = new AbortController()
    controller.current = giving
    setFault(undefined)
    setWriting({ kind, done: 0, of: 0 })
    const made = await paperFile({ kind, paper, ...(stale !== undefined && { stale }) }, name, {
      signal: giving.signal,
      onProgress: (done, of) => setWriting({ kind, done, of }),
    })
    controller.current = undefined
    setWriting(undefined)
    if (made.ok) outlet.download(made.value.name, made.value)
    else if (made.problem !== 'given-up') setFault(made.problem)
  }
}
