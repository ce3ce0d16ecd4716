// A slip in a number stays as it was typed and is told; it never becomes another number. And the buttons beside a number.

import { signal } from '@preact/signals'
import { act, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { expect, vi as stub, test } from 'vitest'
import { type App, AppContext } from '../../src/client/ui/context.ts'
import { NumberInput } from '../../src/client/ui/part/number-input.tsx'
import { Stepper } from '../../src/client/ui/part/stepper.tsx'
import { addWords, translatorFor } from '../../src/text/translate.ts'
import vi from '../../src/text/vi.json' with { type: 'json' }

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

/** A stepper on a screen, at a number. */
function stepperAt(number: number | undefined) {
  addWords('vi', vi)
  function Place() {
    const [value, setValue] = useState(number)
    return <Stepper id="n" label="Nữ" value={value} onChange={setValue} />
  }
  const words = { t: signal(translatorFor('vi')) } as App // a stepper asks for nothing else
  render(
    <AppContext.Provider value={words}>
      <Place />
    </AppContext.Provider>,
  )
  return { field: screen.getByLabelText<HTMLInputElement>('Nữ'), more: screen.getByRole('button', { name: /^Thêm một/ }) }
}

test('what is no number is read out as it was typed, and its buttons make no other number of it', () => {
  const { field, more } = stepperAt(12)
  fireEvent.input(field, { target: { value: '12a' } })
  expect(more.getAttribute('aria-label')).toBe('Thêm một Nữ, hiện 12a')
  fireEvent.click(more)
  expect(field.value).toBe('12a')
})

test('a button held down goes on until it is let go; a tap, and a key afterwards, do it once', () => {
  stub.useFakeTimers()
  try {
    const { field, more } = stepperAt(undefined)
    const hold = (ms: number) => act(() => void stub.advanceTimersByTime(ms))
    fireEvent.pointerDown(more)
    hold(400)
    fireEvent.pointerUp(more)
    fireEvent.click(more, { detail: 1 })
    hold(2000)
    expect(field.value).toBe('1')
    fireEvent.pointerDown(more)
    for (let frame = 0; frame < 10; frame += 1) hold(100)
    const held = Number(field.value)
    expect(held).toBeGreaterThan(3)
    fireEvent.pointerUp(more)
    fireEvent.click(more, { detail: 1 })
    hold(2000)
    expect(Number(field.value)).toBe(held)
    fireEvent.click(more)
    expect(Number(field.value)).toBe(held + 1)
  } finally {
    stub.useRealTimers()
  }
})
