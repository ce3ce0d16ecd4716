// Put into both pages: how long after a tap its answer is painted. From the event's own time stamp, which the browser gave it
// when the finger came up, to the first task after the frame that shows the answer.

import type { Page } from 'playwright'

/** What is there once the tap is answered: an element, its text or value where that matters. */
export interface Answer {
  selector: string
  says?: string
}

interface Stopwatch {
  arm(answer: Answer): void
  took: Promise<number>
}

const watch = (): void => {
  const isThere = ({ selector, says }: Answer): boolean => {
    const element = document.querySelector(selector)
    if (!element) return false
    return says === undefined || (element instanceof HTMLInputElement ? element.value === says : (element.textContent ?? '').includes(says))
  }
  const afterPaint = (run: () => void): void => {
    const channel = new MessageChannel()
    channel.port1.onmessage = run
    channel.port2.postMessage(null)
  }
  const stopwatch: Stopwatch = {
    took: Promise.resolve(0),
    arm(answer) {
      if (isThere(answer)) throw new Error(`${answer.selector} ${answer.says ?? ''} is there before the tap.`)
      stopwatch.took = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`${answer.selector} ${answer.says ?? ''} never came.`)), 60_000)
        const onTap = (event: Event): void => {
          const look = (): void => {
            if (isThere(answer)) afterPaint(() => resolve(performance.now() - event.timeStamp))
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }
        window.addEventListener('click', onTap, { capture: true, once: true })
      })
    },
  }
  Object.assign(window, { stopwatch })
}

/** Into every page of `context` from here on. */
export const putStopwatch = (page: Page): Promise<unknown> => page.addInitScript(watch)

/** ms from the tap to the frame that shows its answer. */
export async function timeTap(page: Page, target: string, answer: Answer): Promise<number> {
  // Put there by the init script.
  await page.evaluate((expected) => (window as unknown as { stopwatch: Stopwatch }).stopwatch.arm(expected), answer)
  await tap(page, target)
  return page.evaluate(() => (window as unknown as { stopwatch: Stopwatch }).stopwatch.took)
}

/** A finger on the middle of it, once it is there and stands still. Playwright's own tap asks a slowed page for much more. */
export async function tap(page: Page, target: string): Promise<void> {
  const { x, y } = await page.evaluate(async (selector) => {
    const frame = () => new Promise(requestAnimationFrame)
    for (let frames = 0; frames < 3000; frames += 2) {
      const element = document.querySelector(selector)
      if (element?.checkVisibility()) element.scrollIntoView({ block: 'center', behavior: 'instant' })
      const before = element?.getBoundingClientRect()
      await frame()
      await frame()
      const now = element?.getBoundingClientRect()
      if (now?.width && now.y === before?.y && now.x === before.x) return { x: now.x + now.width / 2, y: now.y + now.height / 2 }
    }
    throw new Error(`${selector} is not there to tap.`)
  }, target)
  await page.touchscreen.tap(x, y)
}
