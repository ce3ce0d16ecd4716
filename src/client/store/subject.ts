// What permissions are asked about, for a record of any kind.

import type { Subject } from '../../model/permission.ts'
import type { Fields } from '../../model/record.ts'
import { type KindName, kindNamed } from '../../model/registry.ts'

/** The fields must have the shape of the kind. */
export function subjectOf(kindName: KindName, fields: Fields, author: string): Subject {
  const kind = kindNamed(kindName)
  return { kind: kindName, unit: kind.home(fields as never), author, organisation: kind.organisation?.(fields as never) }
}
