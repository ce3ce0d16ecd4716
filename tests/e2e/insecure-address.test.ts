// A phone that was given an address without https, as happens on a local network: plain words, not a blank page.

import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { chromiumArguments, lightChromium } from '../../tool/chromium.ts'
import { runningServer } from '../fixture/running-server.ts'

test('an insecure address is told in plain words, in either language', async () => {
  const server = await runningServer()
  const browser = await chromium.launch({ executablePath: lightChromium(), args: [...chromiumArguments, '--host-resolver-rules=MAP office.test 127.0.0.1'] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ locale: 'vi-VN' })
  await page.goto(server.address.replace('127.0.0.1', 'office.test'))
  await page.getByRole('heading', { name: 'Địa chỉ này không an toàn' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('https://')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'This address is not secure' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
}, 90_000)
