// A village gets another name, is merged with others, is split or is no more, from a day on: what will be is read in a
// sentence before it is kept.

import { useEffect, useRef, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { addDays } from '../../../model/civil-date.ts'
import { villageTypes } from '../../../model/terms.ts'
import type { Unit } from '../../../model/unit.ts'
import { formatDate } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, listSessions } from '../../store/read.ts'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Choice } from '../part/choice.tsx'
import { DateInput } from '../part/date-field.tsx'
import { Field } from '../part/field.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { toggled } from '../part/toggled.ts'
import { editPath, listPath } from '../record-path.ts'
import { isVillageAct, type VillageAct } from '../village-act.ts'
import { type Draft, emptyDraft, type Fault, faultsOf, useKeepChange, villageChange } from '../village-changing.ts'
import { lastDayOf, sentenceOf, whatFollows } from '../village-sentence.ts'
import { termName, unitName } from '../words.ts'

export function VillageChangePage() {
  const t = useWords()
  const { params } = useRoute()
  const { id = '', act = '' } = params
  const { store } = useApp()
  const me = useMe()
  const found = useLive(async () => ({ record: await getRecord(store, id) }), [id])
  if (!found) return null
  const { record } = found
  const mayChange = record?.kind === 'unit' && !record.removed && me.may('edit', subjectOf('unit', record.data, record.author), 'told in the sentence')
  if (!mayChange || !isVillageAct(act)) {
    return (
      <Page title={t('village-act.title')} back={listPath('unit')}>
        <p class="card">{t(record ? 'problem.not-allowed' : 'record.missing')}</p>
      </Page>
    )
  }
  return <Changing key={`${id} ${act}`} id={id} act={act} />
}

function Changing({ id, act }: { id: string; act: VillageAct }) {
  const t = useWords()
  const { units } = useApp()
  const village = units.value.lookup(id)
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(act, village))
  /** How often she wanted to keep it. */
  const [attempt, setAttempt] = useState(0)
  const keep = useKeepChange()
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => alert.current?.focus(), [attempt])
  if (!village) return null
  const all = units.value.villagesOf(village.parent ?? '')
  const old = [village, ...all.filter((one) => draft.others.includes(one.id))]
  const faults = faultsOf(act, draft, old, all, (unit) => unitName(unit, t))
  const error = (at: Fault['at']) => faultText(attempt > 0 ? faults.find((one) => one.at === at) : undefined, t)
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const isWhole = faults.length === 0
  const isAsked = attempt > 0
  return (
    <Page
      title={t(`village-act.${act}`)}
      back={editPath('unit', id)}
      bar={
        <button type="button" class="button primary" onClick={submit}>
          <Icon name="phone" />
          {t('save.here')}
        </button>
      }
    >
      {isAsked && !isWhole && (
        <div class="card bad" role="alert" tabIndex={-1} ref={alert}>
          <h2>{t('form.to-mend', { count: faults.length })}</h2>
          <ul class="stack">
            {faults.map((fault) => (
              <li key={fault.at}>{faultText(fault, t)}</li>
            ))}
          </ul>
        </div>
      )}
      <section class="card fold-body">
        <h2>{unitName(village, t)}</h2>
        {act === 'merge' && <Others village={village} all={all} chosen={draft.others} error={error('others')} onChoose={(others) => set({ others })} />}
        {act !== 'end' && act !== 'stay' && <Names act={act} draft={draft} error={error} onChange={set} />}
        {act !== 'stay' && (
          <Field
            id="f-from"
            label={t(act === 'end' ? 'village-act.end-from' : 'village-act.from')}
            hint={t('village-act.from-hint')}
            error={error('from')}
            group
          >
            <DateInput id="f-from" label={t('village-act.from')} value={draft.from} error={error('from')} onChange={(from) => set({ from })} />
          </Field>
        )}
        {act !== 'end' && act !== 'stay' && <Type type={draft.type} onChoose={(type) => set({ type })} />}
      </section>
      <Preview act={act} draft={draft} old={old} isWhole={isWhole} />
    </Page>
  )

  function submit() {
    if (isWhole) void keep(villageChange(act, draft, old), sentenceOf(act, draft, old, t))
    else setAttempt(attempt + 1)
  }
}

interface OthersProps {
  village: Unit
  all: readonly Unit[]
  chosen: readonly string[]
  error: string | undefined
  onChoose: (others: string[]) => void
}

