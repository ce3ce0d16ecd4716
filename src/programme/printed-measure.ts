// The counts of sessions and people that every report prints, whether there is a number for them or not.

export const sexes = ['female', 'male'] as const
export const ages = ['under-14', '14-15', '16-60', 'over-60'] as const
const others = ['minority', 'minority-female', 'first-time', 'first-time-14-60', 'first-time-14-60-female', 'first-time-under-16'] as const

/** A province counts an event of several communes once, and says beside it how many sessions that was. */
export const printedMeasures = (isProvince: boolean): string[] => [
  ...(isProvince ? ['events'] : []),
  'sessions',
  'attendance',
  ...sexes,
  ...ages,
  ...others,
  'estimated',
]
