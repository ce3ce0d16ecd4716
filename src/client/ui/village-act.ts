// The ways in which villages change, as addresses name them.

const villageActs = ['rename', 'merge', 'split', 'end', 'stay'] as const
export type VillageAct = (typeof villageActs)[number]

export const villageActPath = (id: string, act: VillageAct): string => `/village/${id}/change/${act}`

export const isVillageAct = (act: string): act is VillageAct => villageActs.some((one) => one === act)
