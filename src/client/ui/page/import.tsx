// A file of somebody's becomes records: chosen, its columns named, every line seen before anything is kept; all of it or
// nothing, and to be taken back as a whole.

import '../import-words.ts'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { KindName } from '../../../model/registry.ts'
import { toCsv } from '../../../text/csv.ts'
import type { ImportRow } from '../../import/row.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { type ImportFile, useImportFile } from '../import-file.ts'
import { type FreshRow, useImport } from '../import-saving.ts'
import { columnLabel, type Importable, importables, missingColumns, type Told } from '../importing.ts'
import { useLeftOut } from '../left-out.ts'
import { Choice } from '../part/choice.tsx'
import { EarlierImports } from '../part/earlier-imports.tsx'
import { Facts } from '../part/facts.tsx'
import { FileButton } from '../part/file-button.tsx'
import { Icon } from '../part/icon.tsx'
import { ImportColumns } from '../part/import-columns.tsx'
import { ImportLeft } from '../part/import-left.tsx'
import { ImportPreview } from '../part/import-preview.tsx'
import { Page } from '../part/page.tsx'
import { Reason } from '../part/reason.tsx'
import { isImportable, listPath } from '../record-path.ts'
import { useSpoken } from '../spoken.ts'

export function ImportPage() {
  const { params } = useRoute()
  const kind = params['kind'] as KindName | undefined
  return kind && isImportable(kind) ? <Importing key={kind} importable={importables[kind]} /> : <NotImportable />
}

function NotImportable() {
  const t = useWords()
  return (
    <Page title={t('import.open')} back="/more">
      <p class="card">{t('problem.not-allowed')}</p>
    </Page>
  )
}

function Importing({ importable }: { importable: Importable }) {
  const t = useWords()
  const { mayMake, role } = useMe()
  const { kind, title } = importable
  const [told, setTold] = useState<Told>(importable.told)
  const file = useImportFile(importable, told)
  const isWhole = file.state === 'open' && missingColumns(importable, file.head, told).length === 0
  const rows = (isWhole && file.rows) || []
  const table = file.state === 'open' ? file.table : undefined
  // Of which file the person has said that its villages are others.
  const [others, setOthers] = useState<typeof table>(undefined)
  const leftOut = useLeftOut(rows, table)
  const saving = useSaving(importable, file)
  const [sure, setSure] = useState<readonly ImportRow[] | undefined>(undefined)
  useSpoken(file.state === 'reading' ? t('import.reading') : undefined)
  if (!mayMake(kind) || role === 'collaborator') return <NotImportable />
  const fresh = leftOut.rowsIn('new', 'like', 'doubt').flatMap((row) => (row.as === 'new' ? [row] : []))
  const late = fresh.filter((row) => row.late).length
  const doubtful = leftOut.count('doubt')
  const alike = kind === 'unit' ? leftOut.count('like') : 0
  const isSure = (doubtful === 0 || sure === rows) && (alike === 0 || others === table)
  const isReady = fresh.length > 0 && leftOut.count('wrong') === 0 && isSure
  return (
    <Page title={t(title)} back={listPath(kind)} bar={isReady && <Bar {...saving} count={fresh.length} onSave={() => saving.save(fresh, late)} />}>
      <section class="card">
        <p>{t(importable.isLineByLine ? 'import.about-some' : 'import.about')}</p>
        <FileButton label={t(file.state === 'none' ? 'import.choose' : 'import.choose-other')} accept={accepted} onFile={file.take} />
        <ModelButton importable={importable} />
        {file.state === 'reading' && <p>{t('import.reading')}</p>}
      </section>
      {file.state === 'faulty' && (
        <p class="card bad">
          <Icon name="alert" /> {t(`import.file.${file.fault}`)}
        </p>
      )}
      {file.state === 'open' && (
        <>
          {file.table.others > 0 && <p class="card">{t('import.sheet', { name: file.table.sheet, count: file.table.others })}</p>}
          <ImportColumns
            importable={importable}
            lines={file.table.lines}
            head={file.head}
            onHead={file.setHead}
            isRemembered={file.isRemembered}
            told={told}
            onTold={setTold}
          />
          {isWhole && !file.rows && <p class="card">{t('import.reading-of', { done: file.done, count: file.table.lines.length })}</p>}
          {isWhole && file.rows && (
            <>
              {importable.isLineByLine && <FirstRows importable={importable} rows={fresh} />}
              <ImportPreview importable={importable} rows={rows} leftOut={leftOut} />
              {alike > 0 && (
                <section class="card wait">
                  <p>{t('import.same-name', { count: alike })}</p>
                  <Choice
                    options={[{ value: 'others', label: t('import.same-name-others') }]}
                    chosen={others === table ? ['others'] : []}
                    onChoose={() => setOthers(others === table ? undefined : table)}
                  />
                </section>
              )}
              {leftOut.count('left') > 0 && <ImportLeft importable={importable} file={file} rows={leftOut.rowsIn('left')} />}
              {doubtful > 0 && leftOut.count('wrong') === 0 && (
                <Doubtful count={doubtful} isSure={sure === rows} onSure={(isSure) => setSure(isSure ? rows : undefined)} />
              )}
              {late > 0 && <Late count={late} {...saving} />}
            </>
          )}
        </>
      )}
      <EarlierImports kind={kind} />
    </Page>
  )
}

