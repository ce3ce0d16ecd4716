// Names of files that leave the phone: letters that every system and messenger takes, and the day they are about.

import { fold } from '../../text/fold.ts'

/** "dien-tap-xa-a-luoi-1-2026-11-01.csv" */
export const fileName = (about: string, date: string, ending: string, practice: boolean): string => `${fileStem(about, date, practice)}.${ending}`

/** Without its ending. */
export const fileStem = (about: string, date: string, practice: boolean): string =>
  `${practice ? 'dien-tap-' : ''}${fold(about).replace(/[^a-z0-9]+/g, '-')}-${date}`
