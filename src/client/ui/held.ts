// A button that goes on for as long as it is held down. A tap does it once, and so do a key, a switch and a screen reader, which
// all tell of a click.

import { useEffect, useRef } from 'preact/hooks'

const FIRST_MS = 500
const NEXT_MS = 120

export function useHeld(run: () => void) {
  const doing = useRef(run)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const hasGoneOn = useRef(false)
  doing.current = run
  useEffect(() => stop, [])
  return {
    onPointerDown: () => {
      stop()
      hasGoneOn.current = false
      timer.current = setTimeout(goOn, FIRST_MS)
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    // On some phones a long press asks for a menu.
    onContextMenu: (event: Event) => event.preventDefault(),
    /** Letting go after holding is a click, too, but a key's has no `detail`. */
    onClick: ({ detail }: MouseEvent) => {
      if (!hasGoneOn.current || detail === 0) run()
    },
  }

  function goOn() {
    hasGoneOn.current = true
    doing.current()
    timer.current = setTimeout(goOn, NEXT_MS)
  }

  function stop() {
    clearTimeout(timer.current)
  }
}
