// What can be done with a month: print it, send it on as a picture or a text, take its records as a file.

import { toCsv } from '../../../text/csv.ts'
import { recordTable } from '../../report/record-table.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { fileName } from '../file-name.ts'
import { monthCard } from '../month-card.ts'
import { monthText } from '../month-text.ts'
import { fieldLabel, termName, unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import type { MonthProps } from './month-paper.tsx'
import { SendByZalo } from './send-by-zalo.tsx'

export function MonthActions(props: MonthProps) {
  const t = useWords()
  const now = useNow()
  const { outlet, identity, units, store, preferences } = useApp()
  const organisations = useLive(() => listRecords(store, 'organisation'), [])
  const practice = identity.value?.scope.practice === true
  const said = { t, language: preferences.language.value, practice, now, lookup: units.value.lookup }
  const named = (ending: string) => fileName(unitName(props.commune, t), props.period.from, ending, practice)
  return (
    <section class="card no-print">
      <div class="line">
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t('month.print')}
        </button>
        <button type="button" class="button" onClick={download}>
          <Icon name="file" />
          {t('month.csv')}
        </button>
        <SendByZalo card={props.report.sessions.length > 0 ? monthCard(props, said) : undefined} text={monthText(props, said)} name={named('png')} />
      </div>
    </section>
  )

  function download() {
    const rows = recordTable('session', props.report.sessions, { heading: (path) => fieldLabel(t, 'session', path), say, yes: t('form.yes'), no: t('form.no') })
    const marked = practice ? rows.map((row, index) => [...row, t(index === 0 ? 'practice.column' : 'practice.mark')]) : rows
    outlet.download(named('csv'), new Blob([toCsv(marked)], { type: 'text/csv;charset=utf-8' }))
  }

  function say(stored: string, terms: string | undefined): string {
    if (terms) return termName(t, terms, stored)
    if (stored === 'counted' || stored === 'estimated') return t(`part.counts.${stored}`)
    const unit = units.value.lookup(stored)
    if (unit) return unitName(unit, t)
    return organisations?.find(({ id }) => id === stored)?.data.name ?? stored
  }
}
