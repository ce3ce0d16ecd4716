// The least that could be built in the app's place: a form of as many numbers (`?inputs=8`) with a plus and a minus, a counter
// over it, and one record put into one table. No words, no rules, no draft, no sending.

import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type BareRecord, database } from './database.ts'

const inputs = Number(new URLSearchParams(window.location.search).get('inputs'))
const names = Array.from({ length: inputs }, (_, place) => `n${place}`)

function Form() {
  const [numbers, setNumbers] = useState<Record<string, number>>({})
  const [isCounting, setCounting] = useState(false)
  const [said, setSaid] = useState('')
  const counter = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isCounting) counter.current?.showModal()
  }, [isCounting])
  return (
    <>
      {names.map((name) => (
        <p key={name}>
          <label for={name}>{name}</label>
          <button type="button" onClick={() => set(name, Math.max(0, (numbers[name] ?? 0) - 1))}>
            −
          </button>
          <input id={name} inputMode="numeric" value={numbers[name] ?? ''} onInput={(event) => set(name, Number(event.currentTarget.value))} />
          <button type="button" id={`${name}-more`} onClick={() => set(name, (numbers[name] ?? 0) + 1)}>
            +
          </button>
        </p>
      ))}
      <button type="button" id="count" onClick={() => setCounting(true)}>
        count
      </button>
      <button type="button" id="save" onClick={() => void save()}>
        save
      </button>
      <p role="status">{said}</p>
      {isCounting && (
        <dialog ref={counter}>
          <button type="button" id="half" onClick={() => set('n0', (numbers['n0'] ?? 0) + 1)}>
            {numbers['n0'] ?? 0}
          </button>
          <button type="button" id="done" onClick={() => setCounting(false)}>
            done
          </button>
        </dialog>
      )}
    </>
  )

  function set(name: string, value: number) {
    setNumbers({ ...numbers, [name]: value })
    setSaid('')
  }

  async function save() {
    const now = Date.now()
    const date = new Date(now).toISOString().slice(0, 10)
    await database.records.add({
      id: crypto.randomUUID(),
      kind: 'session',
      state: 'waiting',
      marks: [],
      date,
      unit: 'a',
      author: 'a',
      createdAt: now,
      data: numbers,
    })
    setNumbers({})
    setSaid('Đã lưu trên máy này.')
  }
}

const root = document.getElementById('app')
if (root) render(<Form />, root)

/** For whoever fills the table before anything is measured. */
Object.assign(window, { fill: (records: BareRecord[]) => database.records.bulkAdd(records), count: () => database.records.count() })
