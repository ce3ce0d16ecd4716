// Instead of figures whose days are not told yet, or can't be: why, and what may be done.

import { useWords } from '../context.ts'
import type { FiguresFor } from '../figures-for.ts'
import { useSpoken } from '../spoken.ts'
import { problemSentence } from '../words.ts'
import { Icon } from './icon.tsx'

export function ByDay({ problem, again }: Pick<FiguresFor, 'problem' | 'again'>) {
  const t = useWords()
  useSpoken(problem ? undefined : t('by-day.asking'))
  if (!problem) return <p class="card">{t('by-day.asking')}</p>
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="off" />
        {t('by-day.failed')}
      </h2>
      {problem.code !== 'no-connection' && <p>{problemSentence(t, problem)}</p>}
      <p>{t('by-day.why')}</p>
      <button type="button" class="button" onClick={again}>
        <Icon name="again" />
        {t('trouble.retry')}
      </button>
    </section>
  )
}
