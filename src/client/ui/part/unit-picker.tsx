// Choosing a place: the villages used last as buttons, all others by search without marks; old names are found too.

import { useMemo, useState } from 'preact/hooks'
import type { Unit, UnitLevel } from '../../../model/unit.ts'
import { fold, matches } from '../../../text/fold.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import './field.css'
import './unit-picker.css'

interface UnitPickerProps {
  id: string
  value: string | undefined
  levels: readonly UnitLevel[]
  /** Ids used lately, newest first: offered before all others. */
  recent?: readonly string[]
  /** The civil date that it is about: villages of that day are offered; today's where there is none. */
  on?: string | undefined
  /** Not offered: they were chosen elsewhere on the screen. */
  without?: readonly unknown[]
  onChoose: (id: string) => void
}

const FIRST = 4
const MOST_SHOWN = 60

export function UnitPicker({ id, value, levels, recent = [], on, without, onChoose }: UnitPickerProps) {
  const t = useWords()
  const { units } = useApp()
  const offered = useCandidates(levels, on)
  const candidates = without ? offered.filter(({ id: one }) => !without.includes(one)) : offered
  // What was chosen stays in sight, also where it does not hold on that day.
  const chosen = candidates.some((unit) => unit.id === value) ? undefined : units.value.lookup(value ?? '')
  const [open, setOpen] = useState(false)
  const quick = [...(chosen ? [chosen] : []), ...quickChoices(candidates, recent, value)]
  const isAll = quick.length >= candidates.length
  return (
    <div class="unit-picker">
      <div class="chips">
        {quick.map((unit) => (
          <button key={unit.id} type="button" class="chip" aria-pressed={unit.id === value} onClick={() => choose(unit.id)}>
            {unit.id === value && <Icon name="check" />}
            {unitName(unit, t)}
          </button>
        ))}
        {!isAll && (
          <button type="button" class="chip" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('unit.other')}
          </button>
        )}
      </div>
      {open && <Search id={id} candidates={candidates} value={value} onChoose={choose} />}
      {candidates.length === 0 && <p class="hint">{units.value.communes.length === 0 ? t('unit.none-loaded') : t('unit.none')}</p>}
    </div>
  )

  function choose(chosen: string) {
    setOpen(false)
    onChoose(chosen)
  }
}

function Search({ id, candidates, value, onChoose }: { id: string; candidates: readonly Unit[]; value: string | undefined; onChoose: (id: string) => void }) {
  const t = useWords()
  const { units } = useApp()
  const [query, setQuery] = useState('')
  const searchable = useMemo(
    () => candidates.map((unit) => ({ unit, folded: fold([unitName(unit, t), ...(unit.formerNames ?? [])].join(' ')) })),
    [candidates, t],
  )
  const found = searchable.filter(({ folded }) => matches(folded, query))
  return (
    <div class="unit-search">
      <label class="unseen" for={`${id}-search`}>
        {t('unit.search')}
      </label>
      <input
        id={`${id}-search`}
        class="input"
        type="search"
        value={query}
        placeholder={t('unit.search')}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <ul class="unit-list">
        {found.slice(0, MOST_SHOWN).map(({ unit }) => (
          <li key={unit.id}>
            <button type="button" class="unit-choice" aria-pressed={unit.id === value} onClick={() => onChoose(unit.id)}>
              <span>{unitName(unit, t)}</span>
              {unit.level === 'village' && <span class="hint">{unitName(units.value.lookup(unit.parent ?? ''), t)}</span>}
              <FormerName unit={unit} query={query} />
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="hint">{t('unit.not-found', { query })}</p>}
      {found.length > MOST_SHOWN && <p class="hint">{t('unit.narrow', { count: found.length - MOST_SHOWN })}</p>}
    </div>
  )
}

/** Says by which old name a unit was found, so that the hit is understood. */
function FormerName({ unit, query }: { unit: Unit; query: string }) {
  const t = useWords()
  if (query.trim() === '' || matches(fold(unit.name), query)) return null
  const old = unit.formerNames?.find((name) => matches(fold(name), query))
  return old ? <span class="hint">{t('unit.formerly', { name: old })}</span> : null
}

function useCandidates(levels: readonly UnitLevel[], on: string | undefined): Unit[] {
  const { units } = useApp()
  const { commune, identity } = useMe()
  const today = useToday()
  const book = units.value
  return useMemo(() => {
    const communes = commune ? [commune] : book.communes
    const province = book.lookup(identity.scope.province)
    const villages = levels.includes('village') ? communes.flatMap((unit) => book.villagesOf(unit.id, on ?? today)) : []
    const above = !commune && levels.includes('province') && province ? [province] : []
    const ofThese = levels.includes('commune') ? communes : []
    // Above communes nearly all is about the province or a commune: its villages come last, or they would bury the rest.
    return commune ? [...villages, ...ofThese] : [...above, ...ofThese, ...villages]
  }, [book, commune, identity, levels, on, today])
}

/** Those used lately, then the first of the list: a handful. The chosen one is among them, and none moves under the finger. */
function quickChoices(candidates: readonly Unit[], recent: readonly string[], value: string | undefined): Unit[] {
  if (candidates.length <= FIRST + 2) return [...candidates]
  const known = [...new Set(recent)].flatMap((id) => candidates.find((unit) => unit.id === id) ?? []).slice(0, FIRST)
  const quick = [...known, ...candidates.filter((unit) => !known.includes(unit)).slice(0, FIRST - known.length)]
  return [...quick, ...candidates.filter((unit) => unit.id === value && !quick.includes(unit))]
}
