// Several documents say who lives in one place in one year: all stay in sight, and the office says which one counts.

import { compareNames } from '../../../model/name-order.ts'
import { FAR_APART, peopleIn, type Sources, sourcesByYear } from '../../../programme/baseline-sources.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { useChooseBaseline } from '../choose-baseline.ts'
import { useApp, useWords } from '../context.ts'
import { type Say, useSay } from '../say.ts'
import { fieldLabel } from '../words.ts'
import { Fold } from './fold.tsx'
import { Icon } from './icon.tsx'
import './quiet-list.css'
import './rows.css'

type Several = Sources<Shown<'baseline'>>

/** On the list: places with several sources, those far apart first and opened. */
export function SourcesByYear({ records, say }: { records: readonly Shown<'baseline'>[]; say: Say }) {
  const t = useWords()
  const { mayMake } = useMe()
  const mayChoose = mayMake('baseline')
  const all = sourcesByYear(records)
  if (all.length === 0) return null
  const far = all.filter(({ apart }) => apart)
  const named = (one: Several) => `${say.unit(one.unit)} · ${one.year}`
  const sorted = [...all].sort((a, b) => Number(b.apart !== undefined) - Number(a.apart !== undefined) || compareNames(named(a), named(b)))
  return (
    <section class="stack">
      <h2>{t('baseline.several')}</h2>
      {far.length > 0 && <p class="card bad">{t(mayChoose ? 'baseline.far-apart' : 'baseline.far-apart-told', { count: far.length, percent: FAR_APART })}</p>}
      {sorted.map((one) => (
        <Fold key={named(one)} title={named(one)} about={about(one, say)} open={sorted.length === 1}>
          <SourceRows several={one} say={say} />
        </Fold>
      ))}
    </section>
  )
}

/** On the form of one of them. */
export function SourcesOf({ record }: { record: Shown<'baseline'> }) {
  const t = useWords()
  const say = useSay()
  const { store } = useApp()
  const all = useLive(() => listRecords(store, 'baseline'), [])
  const several = all && sourcesByYear(all).find(({ unit, year }) => unit === record.data.unit && year === record.data.year)
  if (!several || !say) return null
  return (
    <section class="card stack">
      <h2>{t('baseline.several-here', { year: several.year })}</h2>
      <p class="hint">{about(several, say)}</p>
      <SourceRows several={several} say={say} />
    </section>
  )
}

/** "3 nguồn · Nam 14–60 tuổi: từ 900 đến 1.200" */
function about({ held, apart }: Several, say: Say): string {
  const count = say.t('baseline.sources', { count: held.length })
  if (!apart) return `${count} · ${say.t('baseline.near', { percent: FAR_APART })}`
  const who = fieldLabel(say.t, 'baseline', apart.of === 'households' ? ['households'] : ['people', apart.of])
  return `${count} · ${say.t('baseline.apart', { who, least: say.number(apart.least), most: say.number(apart.most), percent: FAR_APART })}`
}

function SourceRows({ several: { held }, say }: { several: Several; say: Say }) {
  const t = useWords()
  const me = useMe()
  const { choose, unchoose } = useChooseBaseline()
  const [used] = held
  const isChosen = used?.data.chosen !== undefined
  const mayChoose = held.every((one) => !one.readOnly && me.may('edit', subjectOf('baseline', one.data, one.author)))
  return (
    <>
      <ul class="rows">
        {held.map((one) => (
          <li key={one.id} class="quiet-unit">
            <p class="row-main">{t('baseline.about', { count: say.number(one.data.people.total), source: one.data.source })}</p>
            <p class="hint">{parts(one)}</p>
            {one === used ? (
              <span class="badge good">
                <Icon name="check" />
                {t(isChosen ? 'baseline.chosen' : 'baseline.used')}
              </span>
            ) : (
              mayChoose && (
                <button type="button" class="button" onClick={() => void choose(one, held)}>
                  {t('baseline.choose')} <span class="unseen">{one.data.source}</span>
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      <p class="hint">{t(isChosen ? 'baseline.chosen-why' : 'baseline.used-why')}</p>
      {mayChoose && used && (
        <div class="line">
          {isChosen ? (
            <button type="button" class="button quiet" onClick={() => void unchoose(held)}>
              {t('baseline.unchoose')}
            </button>
          ) : (
            <button type="button" class="button" onClick={() => void choose(used, held)}>
              {t('baseline.choose-used')}
            </button>
          )}
        </div>
      )}
    </>
  )

  function parts({ data }: Shown<'baseline'>): string {
    const named = (['from14to60', 'female14to60', 'under16', 'households'] as const).flatMap((of) => {
      const value = peopleIn(data, of)
      return value === undefined ? [] : `${fieldLabel(t, 'baseline', of === 'households' ? [of] : ['people', of])}: ${say.number(value)}`
    })
    return named.join(' · ')
  }
}
