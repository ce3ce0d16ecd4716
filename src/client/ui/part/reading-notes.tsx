// What has to stand beside a figure: its flags in words, those it is aimed at above all, its sources, and what is missing where
// there is no number.

import type { Apart, Reading, Source } from '../../../programme/reading.ts'
import { tellsPercent } from '../../../programme/share.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { shareText } from '../reading-words.ts'

export function ReadingNotes({ reading }: { reading: Reading }) {
  const t = useWords()
  const { flags, sources, apart = [] } = reading
  return (
    <>
      {apart.length > 0 && (
        <dl class="figures">
          {apart.map((one) => (
            <ApartLine key={one.who} apart={one} />
          ))}
        </dl>
      )}
      {flags.length > 0 && (
        <ul class="indicator-flags">
          {flags.map((flag) => (
            <li key={flag}>{t(`indicator.flag.${flag}`)}</li>
          ))}
        </ul>
      )}
      <Sources sources={sources} />
    </>
  )
}

/** Most areas have a baseline for every commune: a long list is told by how many there are. */
const MOST_SOURCES = 4

function Sources({ sources }: { sources: readonly Source[] }) {
  const t = useWords()
  const said = sources.map(({ what, text = '', year = '' }) => t(`indicator.source.${what}`, { text, year }))
  const left = said.length - MOST_SOURCES
  return (
    <p class="hint">
      {said.slice(0, MOST_SOURCES).join(' ')}
      {left > 0 && ` ${t('overview.more-sources', { count: left })}`}
    </p>
  )
}

function ApartLine({ apart: { who, people, of, share } }: { apart: Apart }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const number = (value: number) => formatNumber(value, language)
  return (
    <div>
      <dt>
        {t(`indicator.apart.${who}`)} {people !== undefined && of === undefined && <span class="hint">{t('overview.apart-no-base')}</span>}
      </dt>
      <dd>
        {people === undefined ? t('coverage.not-asked') : of === undefined ? number(people) : `${number(people)} / ${number(of)}`}
        {people !== undefined &&
          of !== undefined &&
          share &&
          tellsPercent(of) &&
          ` (${shareText({ numerator: people, denominator: of, percent: share.percent }, language)})`}
      </dd>
    </div>
  )
}
