// By which plan figures are shown, where there are several; and which plans this version of the app can't read.

import type { Plans } from '../adopted.ts'
import type { Asked } from '../asked-period.ts'
import { useWords } from '../context.ts'
import { Choice } from './choice.tsx'

export function PlanChoice({ plans: { adopted, unreadable }, asked }: { plans: Plans; asked: Asked }) {
  const t = useWords()
  return (
    <>
      {adopted.length > 1 ? (
        <section class="card">
          <h3>{t('overview.plan')}</h3>
          <Choice options={adopted.map(({ id, name }) => ({ value: id, label: name }))} chosen={[asked.plan.id]} onChoose={asked.choosePlan} />
        </section>
      ) : (
        <p class="hint">{asked.plan.name}</p>
      )}
      {unreadable.map((name) => (
        <p key={name} class="card wait">
          {t('overview.unreadable', { name })}
        </p>
      ))}
    </>
  )
}
