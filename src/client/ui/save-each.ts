// One form that becomes several records: one for each value of a field, saved all together or not at all.

import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { save, saveAll } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import { type App, todayIn } from './context.ts'
import type { ToSave } from './form.ts'

/** The first has the id that the draft has kept for it. */
export async function saveEach(
  app: App,
  kind: KindName,
  several: string,
  fields: Fields,
  { id, draft }: Pick<ToSave, 'id' | 'draft'>,
): Promise<Result<Shown, Problem[]>> {
  const { store, environment, units } = app
  const { lookup } = units.value
  const values: readonly unknown[] = Array.isArray(fields[several]) ? fields[several] : []
  const today = todayIn(app)
  const requests = values.map((value, place) => ({ kind, id: place === 0 ? id : environment.newId(), draft, fields: { ...fields, [several]: value }, today }))
  const [only, ...others] = requests
  // Without a value the form is told so like any other.
  if (!only || others.length === 0) return save(store, environment, lookup, only ?? { kind, id, draft, fields: { ...fields, [several]: undefined }, today })
  const saved = await saveAll(store, environment, lookup, requests)
  if (!saved.ok) return failed(saved.problem.problems)
  const [first] = saved.value
  if (!first) throw new Error('Several records were saved, and none came of it.')
  return ok(first)
}
