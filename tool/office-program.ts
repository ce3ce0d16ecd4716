// LibreOffice and Poppler, where this machine has them: what a Word or Excel file of ours looks like to a program that is not ours.

import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is missing, as one plain sentence; undefined where all is there. */
export function officeMissing(): string | undefined {
  const missing = ['soffice', 'pdftoppm', 'pdftotext'].filter((program) => !isThere(program))
  const packages = 'libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation2'
  return missing.length === 0 ? undefined : `${missing.join(', ')} can't be run. On Debian: apt-get install --no-install-recommends ${packages}`
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, [program === 'soffice' ? '--version' : '-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** All of them in one start of the program, which takes longer than any file. Written beside them. */
export const toPdf = (folder: string, files: readonly string[]): void => convert(folder, 'pdf', files)

/** Each sheet as a CSV of its own, texts between quotes, numbers without and without marks between thousands. */
export const sheetsToCsv = (folder: string, files: readonly string[]): void =>
  convert(folder, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1', files)

function convert(folder: string, to: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const words = [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files.map((file) => join(folder, file))]
  execFileSync('soffice', words, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 })
}

/** The text of each page. */
export const pagesOf = (pdf: string): string[] => execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)

/** The text of every sheet of `name`.xlsx, by the sheet's name. */
export const csvsOf = (folder: string, name: string): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'))
      .map((file) => [file.slice(name.length + 1, -'.csv'.length), readFileSync(join(folder, file), 'utf8')]),
  )
