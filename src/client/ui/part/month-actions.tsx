// What can be done with a month: print it, copy or share it as a text, take its records as a file.

import { useState } from 'preact/hooks'
import { fold } from '../../../text/fold.ts'
import { toCsv } from '../../report/csv.ts'
import { recordTable } from '../../report/record-table.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { monthText } from '../month-text.ts'
import { fieldLabel, termName, unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import type { MonthProps } from './month-paper.tsx'

export function MonthActions(props: MonthProps) {
  const t = useWords()
  const now = useNow()
  const { outlet, toast, identity, units, store, preferences } = useApp()
  const organisations = useLive(() => listRecords(store, 'organisation'), [])
  const [shown, setShown] = useState(false)
  const practice = identity.value?.scope.practice === true
  const text = monthText(props, { t, language: preferences.language.value, practice, now, lookup: units.value.lookup })
  return (
    <section class="card no-print">
      <div class="line">
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t('month.print')}
        </button>
        <button type="button" class="button" onClick={() => void send()}>
          <Icon name={outlet.canShareText() ? 'share' : 'copy'} />
          {outlet.canShareText() ? t('month.share') : t('month.copy')}
        </button>
        <button type="button" class="button" onClick={download}>
          <Icon name="file" />
          {t('month.csv')}
        </button>
        <button type="button" class="button quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t('month.see-text')}
        </button>
      </div>
      {shown && <textarea class="input" readOnly rows={10} aria-label={t('month.see-text')} value={text} />}
    </section>
  )

  async function send() {
    if (outlet.canShareText()) return outlet.shareText(text)
    const copied = await outlet.copyText(text)
    toast.value = { text: t(copied ? 'month.copied' : 'month.not-copied') }
    if (!copied) setShown(true)
  }

  function download() {
    const rows = recordTable('session', props.report.sessions, { heading: (path) => fieldLabel(t, 'session', path), say, yes: t('form.yes'), no: t('form.no') })
    const marked = practice ? rows.map((row, index) => [...row, t(index === 0 ? 'practice.column' : 'practice.mark')]) : rows
    const name = `${practice ? 'dien-tap-' : ''}${fold(unitName(props.commune, t)).replaceAll(' ', '-')}-${props.period.from}.csv`
    outlet.download(name, new Blob([toCsv(marked)], { type: 'text/csv;charset=utf-8' }))
  }

  function say(stored: string, terms: string | undefined): string {
    if (terms) return termName(t, terms, stored)
    if (stored === 'counted' || stored === 'estimated') return t(`part.counts.${stored}`)
    const unit = units.value.lookup(stored)
    if (unit) return unitName(unit, t)
    return organisations?.find(({ id }) => id === stored)?.data.name ?? stored
  }
}
