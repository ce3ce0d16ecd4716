// The words that a report on paper is told in: those of the screens, its own, which no other screen loads, and the indicators'
// names as the plan has them.

import en from '../../text/paper-en.json' with { type: 'json' }
import vi from '../../text/paper-vi.json' with { type: 'json' }
import { addMoreWords } from '../../text/translate.ts'
import type { PaperWording } from '../report/report-about.ts'
import { figureName } from './figure-name.ts'
import { indicatorName } from './pack-words.ts'
import { targetText } from './reading-words.ts'
import type { Say } from './say.ts'

addMoreWords('vi', vi)
addMoreWords('en', en)

type Said = Pick<Say, 't' | 'language' | 'unit' | 'term' | 'record'>

/** `pack` as the adopted programme keeps it; none where the report is of no plan. */
export function paperWording(say: Said, pack: Record<string, unknown> | undefined): PaperWording {
  const { t, language, unit, term, record } = say
  return {
    t,
    language,
    unit,
    organisation: (id) => (id === '' ? t('overview.no-organisation') : record(id)),
    figure: (measure) => figureName(measure, say),
    term,
    indicator: (id) => indicatorName(pack, id, language),
    target: (target) => targetText(target, t, language),
  }
}
