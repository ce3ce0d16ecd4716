import { expect, test } from 'vitest'
import { isServedAsNamed } from '../../src/client/content-type.ts'

test.each([
  ['/assets/index-4f.js', 'text/html; charset=utf-8'],
  ['/assets/index-4f.js', null],
  ['/assets/index-4f.css', 'text/html'],
  ['/assets/index-4f.css', 'text/plain'],
  ['/icon.svg', 'TEXT/HTML'],
  ['/icons/icon-192.png', 'text/html'],
  ['/manifest.webmanifest', 'text/html'],
  ['/index.html', 'application/json'],
  ['/assets/photo-4f.wasm', ' text/html'],
])("a portal's answer for %s as %s is not kept", (path, type) => {
  expect(isServedAsNamed(path, type)).toBe(false)
})

test.each([
  ['/assets/index-4f.js', 'text/javascript; charset=utf-8'],
  ['/assets/index-4f.js', 'application/javascript'],
  ['/assets/index-4f.css', 'text/css'],
  ['/icon.svg', 'image/svg+xml'],
  ['/icons/icon-192.png', 'image/png'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/assets/photo-4f.wasm', 'application/wasm'],
])('%s as %s is kept', (path, type) => {
  expect(isServedAsNamed(path, type)).toBe(true)
})
