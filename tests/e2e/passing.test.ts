// A link opened inside Zalo, and in Safari on an iPhone: nothing is kept and the invitation is not used up; opened where things
// last, the same link lets in.

import { expect, test } from 'vitest'
import { heading, letIn } from '../fixture/log-session.ts'
import { callItself, inSafari, inZalo } from '../fixture/passing-browser.ts'
import { person } from '../fixture/person.ts'
import { runningServer } from '../fixture/running-server.ts'

test('an invitation opened inside Zalo and in Safari is still good in Chrome, and nothing was kept on the way', async () => {
  const server = await runningServer()
  for (const [userAgent, title] of [
    [inZalo, 'Mở bằng Chrome'],
    [inSafari, 'Đưa Lan Tỏa ra màn hình chính'],
  ] as const) {
    const passing = await person()
    await callItself(passing.page, userAgent)
    await passing.page.goto(server.links.collaborator)
    await heading(passing.page, title).waitFor()
    expect(passing.page.url()).toBe(server.links.collaborator)
    const kept = await passing.page.evaluate(async () => [(await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length])
    expect(kept).toEqual([0, 0])
    expect(await passing.page.getByRole('textbox').inputValue()).toBe(server.links.collaborator)
    expect(passing.faults).toEqual([])
  }
  const her = await person()
  await letIn(her.page, server.links.collaborator)
})
