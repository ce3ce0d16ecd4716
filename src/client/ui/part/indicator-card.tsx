// One indicator of a plan: its sentence, its bar, and everything that has to stand beside a figure before somebody believes it.

import type { ComponentChildren } from 'preact'
import type { Reading, ReadingTarget } from '../../../programme/reading.ts'
import { tellsPercent } from '../../../programme/share.ts'
import { neededFor } from '../../../programme/target.ts'
import { toldOf } from '../../../programme/told.ts'
import { formatNumber } from '../../../text/format.ts'
import type { AdoptedIndicator } from '../adopted.ts'
import type { SilentPhones as Silent } from '../completeness.ts'
import { useApp, useWords } from '../context.ts'
import { sentenceOf, shareText, targetText } from '../reading-words.ts'
import { BulletBar } from './bullet-bar.tsx'
import { Icon } from './icon.tsx'
import { OrganisationCounts } from './organisation-counts.tsx'
import { ReadingNotes } from './reading-notes.tsx'
import { SilentPhones } from './silent-phones.tsx'
import './figure.css'
import './indicator-card.css'

interface IndicatorCardProps {
  indicator: AdoptedIndicator
  reading: Reading
  /** With what came after the lock that `reading` stands by, where that is another. */
  now?: Reading | undefined
  /** Where it opens into what makes it. */
  href?: string | undefined
  /** Among others of the same period, above which it is said that the period is not over. */
  brief?: boolean
  /** Phones that have not sent for long: then the figure is said as "at least". */
  silent?: Silent | undefined
  children?: ComponentChildren
}

export function IndicatorCard({ indicator, reading, now, href, brief = false, silent, children }: IndicatorCardProps) {
  const t = useWords()
  return (
    <section class="card indicator">
      <h2>{indicator.name}</h2>
      {reading.totals ? <OrganisationCounts reading={reading} /> : <Figure indicator={indicator} reading={reading} />}
      {now && <LockedNote indicator={indicator} now={now} />}
      <SilentPhones silent={silent} />
      <ReadingNotes reading={brief ? { ...reading, flags: reading.flags.filter((flag) => flag !== 'not-over') } : reading} />
      {children}
      {href !== undefined && (
        <a class="button no-print" href={href}>
          <Icon name="list" />
          {t('overview.open')} <span class="unseen">{indicator.name}</span>
        </a>
      )}
    </section>
  )
}

function LockedNote({ indicator: { definition }, now }: { indicator: AdoptedIndicator; now: Reading }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  return (
    <p class="line">
      <Icon name="lock" />
      <span>{t('indicator.locked', { now: sentenceOf(definition, now, t, language) })}</span>
    </p>
  )
}

function Figure({ indicator: { definition }, reading }: Pick<IndicatorCardProps, 'indicator' | 'reading'>) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { value, target } = reading
  const told = toldOf(reading)
  const sentence = sentenceOf(definition, reading, t, language)
  if (!told) {
    return (
      <>
        <p class="told-share">{sentence}</p>
        <BulletBar value={undefined} whole={1} met={undefined} sentence={sentence} />
        {'none' in value && <p>{t(`indicator.none.${value.none}`)}</p>}
        {target && <p>{t('overview.target', { target: targetText(target, t, language) })}</p>}
      </>
    )
  }
  const { numerator, denominator } = told
  return (
    <>
      <p class="told-share">{sentence}</p>
      <BulletBar value={numerator} whole={denominator} target={target && (target.threshold / 100) * denominator} met={target?.met} sentence={sentence} />
      {tellsPercent(denominator) && (
        <p class="indicator-share">
          <span class="figure">{shareText(told, language)}</span>
          <span>
            {formatNumber(numerator, language)} / {formatNumber(denominator, language)}
          </span>
        </p>
      )}
      {target && <Met target={target} numerator={numerator} denominator={denominator} />}
    </>
  )
}

function Met({ target, numerator, denominator }: { target: ReadingTarget; numerator: number; denominator: number }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const needed = neededFor(target, denominator)
  const said = numerator > needed ? 'overview.above' : numerator === needed ? 'overview.met' : 'overview.under'
  // More than all there are: what is doubted is no success, and the card says why.
  const isDoubted = numerator > denominator
  const isMet = target.met === true && !isDoubted
  return (
    <p class={isMet ? 'indicator-met' : 'indicator-under'}>
      <Icon name={isMet ? 'check' : 'alert'} />
      <span>
        {!isDoubted && <b>{t(said)}</b>} {t('overview.target', { target: targetText(target, t, language) })}
      </span>
    </p>
  )
}
