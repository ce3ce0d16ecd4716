// What the office's wording begins with: what the app says, so that a number or a line is changed and the rest stays.

import type { Fields } from '../../../model/record.ts'
import { listRecords } from '../../store/read.ts'
import type { App } from '../context.ts'
import { loadShipped, withAdopted } from './shipped.ts'

/** Nothing of a shipped entry where there is none of that id, or its file can't be had now. */
export async function officeStart({ environment, store }: Pick<App, 'environment' | 'store'>, entry: string, today: string): Promise<Fields> {
  const programmes = await listRecords(store, 'programme')
  const packs = programmes.map(({ data }) => data.pack)
  const shipped = withAdopted(await loadShipped(environment).catch(() => []), packs).find(({ id }) => id === entry)
  if (!shipped) return { entry }
  const { section, title, body, number, source, sourceDate = today } = shipped
  return { entry, section, title: title.vi, body: body.vi.join('\n'), ...(number ? { number } : {}), source: source.vi, sourceDate }
}
