// Who writes a report, as it stands above and below it. Entered once, offered again with the next one.

import type { ReportHead } from '../../../model/report.ts'
import { reportLooks } from '../../../model/terms.ts'
import { useWords } from '../context.ts'
import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { Fold } from './fold.tsx'

interface ReportHeadFieldsProps {
  head: ReportHead
  onChange: (head: ReportHead) => void
}

const lines = ['above', 'issuer', 'sign', 'place', 'capacity', 'office'] as const
const mustBe: readonly string[] = ['issuer', 'place']

export function ReportHeadFields({ head, onChange }: ReportHeadFieldsProps) {
  const t = useWords()
  const isOpen = head.issuer.trim() === '' || head.place.trim() === ''
  return (
    <Fold title={t('report.head')} about={[head.issuer, t(`term.reportLook.${head.look}`)].filter(Boolean).join(' · ')} open={isOpen}>
      <Field id="f-head-look" label={t('report.head.look')} group>
        <Choice
          options={reportLooks.map((look) => ({ value: look, label: t(`term.reportLook.${look}`) }))}
          chosen={[head.look]}
          onChoose={(look) => onChange({ ...head, look: look === 'union' ? 'union' : 'state' })}
        />
      </Field>
      {lines.map((name) => (
        <Field key={name} id={`f-head-${name}`} label={t(`report.head.${name}`)} hint={t(`report.head.${name}-hint`)} optional={!mustBe.includes(name)}>
          <input
            id={`f-head-${name}`}
            class="input"
            type="text"
            maxLength={name === 'place' ? 120 : 200}
            value={head[name] ?? ''}
            onInput={(event) => onChange({ ...head, [name]: event.currentTarget.value })}
          />
        </Field>
      ))}
    </Fold>
  )
}
