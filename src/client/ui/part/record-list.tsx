// Records of any kinds as rows, a few at first and more on a tap.

import { useState } from 'preact/hooks'
import type { Shown } from '../../store/shown.ts'
import type { Say } from '../say.ts'
import { MoreButton } from './more-button.tsx'
import { RecordRow } from './record-row.tsx'
import './rows.css'

const STEP = 30

export function RecordList({ records, say }: { records: readonly Shown[]; say: Say }) {
  const [most, setMost] = useState(STEP)
  return (
    <>
      <ul class="rows">
        {records.slice(0, most).map((record) => (
          <li key={record.id}>
            <RecordRow record={record} say={say} />
          </li>
        ))}
      </ul>
      <MoreButton left={records.length - most} onMore={() => setMost(most + STEP)} />
    </>
  )
}
