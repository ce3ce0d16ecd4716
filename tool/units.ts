// Makes the files of official units that the build emits, one a province, from a package of the registry put right.
// The same package gives the same bytes. It must not be imported by anything under src.

import type { communeTypes } from '../src/model/terms.ts'
import { type UnitFile, unitFile } from '../src/protocol/units.ts'
import { type AddressPackage, readAddressPackage } from './address-package.ts'
import { formerNames } from './former-names.ts'
import { citiesSince2026, codeChanges, kindChanges, olderProvinceNames } from './unit-corrections.ts'

type CommuneType = (typeof communeTypes)[number]
type Commune = UnitFile['communes'][number]

const typeWords: Record<CommuneType, string> = { xa: 'Xã', phuong: 'Phường', 'dac-khu': 'Đặc khu' }

/** 34 files: the province's two digits, and the text of units/NN.json (src/protocol/units.ts). Throws where the package is not what it was. */
export function compactUnits(): { code: string; json: string }[] {
  const address = readAddressPackage()
  return address.provinces
    .map((province) => ({ code: province.province_code, json: JSON.stringify(unitFile.parse(provinceFile(province, address))) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

function provinceFile(province: AddressPackage['provinces'][number], { wards, mappings }: AddressPackage): UnitFile {
  const code = province.province_code
  const cities = province.name.startsWith('Thành phố ') || citiesSince2026.has(code)
  const name = province.name.replace(/^Thành phố /, '')
  const fullName = `${cities ? 'Thành phố' : 'Tỉnh'} ${name}`
  const old = mappings.flatMap((row) => {
    const { old_ward_name, old_district_name, old_province_name } = row
    if (row.new_province_name !== province.name || old_ward_name === null || old_district_name === null || old_province_name === null) return []
    return [{ name: old_ward_name, district: old_district_name, province: old_province_name, into: row.new_ward_name }]
  })
  // By name, not by code: hundreds of the package's mappings carry codes of other places; names are unique in a province.
  const former = formerNames(old)
  const oldProvinces = [...(olderProvinceNames[code] ?? []), ...old.map((one) => one.province)].filter((one) => one !== fullName)
  const communes = wards.filter((ward) => ward.province_code === code).map((ward) => commune(ward.ward_code, ward.name, former.get(ward.name) ?? []))
  return {
    code,
    type: cities ? 'thanh-pho' : 'tinh',
    name,
    formerNames: [...new Set(oldProvinces)].sort(),
    communes: communes.sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}

function commune(packageCode: string, fullName: string, former: readonly string[]): Commune {
  const code = codeChanges[packageCode] ?? packageCode
  const [was, word] = communeType(fullName)
  const type = kindChanges[code] ?? was
  const name = fullName.slice(word.length + 1)
  return [code, type, name, type === was ? [...former] : [...new Set([fullName, ...former])]]
}

function communeType(fullName: string): [CommuneType, string] {
  const found = (Object.entries(typeWords) as [CommuneType, string][]).find(([, word]) => fullName.startsWith(`${word} `))
  if (!found) throw new Error(`The packaged list of units has a commune of no known kind: ${fullName}`)
  return found
}
