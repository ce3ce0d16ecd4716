// A set of material (tài liệu) that the office sends out, and a commune's receipt and deployment of it: CT1 needs both
// (003, I.2, Chỉ tiêu 1).

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { communeProblems, orderProblems, unitProblems } from './shared-rules.ts'
import { materialKinds } from './terms.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

export const material = defineKind({
  name: 'material',
  fields: {
    name: field(text(160), { as: 'text' }),
    materialKind: field(z.enum(materialKinds), { as: 'one', terms: 'materialKind', of: materialKinds }),
    unit: field(unitId, { as: 'unit', levels: ['province', 'commune'] }),
    issuedOn: field(civilDate, { as: 'date' }),
    organisation: field(id, { as: 'organisation' }),
  },
  home: (set) => set.unit,
  organisation: (set) => set.organisation,
  date: (set) => set.issuedOn,
  happened: ['issuedOn'],
  rules: (set, around) => unitProblems(set.unit, around),
})

export const materialReceipt = defineKind({
  name: 'material-receipt',
  fields: {
    material: field(id, { as: 'record', kind: 'material' }, { fixed: true }),
    unit: field(unitId, { as: 'unit', levels: ['commune'] }, { fixed: true }),
    receivedOn: field(civilDate, { as: 'date' }),
    deployedOn: field(z.optional(civilDate), { as: 'date' }),
    organisation: field(id, { as: 'organisation' }),
  },
  home: (receipt) => receipt.unit,
  organisation: (receipt) => receipt.organisation,
  date: (receipt) => receipt.receivedOn,
  happened: ['receivedOn', 'deployedOn'],
  rules: (receipt, around) => [...communeProblems(receipt.unit, around), ...orderProblems(receipt.receivedOn, receipt.deployedOn, ['deployedOn'])],
})
