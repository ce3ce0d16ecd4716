// Reports as a browser prints them: the print view of the app's own screen, as PDF.

import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import { chromium } from 'playwright'
import { build } from 'vite'
import type { Paper } from '../src/client/report/paper.ts'
import type { PrintWindow } from '../tests/fixture/print-page.tsx'
import { chromiumArguments, ensureChromium } from './chromium.ts'
import { root } from './files.ts'

/** Writes each as a PDF of its name into the folder. */
export async function printAll(folder: string, papers: readonly (readonly [name: string, paper: Paper])[]): Promise<void> {
  const built = join(folder, 'print-view')
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [preact()],
    build: {
      outDir: built,
      emptyOutDir: true,
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(root, 'tests/fixture/print-page.tsx'),
        output: { format: 'iife', entryFileNames: 'page.js', assetFileNames: 'page.[ext]' },
      },
    },
  })
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments })
  try {
    const page = await browser.newPage()
    for (const [name, paper] of papers) {
      await page.setContent('<!doctype html><html lang="vi"><title>Lan Tỏa</title>')
      await page.addStyleTag({ path: join(built, 'page.css') })
      await page.addScriptTag({ path: join(built, 'page.js') })
      // Put there by the page itself.
      await page.evaluate((shown) => (window as unknown as PrintWindow).show(shown), paper)
      await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true })
    }
  } finally {
    await browser.close()
  }
}
