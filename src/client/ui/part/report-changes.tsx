// Figures that differ between two papers, one by one: what stood there, what stands there now.

import type { ChangedFigure } from '../../report/paper-changes.ts'
import { saidCell } from '../../report/said-cell.ts'
import { useApp, useWords } from '../context.ts'
import { Fold } from './fold.tsx'
import { TableRegion } from './table-region.tsx'
import './data-table.css'

interface ReportChangesProps {
  title: string
  changes: readonly ChangedFigure[]
  /** Over the two columns. */
  before: string
  after: string
}

export function ReportChanges({ title, changes, before, after }: ReportChangesProps) {
  const t = useWords()
  const { preferences } = useApp()
  const said = (cell: ChangedFigure['before']) => (cell ? saidCell(cell, preferences.language.value) : t('report.no-number'))
  return (
    <Fold title={title}>
      <TableRegion label={title}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t('overview.counted')}</th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${JSON.stringify(change.figure)} ${change.column}`}>
                <th scope="row">
                  {change.row}
                  <span class="hint"> {`${change.table}: ${change.column}`}</span>
                </th>
                <td>{said(change.before)}</td>
                <td>{said(change.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </Fold>
  )
}
