// A file of somebody's becomes records: chosen, its columns named, every line seen before anything is kept; all of it or
// nothing, and to be taken back as a whole.

import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { KindName } from '../../../model/registry.ts'
import { toCsv } from '../../../text/csv.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { useImport, useImportFile } from '../import-file.ts'
import { columnWord, type Importable, importables, missingColumns, type Told } from '../importing.ts'
import { EarlierImports } from '../part/earlier-imports.tsx'
import { FileButton } from '../part/file-button.tsx'
import { Icon } from '../part/icon.tsx'
import { ImportColumns } from '../part/import-columns.tsx'
import { ImportPreview } from '../part/import-preview.tsx'
import { Page } from '../part/page.tsx'
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
  const { mayMake } = useMe()
  const { kind, title } = importable
  const [told, setTold] = useState<Told>(importable.told)
  const file = useImportFile(importable, told)
  const { isSaving, save } = useImport(importable)
  useSpoken(file.state === 'reading' ? t('import.reading') : undefined)
  if (!mayMake(kind)) return <NotImportable />
  const fresh = file.state === 'read' ? file.rows.flatMap((row) => (row.as === 'new' ? [row] : [])) : []
  const isWhole = file.state === 'read' && missingColumns(importable, file.head).length === 0 && file.rows.every(({ as }) => as !== 'wrong')
  const bar = file.state === 'read' && isWhole && fresh.length > 0 && (
    <button type="button" class="button primary" disabled={isSaving} onClick={() => void save(file.name, fresh)}>
      <Icon name="phone" />
      {isSaving ? t('import.doing') : t('import.do', { count: fresh.length })}
    </button>
  )
  return (
    <Page title={t(title)} back={listPath(kind)} bar={bar}>
      <section class="card">
        <p>{t('import.about')}</p>
        <FileButton label={t(file.state === 'none' ? 'import.choose' : 'import.choose-other')} accept={accepted} onFile={file.take} />
        <ModelButton importable={importable} />
        {file.state === 'reading' && <p>{t('import.reading')}</p>}
      </section>
      {file.state === 'faulty' && (
        <p class="card bad">
          <Icon name="alert" /> {t(`import.file.${file.fault}`)}
        </p>
      )}
      {file.state === 'read' && (
        <>
          <ImportColumns importable={importable} lines={file.lines} head={file.head} onHead={file.setHead} told={told} onTold={setTold} />
          {missingColumns(importable, file.head).length === 0 && <ImportPreview kind={kind} rows={file.rows} />}
        </>
      )}
      <EarlierImports kind={kind} />
    </Page>
  )
}

const accepted = '.xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function ModelButton({ importable: { columns, model } }: { importable: Importable }) {
  const t = useWords()
  const { outlet } = useApp()
  return (
    <button type="button" class="button quiet" onClick={download}>
      <Icon name="file" />
      {t('import.template')}
    </button>
  )

  function download() {
    const rows = [columns.map(({ name }) => t(columnWord(name))), model]
    outlet.download(`${t('import.template-name')}.csv`, new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }))
  }
}
