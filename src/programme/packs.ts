// The packs that come with the product. Each is a file of its own, fetched when it is asked for, so none is part of what a
// phone loads first.

import { type Pack, pack } from './pack.ts'

interface Shelved {
  id: string
  /** The pack's own, so that a list can be shown without fetching any. */
  name: { vi: string; en: string }
  load: () => Promise<{ default: unknown }>
}

export const packs = [
  {
    id: '2026-2030',
    name: { vi: 'Cả nước: phòng, chống mua bán người 2026–2030', en: 'The whole country: against human trafficking 2026–2030' },
    load: () => import('./pack/2026-2030.json', { with: { type: 'json' } }),
  },
  {
    id: '004-tuyen-quang',
    name: { vi: 'Tuyên Quang: công tác phòng, chống mua bán người năm 2024', en: 'Tuyên Quang: work against human trafficking in 2024' },
    load: () => import('./pack/004-tuyen-quang.json', { with: { type: 'json' } }),
  },
  {
    id: '003-thua-thien-hue',
    name: {
      vi: 'Thừa Thiên Huế: Đề án 1 “Truyền thông phòng, chống mua bán người” 2017–2020',
      en: 'Thừa Thiên Huế: project 1 “Communication against human trafficking” 2017–2020',
    },
    load: () => import('./pack/003-thua-thien-hue.json', { with: { type: 'json' } }),
  },
  {
    id: '002-hai-phong',
    name: { vi: 'Hải Phòng: Chương trình phòng, chống mua bán người 2016–2020', en: 'Hải Phòng: programme against human trafficking 2016–2020' },
    load: () => import('./pack/002-hai-phong.json', { with: { type: 'json' } }),
  },
  {
    id: '001-kon-tum',
    name: {
      vi: 'Kon Tum: hưởng ứng Ngày toàn dân phòng, chống mua bán người 30/7 năm 2021',
      en: 'Kon Tum: the national day against human trafficking, 30 July 2021',
    },
    load: () => import('./pack/001-kon-tum.json', { with: { type: 'json' } }),
  },
  {
    id: '000-hai-duong',
    name: {
      vi: 'Hải Dương: Chương trình phòng, chống mua bán người 2021–2025 của ngành văn hóa, thể thao và du lịch',
      en: 'Hải Dương: programme against human trafficking 2021–2025 of the culture, sports and tourism branch',
    },
    load: () => import('./pack/000-hai-duong.json', { with: { type: 'json' } }),
  },
] as const satisfies readonly Shelved[]

export type PackId = (typeof packs)[number]['id']

export const isPackId = (id: string): id is PackId => packs.some((one) => one.id === id)

/** Fails where the file can't be fetched; each of them fits the schema. */
export async function loadPack(id: PackId): Promise<Pack> {
  const shelved = packs.find((one) => one.id === id)
  if (!shelved) throw new Error(`There is no pack ${id}.`)
  return pack.parse((await shelved.load()).default)
}
