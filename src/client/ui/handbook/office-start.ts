// What the office's wording begins with: what the app says, so that a number or a line is changed and the rest stays.

import type { Fields } from '../../../model/record.ts'
import type { Environment } from '../../environment.ts'
import { loadShipped } from './shipped.ts'

/** Nothing of a shipped entry where there is none of that id, or its file can't be had now. */
export async function officeStart(environment: Environment, entry: string, today: string): Promise<Fields> {
  const shipped = (await loadShipped(environment).catch(() => [])).find(({ id }) => id === entry)
  if (!shipped) return { entry }
  const { section, title, body, number, source, sourceDate = today } = shipped
  return { entry, section, title: title.vi, body: body.vi.join('\n'), ...(number ? { number } : {}), source: source.vi, sourceDate }
}
