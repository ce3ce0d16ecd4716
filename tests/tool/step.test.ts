import { expect, test } from 'vitest'
import { run } from '../../tool/step.ts'

test("a program's words and its exit code are told", async () => {
  expect(await run('node', ['-e', 'console.log("fine"); console.error("but"); process.exitCode = 3'])).toMatchObject({
    exitCode: 3,
    output: expect.stringMatching(/fine\n(.|\n)*but\n|but\n(.|\n)*fine\n/),
  })
})

test("every tool runs on the project's own Node, whatever NODE_ENV was set to", async () => {
  const { output } = await run('node', ['-p', '[process.versions.node.split(".")[0], process.env.NODE_ENV]'])
  expect(output).toContain('24')
  expect(output).toContain('undefined')
})

test('a program that never ends is ended, and is no success', async () => {
  expect((await run('node', ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 300 })).exitCode).toBeNull()
})

test('a program that is not there is no success', async () => {
  expect(await run('no-such-program', [])).toMatchObject({ exitCode: null, output: expect.stringContaining('could not be started') })
})
