// Names of communes before 1/7/2025, so that somebody who types the old one finds the new commune. The same old name in
// several districts gets as much of its old address as tells them apart: "Phường 12 (Gò Vấp)".

import { fold } from '../src/text/fold.ts'

export interface OldCommune {
  name: string
  district: string
  province: string
  /** Full name of the commune of today that took it in, whole or in part. */
  into: string
}

/** From today's communes to the old names in them, sorted. `old` holds those of one province of today, where names are unique. */
export function formerNames(old: readonly OldCommune[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const group of groupsByName(old)) {
    const address = addresses.find((tried) => isTold(group, tried)) ?? fullAddress
    for (const one of group) {
      // Equal but for where the tone mark stands (Thuỷ, Thủy): nothing that search would not find.
      if (fold(one.name) === fold(one.into)) continue
      const where = address(one)
      found.set(one.into, (found.get(one.into) ?? new Set()).add(where === '' ? one.name : `${one.name} (${where})`))
    }
  }
  return new Map([...found].map(([into, names]) => [into, [...names].sort()]))
}

type Address = (old: OldCommune) => string

const fullAddress: Address = ({ district, province }) => `${district}, ${province}`

/** From nothing to everything. */
const addresses: readonly Address[] = [
  () => '',
  ({ district }) => short(district),
  ({ district }) => district,
  ({ district, province }) => `${short(district)}, ${short(province)}`,
]

function groupsByName(old: readonly OldCommune[]): OldCommune[][] {
  const groups = new Map<string, OldCommune[]>()
  for (const one of old) groups.set(one.name, [...(groups.get(one.name) ?? []), one])
  return [...groups.values()]
}

/** Whether old communes of different districts come out different. */
function isTold(group: readonly OldCommune[], address: Address): boolean {
  const different = (by: Address) => new Set(group.map(by)).size
  return different(address) === different(fullAddress)
}

/** Without "Huyện", "Tỉnh" …; "Quận 10" stays, for "10" says nothing. */
function short(name: string): string {
  return /\d$/.test(name) ? name : name.replace(/^(Huyện|Thị xã|Thành phố|Quận|Tỉnh) /, '')
}
