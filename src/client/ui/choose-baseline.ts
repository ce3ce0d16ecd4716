// The office says which of several sources counts, or that none is chosen any more; either can be taken back for a moment.

import { nextChoice } from '../../programme/baseline-sources.ts'
import { saveAll } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import { useApp, useWords } from './context.ts'
import { problemSentence } from './words.ts'

type Baseline = Shown<'baseline'>

export function useChooseBaseline() {
  const t = useWords()
  const { store, environment, units, toast, wakeSync } = useApp()
  const choose = (one: Baseline, among: readonly Baseline[]) =>
    put([{ baseline: one, chosen: nextChoice(among) }], t('baseline.choice-done', { source: one.data.source }))
  const unchoose = (among: readonly Baseline[]) =>
    put(
      among.filter(({ data }) => data.chosen !== undefined).map((baseline) => ({ baseline, chosen: undefined })),
      t('baseline.choice-ended'),
    )
  return { choose, unchoose }

  async function put(choices: readonly { baseline: Baseline; chosen: number | undefined }[], told: string): Promise<void> {
    const saved = await saveAll(
      store,
      environment,
      units.value.lookup,
      choices.map(({ baseline: { id, data }, chosen }) => {
        const { chosen: _before, ...fields } = data
        return { kind: 'baseline' as const, id, fields: chosen === undefined ? fields : { ...fields, chosen } }
      }),
    )
    if (!saved.ok) {
      toast.value = { text: saved.problem.problems.map((problem) => problemSentence(t, problem)).join(' ') }
      return
    }
    wakeSync()
    const before = choices.map(({ baseline }) => ({ baseline, chosen: baseline.data.chosen }))
    toast.value = { text: told, action: { label: t('action.undo'), run: () => void put(before, t('baseline.choice-undone')) } }
  }
}
