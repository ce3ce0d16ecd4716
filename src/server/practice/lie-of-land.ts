// What the practice province knows of the communes of Huế: which lie in the mountains, and which one is shown.

import type { Unit } from '../../model/unit.ts'

/** Official codes → languages spoken beside Vietnamese. */
const mountains: Readonly<Record<string, readonly string[]>> = {
  '20035': ['kinh', 'co-tu'],
  '20044': ['kinh', 'pa-co', 'ta-oi'],
  '20050': ['kinh', 'co-tu', 'ta-oi'],
  '20056': ['kinh', 'pa-co', 'ta-oi'],
  '20071': ['kinh', 'pa-co', 'co-tu'],
  '20101': ['kinh', 'ta-oi', 'co-tu'],
  '20161': ['kinh', 'co-tu'],
  '20179': ['kinh', 'co-tu'],
  '20182': ['kinh', 'co-tu'],
}

export const languagesIn = (commune: Unit): readonly string[] => mountains[commune.code ?? ''] ?? ['kinh']

export const isMountain = (commune: Unit): boolean => languagesIn(commune).length > 1

/** The commune whose collaborator and official can be tried: A Lưới 1, else one in the mountains, else the first. */
export function shownCommune(communes: readonly Unit[]): Unit {
  const shown = communes.find(({ name }) => name === 'A Lưới 1') ?? communes.find(isMountain) ?? communes[0]
  if (!shown) throw new Error('A practice province needs communes')
  return shown
}

const typeWords: Partial<Record<Unit['type'], string>> = { tinh: 'tỉnh', 'thanh-pho': 'thành phố', xa: 'xã', phuong: 'phường', 'dac-khu': 'đặc khu' }

/** "xã A Lưới 1", "thành phố Huế" */
export const named = (unit: Unit): string => `${typeWords[unit.type] ?? ''} ${unit.name}`.trim()
