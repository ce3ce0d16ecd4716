// The colours of src/client/ui/style/token.css, in both themes: text on everything it may stand on at 7:1 or more, edges of
// what can be touched at 3:1 or more (WCAG 1.4.6, 1.4.11), and no style that goes round the tokens.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'

type Colours = Record<string, string>

const folder = join(root, 'src/client')
const styles = filesBelow(folder, folder)
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: readFileSync(join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, '') }))
const tokens = styles.find(({ file }) => file.endsWith('token.css'))?.css ?? ''

const block = (selector: string): string => {
  const begin = tokens.indexOf(`${selector} {`)
  return tokens.slice(begin, tokens.indexOf('}', begin))
}
const coloursIn = (css: string): Colours =>
  Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))

const light = coloursIn(block(':root'))
const dark = coloursIn(block(':root[data-theme="dark"]'))

const surfaces = ['paper', 'card', 'sunken', 'indigo-soft', 'leaf-soft', 'warn-soft', 'clay-soft']
const texts = ['ink', 'ink-2', 'indigo-text', 'leaf', 'warn', 'clay']
const edges = ['line-strong', 'indigo', 'indigo-text', 'warn', 'clay', 'met', 'under']
/** Text on what is filled: buttons, the toast. */
const filled: [text: string, ground: string][] = [
  ['indigo-ink', 'indigo'],
  ['indigo-ink', 'indigo-press'],
  ['paper', 'ink'],
]

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(hex.slice(place, place + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(first: string, second: string): number {
  const [lower = 0, upper = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (upper + 0.05) / (lower + 0.05)
}

function weak(colours: Colours, pairs: [string, string][], least: number): string[] {
  return pairs.flatMap(([above, below]) => {
    const [first, second] = [colours[above], colours[below]]
    if (!first || !second) return [`${first ? below : above} is no colour`]
    const ratio = contrast(first, second)
    return ratio < least ? [`${above} on ${below}: ${ratio.toFixed(2)}`] : []
  })
}

const onAll = (above: string[]): [string, string][] => above.flatMap((one) => surfaces.map((surface): [string, string] => [one, surface]))

describe.each([
  { name: 'light, for the sun', colours: light },
  { name: 'dark, for the evening', colours: dark },
])('$name', ({ colours }) => {
  test('every text can be read on everything it may stand on, at 7:1', () => {
    expect(weak(colours, [...onAll(texts), ...filled], 7)).toEqual([])
  })

  test('the edge of everything that can be touched is seen, at 3:1', () => {
    expect(weak(colours, onAll(edges), 3)).toEqual([])
  })
})

test('the contrast of black on white is 21, of a known grey 4.54', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('dark is the same whether the phone or the person chose it, has every colour of light, and is never printed', () => {
  const chosen = block(':root[data-theme="dark"]')
  expect(block(':root:not([data-theme="light"])').split('\n').slice(1)).toEqual(chosen.split('\n').slice(1))
  expect(Object.keys(dark)).toEqual(Object.keys(light))
  expect(chosen).toContain('color-scheme: dark;')
  expect(block(':root')).toContain('color-scheme: light;')
  expect(tokens.match(/^@media .*(?=\{\s*:root(?!\s*\{))/gm)).toEqual(['@media screen and (prefers-color-scheme: dark) ', '@media screen '])
})

test("the browser's bar has the colour of the paper of each theme", () => {
  const page = readFileSync(join(root, 'index.html'), 'utf8')
  const bars = [...page.matchAll(/<meta name="theme-color" data-theme="(\w+)" media="[^"]+" content="(#\w+)"/g)].map(([, theme, colour]) => [theme, colour])
  expect(bars).toEqual([
    ['light', light['paper']],
    ['dark', dark['paper']],
  ])
})

/** What is printed is black on white and no part of either theme. */
const onScreen = (css: string): string => css.replace(/@media print \{.*?^\}/gms, '')

test('a style takes its colours from the tokens, and text only from those that were measured as text', () => {
  const allowed = new Set([...texts, ...filled.flat()].map((name) => `var(--${name})`))
  const odd = styles
    .filter(({ file }) => !file.endsWith('token.css'))
    .flatMap(({ file, css }) => {
      const named = onScreen(css).match(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?)\(/gi) ?? []
      const coloured = [...onScreen(css).matchAll(/[{;\s]color: ([^;]+);/g)]
        .map(([, value = '']) => value)
        .filter((value) => value !== 'inherit' && !allowed.has(value))
      return [...named, ...coloured].map((what) => `${file}: ${what}`)
    })
  expect(odd).toEqual([])
})

test('letters grow with the text size everywhere: no screen sets them in pixels', () => {
  const fixed = styles.flatMap(({ file, css }) => (onScreen(css).match(/font(?:-size)?:[^;]*\d(?:px|pt)\b[^;]*/g) ?? []).map((found) => `${file}: ${found}`))
  expect(fixed).toEqual([])
})
