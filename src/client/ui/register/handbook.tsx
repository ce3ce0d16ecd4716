// The office's wording of the handbook: in place of one of the app's entries, which it then begins with, or a new one.

import { HotlineNumber } from '../part/hotline-number.tsx'
import { Later } from '../part/later.tsx'
import type { Register } from './register.ts'

const loadHandbook = () => import('../page/handbook.tsx')

export const handbookEntries: Register<'handbook-entry'> = {
  kind: 'handbook-entry',
  words: 'handbook',
  name: ({ data }) => data.title,
  about: ({ data }, say) => say.term('handbookSection', data.section),
  without: ({ section }) => (section === 'hotline' ? [] : ['number']),
  parts: {
    unit: () => null,
    entry: ({ fields }) => <Later key="entry" load={replaced} given={{ entry: fields['entry'] }} />,
    number: (form) => <HotlineNumber key="number" form={form} />,
  },
  starting: async ({ app, me, today, query }) => {
    const { entry } = query
    const shipped = entry === undefined ? {} : await (await loadHandbook()).officeStart(app, entry, today)
    return { unit: me.identity.scope.province, sourceDate: today, hidden: false, ...shipped }
  },
  back: ({ entry }) => (typeof entry === 'string' ? `/handbook/${entry}` : '/handbook'),
}

const replaced = () => loadHandbook().then(({ ReplacedEntry }) => ReplacedEntry)
