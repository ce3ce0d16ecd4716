// A list that is a set: of codes or ids. Each stands in it once, whatever a phone sends, older ones and others' too.

import * as z from 'zod/mini'

export const eachOnce = <S extends z.ZodMiniType<string>>(item: S, most: number, least = 0) =>
  z.array(item).check(
    z.overwrite((items) => [...new Set(items)]),
    z.minLength(least),
    z.maxLength(most),
  )
