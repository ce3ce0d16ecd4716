// What a programme is about, adopted or still to be: its document, indicators with their targets, reports, campaigns, hotlines,
// slogans and what is doubtful, in its own words.

import type { ComponentChildren } from 'preact'
import { useApp, useWords } from '../context.ts'
import { campaignText, dateText, dueText, type Saying, targetText } from '../pack-text.ts'
import { campaignsOf, documentOf, doubtsOf, hotlinesOf, indicatorName, indicatorsOf, type PackTarget, reportsOf, slogansOf } from '../pack-words.ts'

export function ProgrammeFacts({ pack }: { pack: Record<string, unknown> }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const saying: Saying = { t, language }
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
          <Fact key={id} what={indicatorName(pack, id, language)} told={targets && targetsText(targets, saying)} />
        ))}
      </Facts>
      <Facts title={t('programme.reports')}>
        {reportsOf(pack).map(({ id, name, due, said }) => (
          <Fact key={id} what={name[language]} told={dueText(due, saying)} doubt={said?.doubt} />
        ))}
      </Facts>
      <Facts title={t('programme.campaigns')}>
        {campaignsOf(pack).map(({ id, name, from, to, contextOnly, said }) => (
          <Fact
            key={id}
            what={name[language]}
            told={`${campaignText({ from, to }, saying)}${contextOnly ? ` (${t('programme.context-only')})` : ''}`}
            doubt={said?.doubt}
          />
        ))}
      </Facts>
      <Facts title={t('programme.hotlines')}>
        {hotlinesOf(pack).map(({ number: line, name, said }) => (
          <Fact key={`${line} ${name.vi}`} what={name[language]} told={line ?? t('programme.no-number')} doubt={said?.doubt} />
        ))}
      </Facts>
      <Facts title={t('programme.slogans')}>
        {slogansOf(pack).map(({ text }) => (
          <Fact key={text} what={text} />
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

const targetsText = (targets: readonly PackTarget[], saying: Saying): string =>
  targets.length === 0 ? saying.t('programme.counts-only') : targets.map((target) => targetText(target, saying)).join('; ')
