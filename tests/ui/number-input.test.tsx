// A slip in a number stays as it was typed and is told; it never becomes another number.

import { fireEvent, render } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { expect, test } from 'vitest'
import { NumberInput } from '../../src/client/ui/part/number-input.tsx'

function field(decimal: boolean) {
  const given: (number | undefined)[] = []
  function Place() {
    const [value, setValue] = useState<number | undefined>(undefined)
    return (
      <NumberInput
        id="n"
        value={value}
        decimal={decimal}
        wrong={false}
        onInput={(number) => {
          given.push(number)
          setValue(number)
        }}
      />
    )
  }
  const input = render(<Place />).container.querySelector('input')
  if (!input) throw new Error('no field was drawn')
  const typeKeys = (text: string) => {
    for (let end = 1; end <= text.length; end += 1) fireEvent.input(input, { target: { value: text.slice(0, end) } })
  }
  return { input, typeKeys, last: () => given.at(-1) }
}

test.each([
  ['1.5', Number.NaN],
  ['12,5', Number.NaN],
  ['12x5', Number.NaN],
  ['-5', Number.NaN],
  ['1e9', Number.NaN],
  ['99999999999', Number.NaN],
  ['0', 0],
  ['007', 7],
  ['1.200', 1200],
  ['1 200', 1200],
  ['12,000', 12_000],
])('a whole number typed as %s, key by key, is %s and still reads as it was typed', (text, number) => {
  const { input, typeKeys, last } = field(false)
  typeKeys(text)
  expect(last()).toBe(number)
  expect(input.value).toBe(text)
})

test('one decimal is taken after either mark, two are not', () => {
  const { typeKeys, last } = field(true)
  typeKeys('12,5')
  expect(last()).toBe(12.5)
  typeKeys('12.5')
  expect(last()).toBe(12.5)
  typeKeys('12.55')
  expect(last()).toBeNaN()
  fireEvent.input(document.querySelector('input') as HTMLInputElement, { target: { value: '' } })
  expect(last()).toBeUndefined()
})
