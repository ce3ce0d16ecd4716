// A number as it is typed. The text stays as the person wrote it; what is no number is handed on as such, so that saving
// says what is wrong instead of making another number of it.

import { useRef } from 'preact/hooks'
import { parseDecimal, parseWhole, typedNumber } from '../../../text/format.ts'
import './field.css'

interface NumberInputProps {
  id: string
  value: unknown
  /** One decimal is taken, after either mark: 12,5 and 12.5. */
  decimal?: boolean
  wrong: boolean
  onInput: (number: number | undefined) => void
}

export function NumberInput({ id, value, decimal = false, wrong, onInput }: NumberInputProps) {
  const { typed, type } = useTyped(value, decimal ? parseDecimal : parseWhole, onInput)
  return (
    <input
      id={id}
      class="input"
      type="text"
      inputMode={decimal ? 'decimal' : 'numeric'}
      autocomplete="off"
      value={typed}
      aria-invalid={wrong ? 'true' : undefined}
      onInput={(event) => type(event.currentTarget.value)}
    />
  )
}

/** The text of a number field; it follows the value only where that was changed elsewhere, and then in the same frame. */
export function useTyped(value: unknown, parse: (typed: string) => number | undefined, onInput: (number: number | undefined) => void) {
  const typed = useRef('')
  if (!Object.is(typedNumber(typed.current, parse), value)) typed.current = textOf(value)
  return {
    typed: typed.current,
    type: (text: string) => {
      typed.current = text
      onInput(typedNumber(text, parse))
    },
  }
}

const textOf = (value: unknown): string => (typeof value === 'number' && !Number.isNaN(value) ? String(value).replace('.', ',') : '')
