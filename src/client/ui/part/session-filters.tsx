// One button for all filters of the sessions: it says how many are on, and beside it one tap clears them. What is on is also
// said in words, so that a short list is never taken for all there is.

import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { formatDate, formatNumber } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { countOf, datesOf, listStates, type PeriodChoice, periodChoices, type SessionFilter } from '../session-filter.ts'
import { sortedByName } from '../sorting.ts'
import { termName, unitName } from '../words.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { FilterIcon } from './filter-icon.tsx'
import { Icon } from './icon.tsx'
import { SpanInput } from './span-input.tsx'

interface SessionFiltersProps {
  /** All there are: what is offered. */
  sessions: readonly Shown<'session'>[]
  filter: SessionFilter
  /** How many pass. */
  found: number
  onChange: (filter: SessionFilter) => void
}

export function SessionFilters({ sessions, filter, found, onChange }: SessionFiltersProps) {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const count = countOf(filter)
  const language = useApp().preferences.language.value
  return (
    <>
      <div class="line no-print">
        <button ref={button} type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <FilterIcon />
          {count === 0 ? t('sessions.filter') : t('sessions.filter-on', { count })}
        </button>
        {count > 0 && (
          <button type="button" class="button quiet" onClick={clear}>
            <Icon name="close" />
            {t('sessions.filter-clear')}
          </button>
        )}
      </div>
      {open && (
        <Panel sessions={sessions} filter={filter} onChange={onChange}>
          <button type="button" class="button" onClick={close}>
            {t('sessions.filter-see', { count: formatNumber(found, language) })}
          </button>
        </Panel>
      )}
      {!open && count > 0 && <FilterWords filter={filter} />}
    </>
  )

  function close() {
    setOpen(false)
    button.current?.focus()
  }

  /** The button goes with what it cleared; whoever came by keyboard goes on from its neighbour. */
  function clear() {
    onChange({})
    button.current?.focus()
  }
}

interface PanelProps extends Omit<SessionFiltersProps, 'found'> {
  children: ComponentChildren
}

function Panel({ sessions, filter, onChange, children }: PanelProps) {
  const t = useWords()
  const { units } = useApp()
  const found = (codes: (session: Shown<'session'>) => string, name: (code: string) => string) =>
    sortedByName(
      [...new Set(sessions.map(codes))].map((value) => ({ value, label: name(value) })),
      ({ label }) => label,
    )
  const villages = found(
    ({ data }) => data.unit,
    (unit) => unitName(units.value.lookup(unit), t),
  )
  const forms = found(
    ({ data }) => data.form,
    (form) => termName(t, 'form', form),
  )
  const who = (['all', 'mine'] as const).map((one) => ({ value: one, label: t(`sessions.who-${one}`) }))
  const states = listStates.map((one) => ({ value: one, label: t(`sessions.state-${one}`) }))
  return (
    <section class="card no-print fold-body" aria-label={t('sessions.filter')}>
      <Field id="filter-period" label={t('sessions.filter-period')} group>
        <Period filter={filter} onChange={onChange} />
      </Field>
      {villages.length > 1 && one('village', villages)}
      {forms.length > 1 && one('form', forms)}
      {one('state', states)}
      <Field id="filter-who" label={t('sessions.filter-who')} group>
        <Choice options={who} chosen={[filter.mine ? 'mine' : 'all']} onChoose={(chosen) => onChange({ ...filter, mine: chosen === 'mine' || undefined })} />
      </Field>
      {children}
    </section>
  )

  /** Of one kind at most one at a time; a second tap takes it off. */
  function one(name: 'village' | 'form' | 'state', options: { value: string; label: string }[]) {
    const chosen = filter[name]
    return (
      <Field key={name} id={`filter-${name}`} label={t(`sessions.filter-${name}`)} group>
        <Choice options={options} chosen={chosen ? [chosen] : []} onChoose={(value) => onChange({ ...filter, [name]: value === chosen ? undefined : value })} />
      </Field>
    )
  }
}

function Period({ filter, onChange }: Pick<SessionFiltersProps, 'filter' | 'onChange'>) {
  const t = useWords()
  const { from, to, period: chosen, ...others } = filter
  const options = periodChoices.map((one) => ({ value: one, label: t(`sessions.period-${one}`) }))
  return (
    <>
      <Choice
        options={options}
        chosen={chosen ? [chosen] : []}
        // The options are those choices.
        onChoose={(value) => onChange(value === chosen ? others : { ...others, period: value as PeriodChoice })}
      />
      {chosen === 'dates' && (
        <SpanInput
          id="filter-dates"
          label={t('sessions.filter-period')}
          value={{ from, to }}
          error={undefined}
          onChange={(span) => onChange({ ...filter, ...span })}
        />
      )}
      {chosen && <Dates filter={filter} />}
    </>
  )
}

function Dates({ filter }: { filter: SessionFilter }) {
  const said = useDates(filter)
  return said === '' ? null : <p class="hint">{said}</p>
}

/** "từ 01/11/2026 đến 30/11/2026": which days a month or a quarter is, is the office's rule. */
function useDates(filter: SessionFilter): string {
  const t = useWords()
  const today = useToday()
  const { preferences } = useApp()
  const { from, to } = datesOf(filter, preferences.periodRule.value, today) ?? {}
  return [from && t('sessions.from-on', { date: formatDate(from) }), to && t('sessions.until', { date: formatDate(to) })].filter(Boolean).join(' ')
}

function FilterWords({ filter }: { filter: SessionFilter }) {
  const t = useWords()
  const dates = useDates(filter)
  const { units } = useApp()
  const { village, form, state, mine } = filter
  const said = [
    filter.period && periodWords(filter.period, dates, t),
    village && unitName(units.value.lookup(village), t),
    form && termName(t, 'form', form),
    state && t(`sessions.state-${state}`),
    mine && t('sessions.who-mine'),
  ]
  return <p>{said.filter(Boolean).join(' · ')}</p>
}

const periodWords = (period: PeriodChoice, dates: string, t: Translate): string => (period === 'dates' ? dates : `${t(`sessions.period-${period}`)} (${dates})`)
