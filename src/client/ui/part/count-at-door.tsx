// Opens the counter over the form. Its address is the form's with "counting", so that the phone's back button closes the
// counter and not the form.

import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { CountName } from '../../../model/counts.ts'
import { useWords } from '../context.ts'
import { Counter } from './counter.tsx'
import type { Entered } from './entered.ts'
import { Icon } from './icon.tsx'

const PARAMETER = 'counting'

interface CountAtDoorProps {
  entered: Entered
  change: (name: CountName, value: number) => void
}

export function CountAtDoor({ entered, change }: CountAtDoorProps) {
  const t = useWords()
  const { path, query, route } = useLocation()
  const opener = useRef<HTMLButtonElement>(null)
  const isOurs = useRef(false)
  const isOpen = query[PARAMETER] !== undefined
  useEffect(() => {
    if (!isOpen && isOurs.current) opener.current?.focus()
    if (!isOpen) isOurs.current = false
  }, [isOpen])
  return (
    <>
      <button type="button" class="button start" ref={opener} onClick={open}>
        <Icon name="people" />
        {t('counter.open')}
      </button>
      {isOpen && <Counter counted={{ female: entered.female || 0, male: entered.male || 0 }} onCount={change} onDone={close} />}
    </>
  )

  function open() {
    isOurs.current = true
    route(addressWith({ ...query, [PARAMETER]: '' }))
  }

  function close() {
    if (isOurs.current) return window.history.back()
    const { [PARAMETER]: _, ...others } = query
    route(addressWith(others), true)
  }

  function addressWith(held: Record<string, string>): string {
    const text = new URLSearchParams(held).toString()
    return text === '' ? path : `${path}?${text}`
  }
}
