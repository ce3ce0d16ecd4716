// What an adopted programme is about: its document, indicators with their targets, reports, hotlines and what is doubtful, in
// its own words.

import type { ComponentChildren } from 'preact'
import { isDate } from '../../../model/civil-date.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import type { Language, Translate } from '../../../text/translate.ts'
import { useApp, useWords } from '../context.ts'
import { documentOf, doubtsOf, hotlinesOf, indicatorName, indicatorsOf, type PackDue, type PackTarget, reportsOf } from '../pack-words.ts'
import { termName } from '../words.ts'

export function ProgrammeFacts({ pack }: { pack: Record<string, unknown> }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { number, date, issuer } = documentOf(pack)
  const told = [number, date === undefined ? undefined : dateText(date), issuer].filter(Boolean).join(' · ')
  return (
    <>
      {told && (
        <div>
          <h3>{t('programme.document')}</h3>
          <p>{told}</p>
        </div>
      )}
      <Facts title={t('programme.indicators')}>
        {indicatorsOf(pack).map(({ id, targets }) => (
          <Fact key={id} what={indicatorName(pack, id, language)} told={targets && targetsText(targets, t, language)} />
        ))}
      </Facts>
      <Facts title={t('programme.reports')}>
        {reportsOf(pack).map(({ id, name, due, said }) => (
          <Fact key={id} what={name[language]} told={dueText(due, t)} doubt={said?.doubt} />
        ))}
      </Facts>
      <Facts title={t('programme.hotlines')}>
        {hotlinesOf(pack).map(({ number: line, name, said }) => (
          <Fact key={`${line} ${name.vi}`} what={name[language]} told={line ?? t('programme.no-number')} doubt={said?.doubt} />
        ))}
      </Facts>
      <Facts title={t('programme.doubts')}>
        {doubtsOf(pack).map(({ what }) => (
          <Fact key={what.vi} what={what[language]} />
        ))}
      </Facts>
    </>
  )
}

function Facts({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul class="stack">{children}</ul>
    </div>
  )
}

/** Doubts stand in the plan in Vietnamese only. */
function Fact({ what, told, doubt }: { what: string; told?: string | undefined; doubt?: string | undefined }) {
  return (
    <li>
      {what}
      {told && (
        <>
          {': '}
          <b>{told}</b>
        </>
      )}
      {doubt && (
        <p class="hint" lang="vi">
          {doubt}
        </p>
      )}
    </li>
  )
}

function targetsText(targets: readonly PackTarget[], t: Translate, language: Language): string {
  if (targets.length === 0) return t('programme.counts-only')
  return targets.map((target) => targetText(target, t, language)).join('; ')
}

function targetText({ threshold, compare, by }: PackTarget, t: Translate, language: Language): string {
  if (threshold === undefined) return t('programme.office-sets')
  const said = { compare: termName(t, 'comparison', compare), threshold: formatNumber(threshold, language, Number.isInteger(threshold) ? 0 : 1) }
  return by === undefined ? t('programme.threshold', said) : t('programme.threshold-by', { ...said, date: dateText(by) })
}

/** A leap year has every day of every year. */
function dueText(due: PackDue, t: Translate): string {
  if (due === 'when asked') return t('programme.due-when-asked')
  if (typeof due === 'string') return t('programme.due-unclear')
  if ('beforeDate' in due) return t('programme.due-before', { date: dateText(due.beforeDate) })
  return t('programme.due-every-year', { day: dateText(`2024-${due.before}`).slice(0, 5) })
}

const dateText = (date: string): string => (isDate(date) ? formatDate(date) : date)