function Others({ village, all, chosen, error, onChoose }: OthersProps) {
  const t = useWords()
  const today = useToday()
  // What has ended, or is to end, goes into something already.
  const open = all.filter(({ id, validTo, validFrom }) => id !== village.id && validTo === undefined && validFrom <= today)
  return (
    <Field id="f-others" label={t('village-act.others')} error={error} group>
      {open.length === 0 && <p class="hint">{t('village-act.no-others')}</p>}
      <Choice
        options={open.map((one) => ({ value: one.id, label: unitName(one, t) }))}
        chosen={chosen}
        first={open.length}
        onChoose={(id) => onChoose(toggled([...chosen], id))}
      />
    </Field>
  )
}

interface NamesProps {
  act: VillageAct
  draft: Draft
  error: (at: Fault['at']) => string | undefined
  onChange: (more: Partial<Draft>) => void
}

function Names({ act, draft: { names }, error, onChange }: NamesProps) {
  const t = useWords()
  const isSplit = act === 'split'
  const put = (place: number, name: string) => onChange({ names: names.map((one, at) => (at === place ? name : one)) })
  return (
    <>
      {names.map((name, place) => {
        const id = `f-name-${place}`
        const wrong = error(`name-${place}`)
        return (
          <Field key={id} id={id} label={isSplit ? t('village-act.part', { n: place + 1 }) : t('village-act.name')} error={wrong}>
            <input
              id={id}
              class="input"
              type="text"
              autocomplete="off"
              maxLength={80}
              value={name}
              aria-invalid={wrong ? 'true' : undefined}
              aria-describedby={wrong ? `${id}-error` : undefined}
              onInput={(event) => put(place, event.currentTarget.value)}
            />
          </Field>
        )
      })}
      {isSplit && (
        <div class="line">
          <button type="button" class="button" onClick={() => onChange({ names: [...names, ''] })}>
            <Icon name="plus" />
            {t('village-act.more-parts')}
          </button>
          {names.length > 2 && (
            <button type="button" class="button quiet" onClick={() => onChange({ names: names.slice(0, -1) })}>
              {t('village-act.fewer-parts')}
            </button>
          )}
        </div>
      )}
    </>
  )
}

/** As a rule what the old one is: the others come on request. */
function Type({ type, onChoose }: { type: Draft['type']; onChoose: (type: Draft['type']) => void }) {
  const t = useWords()
  return (
    <Field id="f-type" label={t('field.unit.type')} group>
      <Choice
        options={villageTypes.map((code) => ({ value: code, label: termName(t, 'unitType', code) }))}
        chosen={[type]}
        first={0}
        onChoose={(code) => onChoose(villageTypes.find((one) => one === code) ?? type)}
      />
    </Field>
  )
}

interface PreviewProps {
  act: VillageAct
  draft: Draft
  old: readonly Unit[]
  isWhole: boolean
}

/** What will be, and what that does to figures; and sessions that are recorded already on days when the old ones are no more. */
function Preview({ act, draft, old, isWhole }: PreviewProps) {
  const t = useWords()
  const { store } = useApp()
  const { from } = draft
  const ids = old.map(({ id }) => id)
  const later = useLive(async () => (from === undefined || act === 'rename' || act === 'stay' ? [] : listSessions(store, { from })), [from, act])
  const late = later?.filter(({ data }) => ids.includes(data.unit)).length ?? 0
  return (
    <section class="card good" aria-live="polite">
      <h2>{t('village-act.preview')}</h2>
      {isWhole ? (
        <>
          <p>
            <b>{sentenceOf(act, draft, old, t)}</b>
          </p>
          {lastDayOf(act, draft, old, t) && <p>{lastDayOf(act, draft, old, t)}</p>}
          <p>{whatFollows(act, t)}</p>
          {late > 0 && <p>{t(act === 'merge' ? 'village-act.late-merged' : 'village-act.late', { count: late, date: formatDate(from ?? '') })}</p>}
        </>
      ) : (
        <p class="hint">{t('village-act.preview-first')}</p>
      )}
    </section>
  )
}

function faultText(fault: Fault | undefined, t: Translate): string | undefined {
  if (!fault) return undefined
  const { why, unit } = fault
  if (why === 'too early' && unit) return t('village-act.too-early', { name: unitName(unit, t), date: formatDate(addDays(unit.validFrom, 1)) })
  if (why === 'taken') return t('village-act.taken')
  return t(fault.at === 'from' ? 'village-act.no-date' : fault.at === 'others' ? 'village-act.no-others-chosen' : 'village-act.no-name')
}
