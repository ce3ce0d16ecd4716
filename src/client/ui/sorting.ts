// Lists by name, in Vietnamese order.

import { compareNames } from '../../model/name-order.ts'

export const sortedByName = <T>(items: readonly T[], name: (item: T) => string): T[] => [...items].sort((a, b) => compareNames(name(a), name(b)))