/** Saving, with the reason that what comes after a lock asks for. */
function useSaving(importable: Importable, file: ImportFile) {
  const { saving: done, save, stop } = useImport(importable)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const begin = (rows: readonly FreshRow[], late: number) => {
    const lacks = late > 0 && reason.trim() === ''
    setMissing(lacks)
    if (lacks) document.getElementById('f-reason')?.focus()
    else if (file.state === 'open') void save(file.name, rows, reason.trim())
  }
  return { done, stop, reason, setReason, isMissing, save: begin }
}

interface BarProps {
  /** How many are written; undefined while nothing is. */
  done: number | undefined
  count: number
  onSave: () => void
  stop: () => void
}

function Bar({ done, count, onSave, stop }: BarProps) {
  const t = useWords()
  return (
    <>
      <button type="button" class="button primary" disabled={done !== undefined} onClick={onSave}>
        <Icon name="phone" />
        {done === undefined ? t('import.do', { count }) : t('import.doing-of', { done, count })}
      </button>
      {done !== undefined && (
        <button type="button" class="button" onClick={stop}>
          {t('import.stop')}
        </button>
      )}
    </>
  )
}

const FIRST = 3

function FirstRows({ importable: { kind }, rows }: { importable: Importable; rows: readonly FreshRow[] }) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <section class="card">
      <h2>{t('import.first-rows')}</h2>
      {rows.slice(0, FIRST).map(({ line, fields }) => (
        <div key={line}>
          <h3>
            {t('import.line')} {line}
          </h3>
          <Facts kind={kind} fields={fields} />
        </div>
      ))}
    </section>
  )
}

/** Rare numbers count only when the person says that they are so. */
function Doubtful({ count, isSure, onSure }: { count: number; isSure: boolean; onSure: (isSure: boolean) => void }) {
  const t = useWords()
  return (
    <section class="card wait">
      <p>{t('import.doubtful', { count })}</p>
      <button type="button" class="chip" aria-pressed={isSure} onClick={() => onSure(!isSure)}>
        {isSure && <Icon name="check" />}
        {t('import.doubtful-sure')}
      </button>
    </section>
  )
}

function Late({ count, reason, setReason, isMissing }: { count: number; reason: string; setReason: (reason: string) => void; isMissing: boolean }) {
  const t = useWords()
  return (
    <>
      <p class="card wait">{t('import.late', { count })}</p>
      <Reason isLocked reason={reason} isMissing={isMissing} onInput={setReason} />
    </>
  )
}

const accepted = '.xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function ModelButton({ importable: { kind, columns, model } }: { importable: Importable }) {
  const t = useWords()
  const { outlet } = useApp()
  return (
    <button type="button" class="button quiet" onClick={download}>
      <Icon name="file" />
      {t('import.template')}
    </button>
  )

  function download() {
    const cells = model(t)
    const rows = [columns.map(({ name }) => columnLabel(t, kind, name)), columns.map(({ name }) => cells[name])]
    outlet.download(`${t('import.template-name')}.csv`, new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }))
  }
}
