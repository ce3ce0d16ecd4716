// Packed copies beside what compresses well, so that the server never packs a file twice.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const packable = /\.(js|css|html|json|svg|webmanifest|txt)$/

/** Writes x.br and x.gz for each file worth it, relative to `folder`; returns the names of the copies. */
export function precompress(folder: string, files: readonly string[]): string[] {
  return files
    .filter((file) => packable.test(file))
    .flatMap((file) => {
      const plain = readFileSync(join(folder, file))
      writeFileSync(join(folder, `${file}.gz`), gzip(plain))
      writeFileSync(join(folder, `${file}.br`), brotli(plain))
      return [`${file}.gz`, `${file}.br`]
    })
}

export const gzip = (plain: Uint8Array): Buffer => gzipSync(plain, { level: 9 })

const brotli = (plain: Uint8Array): Buffer =>
  brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength } })
