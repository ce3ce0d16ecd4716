// A plan that is being adapted, as the parts of its screen see it: what it says now, what its document says, what is wrong.

import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Pack } from '../../programme/pack.ts'
import { isPackId, loadPack } from '../../programme/packs.ts'
import { useApp, useWords } from './context.ts'
import type { Form } from './form.ts'
import { packRows } from './pack-rows.ts'
import type { Saying } from './pack-text.ts'

export interface Adapting {
  form: Form
  plan: Pack
  /** As it came with the app; undefined for a plan that somebody wrote, and until it is read. */
  shipped: Pack | undefined
  saying: Saying
  /** What stands on a line of the document, and what stands there now. */
  said: (key: string) => { document: string | undefined; now: string | undefined }
  set: (next: Pack) => void
  errorAt: (...path: (string | number)[]) => string | undefined
}

/** The form holds a plan that this build can edit; what was typed since may be wrong in single values. */
export function useAdapting(form: Form): Adapting {
  const t = useWords()
  const language = useApp().preferences.language.value
  const plan = form.field('pack') as Pack
  const shipped = useShipped(plan.id)
  const saying = { t, language }
  const lines = (of: Pack | undefined) => new Map(of ? packRows(of, saying).map(({ key, text }) => [key, text]) : [])
  const documented = useMemo(() => lines(shipped), [shipped, language])
  const current = useMemo(() => lines(plan), [plan, language])
  return {
    form,
    plan,
    shipped,
    saying,
    said: (key) => ({ document: documented.get(key), now: current.get(key) }),
    set: (next) => form.set('pack', next),
    errorAt: (...path) => form.errorAt('pack', ...path.map(String)),
  }
}

function useShipped(id: string): Pack | undefined {
  const [shipped, setShipped] = useState<Pack | undefined>(undefined)
  useEffect(() => {
    // Without it nothing is marked; what is set can be set all the same.
    if (isPackId(id)) loadPack(id).then(setShipped, console.warn)
  }, [id])
  return shipped
}
