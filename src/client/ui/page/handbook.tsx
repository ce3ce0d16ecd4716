// The handbook's two screens: the list, and one entry. The office's form begins from here, too, so that all of the handbook
// is one chunk.

import { useRoute } from 'preact-iso'
import { HandbookEntry } from '../part/handbook-entry.tsx'
import { HandbookList } from '../part/handbook-list.tsx'

export { officeStart } from '../handbook/office-start.ts'
export { ReplacedEntry } from '../part/replaced-entry.tsx'

export function Handbook() {
  const { params } = useRoute()
  const { id } = params
  return id === undefined ? <HandbookList /> : <HandbookEntry id={id} />
}
