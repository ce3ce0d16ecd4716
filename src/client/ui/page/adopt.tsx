// Thêm chương trình: the office chooses one of the plans that come with the app, or a file of its own, reads what it brings and what
// is left to set, and adopts it for the province or for one commune.

import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Pack } from '../../../programme/pack.ts'
import { loadPack, packs } from '../../../programme/packs.ts'
import { useMe } from '../actor.ts'
import { useAdoption } from '../adoption.ts'
import { useApp, useWords } from '../context.ts'
import { toSet } from '../pack-to-set.ts'
import { AdoptForm } from '../part/adopt-form.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { PlanFile } from '../part/plan-file.tsx'
import { PlanList } from '../part/plan-list.tsx'
import { ProgrammeFacts } from '../part/programme-facts.tsx'
import { ToSetCard } from '../part/to-set-card.tsx'
import { listPath, newPath } from '../record-path.ts'

const list = listPath('programme')
const choosing = newPath('programme')

export function Adopt() {
  const t = useWords()
  const { pack: asked } = useRoute().query
  const { mayMake } = useMe()
  const { plans, isFailed } = useShippedPlans()
  const [own, setOwn] = useState<Pack | undefined>(undefined)
  const chosen = own ?? plans?.find(({ id }) => id === asked)
  if (!mayMake('programme')) {
    return (
      <Page title={t('programme.add')} back={list}>
        <p class="card">{t('problem.not-allowed')}</p>
      </Page>
    )
  }
  if (chosen) return <Preview key={chosen.id} plan={chosen} onOther={own && (() => setOwn(undefined))} />
  return (
    <Page title={t('programme.add')} back={list}>
      <p>{t('adopt.choose')}</p>
      {isFailed && <p class="card bad">{t('adopt.not-loaded')}</p>}
      {plans && <PlanList plans={plans} />}
      <PlanFile onRead={setOwn} />
    </Page>
  )
}

/** They lie on the phone with the app; all of them are small. */
function useShippedPlans() {
  const [plans, setPlans] = useState<readonly Pack[] | undefined>(undefined)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    Promise.all(packs.map(({ id }) => loadPack(id))).then(setPlans, (cause) => {
      console.warn(cause)
      setFailed(true)
    })
  }, [])
  return { plans, isFailed }
}

/** `onOther`: away from a plan that came out of a file. */
function Preview({ plan, onOther }: { plan: Pack; onOther: (() => void) | undefined }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const adoption = useAdoption(plan)
  const bar = adoption.isReady && (
    <button type="button" class="button primary" onClick={() => void adoption.submit()}>
      <Icon name="check" />
      {t('adopt.do')}
    </button>
  )
  return (
    <Page title={plan.name[language]} back={onOther ? list : choosing} bar={bar}>
      {onOther && (
        <button type="button" class="button quiet start" onClick={onOther}>
          {t('adopt.other')}
        </button>
      )}
      <ToSetCard toSet={toSet(plan, language)} />
      <AdoptForm plan={plan} adoption={adoption} />
      <section class="card">
        <h2>{t('adopt.brings')}</h2>
        <ProgrammeFacts pack={plan} />
      </section>
    </Page>
  )
}
