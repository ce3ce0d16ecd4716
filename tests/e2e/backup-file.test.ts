// What can't be sent leaves the phone by hand: tapped in a real browser, brought to the operator, taken in by her command.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../../src/server/admin.ts'
import { start } from '../../src/server/main.ts'
import { dist } from '../../tool/files.ts'
import { letIn, logSession } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { proxyTo } from '../fixture/proxy.ts'

const asCollaborator = ['--role', 'collaborator', '--unit', '20056', '--organisation', 'Hội LHPN xã A Lưới 1', '--name', 'Cộng tác viên xã A Lưới 1']

/** The server as it is run, on a new folder, and the operator's commands beside it. */
async function office() {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-office-'))
  const place = ['--data', join(folder, 'data'), '--dist', dist]
  const running = await start([...place, '--empty', '--port', '0'], {})
  onTestFinished(async () => {
    await running.stop()
    rmSync(folder, { recursive: true })
  })
  const admin = (...argv: string[]) => runCommand([...argv, ...place, '--port', new URL(running.address).port], {})
  return { folder, admin, address: running.address }
}

test('with nothing unsent a tap says so; with unsent sessions it saves a file, says whom to bring it to, and the operator takes it in', async () => {
  const { folder, admin, address } = await office()
  const line = await proxyTo(address)
  const { page, faults } = await person()
  const invited = await admin('invite', ...asCollaborator, '--origin', line.origin)
  await letIn(page, /http:\S+\/enrol#\S+/.exec(invited.lines.join('\n'))?.[0] ?? '')
  await page.goto(`${line.origin}/more`)
  await page.getByRole('button', { name: 'Sao lưu ra tệp' }).click()
  await page.getByRole('status').filter({ hasText: 'không có gì phải sao lưu' }).waitFor()

  line.meet = async (asked, pass) => (asked.path === '/api/sync' ? undefined : pass())
  for (const women of [17, 18]) await logSession(page, line.origin, women)
  await page.goto(`${line.origin}/more`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Sao lưu ra tệp' }).click()])
  expect(download.suggestedFilename()).toMatch(/^lan-toa-chua-gui-\d{4}-\d{2}-\d{2}\.txt$/)
  await page.getByText(/^Đã lưu tệp lan-toa-chua-gui-\S+ vào mục Tải xuống của máy, gồm 2 lần ghi .* Hãy đưa tệp cho cán bộ xã/).waitFor()

  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  const { code, lines } = await admin('import-outbox', file)
  expect([code, lines.slice(1)]).toEqual([0, [expect.stringContaining('2 changes of Cộng tác viên xã A Lưới 1'), '  applied: 2']])
  expect(faults).toEqual([])
})
