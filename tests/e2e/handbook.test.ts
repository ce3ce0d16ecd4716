// The handbook on a phone that has never opened it, once the network is gone.

import { expect, test } from 'vitest'
import { enrolledBrowser, expectWorkers } from '../fixture/enrolled-browser.ts'

test('it opens for the first time without a network: numbers, an entry, the slogans of a plan', async () => {
  const { server, line, her } = await enrolledBrowser()
  await expectWorkers(her.page)
  await server.stop()
  await her.page.goto(`${line.origin}/handbook`)
  const call = her.page.getByRole('link', { name: /^Gọi 111/ })
  await call.waitFor()
  expect(await call.getAttribute('href')).toBe('tel:111')
  await her.page.getByLabel(/^Tìm trong cẩm nang/).fill('viec nhe')
  await her.page.getByRole('link', { name: /^“Việc nhẹ lương cao”/ }).click()
  await her.page.getByText('Giục quyết nhanh, dặn đừng nói với gia đình.').waitFor()
  await her.page.goto(`${line.origin}/handbook/khau-hieu-001-kon-tum`)
  await her.page.getByText('Chung tay phòng, chống nạn mua bán người').waitFor()
  expect(her.faults).toEqual([])
})
