// The story of one period, told by three people on three phones: a collaborator, her commune's official, the province's
// office. Everything by what they see and tap; at each step both screens say the same figures.

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { type AppServer, appServer } from '../fixture/app-server.ts'
import { card, counted, figuresIn, type SaidFigures } from '../fixture/kept-figures.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { heading, home, letIn, tapSave } from '../fixture/log-session.ts'
import { person } from '../fixture/person.ts'
import { proxyTo } from '../fixture/proxy.ts'

/** A loaded machine is slow, not wrong. */
const PATIENCE = { timeout: 30_000 }

const SENT = 'Số liệu đã gửi'
const LOCKED = 'Số liệu đã chốt'
const ADJUSTED = 'Điều chỉnh sau khi chốt'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name, exact: true })
const row = (page: Page, text: string) => page.locator('a.row').filter({ hasText: text })

const saidSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'Đã lưu trên máy này' }).waitFor()
const expectCounted = (page: Page, title: string, figures: (string | undefined)[]) => expect.poll(() => counted(page, title), PATIENCE).toEqual(figures)

/** Closes the app and opens it again, as somebody does who wants to know what is new. */
async function openAnew(page: Page, { origin }: Pick<AppServer, 'origin'>): Promise<void> {
  await page.goto(origin)
  await home(page)
}

/** Until all that was done on this phone is at the office. */
async function untilSent(page: Page, at: Pick<AppServer, 'origin'>): Promise<void> {
  await openAnew(page, at)
  await page.locator('.page-head').getByText('Đã gửi', { exact: true }).waitFor(PATIENCE)
}

async function openPeriods(page: Page): Promise<void> {
  await tab(page, 'Báo cáo').click()
  await link(page, 'Báo cáo theo kỳ').click()
  await heading(page, 'Báo cáo theo kỳ').waitFor()
}

/** What was sent of the only period; a province's office goes by way of the commune. */
async function openSent(page: Page, isOffice: boolean): Promise<void> {
  await openPeriods(page)
  await page.locator('a.row').first().click()
  if (isOffice) await row(page, 'Xã A Lưới 1').click()
  await card(page, SENT).or(card(page, LOCKED)).waitFor(PATIENCE)
}

async function addVillage(page: Page, name: string): Promise<void> {
  await link(page, 'Thêm thôn').click()
  await page.getByLabel('Tên thôn', { exact: true }).fill(name)
  await tapSave(page)
  await row(page, `Thôn ${name}`).waitFor()
}

interface People {
  women: number
  men: number
}

async function count(page: Page, { women, men }: People): Promise<void> {
  await page.getByLabel('Nữ', { exact: true }).fill(String(women))
  await page.getByLabel('Nam', { exact: true }).fill(String(men))
  await tapSave(page)
}

/** From her first screen and back to it. */
async function log(page: Page, village: string, people: People): Promise<void> {
  await tab(page, 'Ghi').click()
  await button(page, village).click()
  for (const name of ['Mít tinh', 'Thủ đoạn']) {
    // The phone remembers what the last session was about, and folds it away.
    const chip = page.getByRole('button', { name, exact: true, pressed: false })
    if (await chip.isVisible()) await chip.click()
  }
  await count(page, people)
  await saidSaved(page)
  await link(page, 'Quay lại').click()
  await tab(page, 'Trang chủ').click()
}

async function mend(page: Page, village: string, people: People): Promise<void> {
  await tab(page, 'Buổi').click()
  await row(page, village).click()
  await link(page, 'Sửa').click()
  await count(page, people)
}

async function sayWhy(page: Page, reason: string): Promise<void> {
  await page.getByLabel('Lý do', { exact: true }).fill(reason)
  await tapSave(page)
  await saidSaved(page)
}

async function lock(page: Page): Promise<void> {
  await button(page, 'Chốt').click()
  await page.getByRole('heading', { name: 'Chốt kỳ này?' }).waitFor()
  await button(page, 'Chốt').click()
  await card(page, LOCKED).waitFor()
}

test('a period is sent, returned, mended and locked; what comes late stands beside it until it is opened and locked again', async () => {
  const server = await appServer()
  const line = await proxyTo(server.origin)
  // Only she is without a network for a while.
  const people = await Promise.all([person(), person({ hasWorkers: false }), person({ hasWorkers: false })])
  const [her, official, office] = people.map(({ page }) => page) as [Page, Page, Page]
  await Promise.all([
    server.link('collaborator', aLuoi1, line.origin).then((invitation) => letIn(her, invitation)),
    server.link('official', aLuoi1).then((invitation) => letIn(official, invitation)),
    server.link('province', hue).then((invitation) => letIn(office, invitation)),
  ])
  const bothSay = async (title: string, figures: SaidFigures) => {
    for (const page of [official, office]) await expect.poll(() => figuresIn(page, title), PATIENCE).toEqual(figures)
  }

  await link(official, 'Thêm thôn').click()
  // The first screen has a link of the same name.
  await official.getByRole('heading', { name: 'Danh sách thôn', exact: true }).waitFor(PATIENCE)
  for (const name of ['Đông', 'Tây']) await addVillage(official, name)
  await untilSent(official, server)

  // She logs a session that is sent, then one where there is no network, with the app kept on her phone.
  await her.evaluate(async () => void (await navigator.serviceWorker.ready))
  await openAnew(her, line)
  await her.getByText('Chưa có số liệu (không phải bằng 0)').waitFor(PATIENCE)
  await log(her, 'Thôn Đông', { women: 17, men: 6 })
  await her.locator('.page-head').getByText('Đã gửi', { exact: true }).waitFor(PATIENCE)
  line.meet = async () => undefined
  await log(her, 'Thôn Tây', { women: 10, men: 4 })
  await her.locator('.page-head').getByText('1 trên máy').waitFor()

  // The official looks the period through and sends it up.
  await openAnew(official, server)
  await official.getByText('1/2 thôn.').waitFor(PATIENCE)
  await openPeriods(official)
  await link(official, 'Xem và gửi kỳ này').click()
  await expectCounted(official, 'Số liệu của kỳ', ['1', '23', '17'])
  const first = await figuresIn(official, 'Số liệu của kỳ')
  await button(official, 'Gửi số liệu kỳ này').click()
  await official.getByText('Chờ tỉnh xem').waitFor()
  await expect.poll(() => figuresIn(official, SENT)).toEqual(first)
  await untilSent(official, server)

  // The province finds it on its first screen, sees the same, and returns it with a remark.
  await openAnew(office, server)
  await link(office, '1 báo cáo của xã chờ xem').click(PATIENCE)
  await row(office, '1 xã chờ xem').click()
  await row(office, 'Xã A Lưới 1').click()
  await expect.poll(() => figuresIn(office, SENT), PATIENCE).toEqual(first)
  await button(office, 'Trả lại xã').click()
  await office.getByLabel('Ý kiến của tỉnh').fill('Thôn Đông: giấy ghi 18 nữ')
  await button(office, 'Trả lại xã').click()
  await office.getByText('Đã trả lại', { exact: true }).waitFor()
  await untilSent(office, server)

  // The official reads the remark, mends the session and sends again.
  await openAnew(official, server)
  await row(official, 'Tỉnh trả lại, xem ý kiến rồi gửi lại.').click(PATIENCE)
  await official.getByText('Thôn Đông: giấy ghi 18 nữ').waitFor()
  await openAnew(official, server)
  await mend(official, 'Thôn Đông', { women: 18, men: 6 })
  await sayWhy(official, 'Theo giấy của thôn')
  await openAnew(official, server)
  await openSent(official, false)
  await expectCounted(official, 'Thay đổi từ khi gửi', [undefined, '+1', '+1'])
  await button(official, 'Gửi lại số liệu kỳ này').click()
  await official.getByText('Chờ tỉnh xem').waitFor()
  await expectCounted(official, SENT, ['1', '24', '18'])
  const standing = await figuresIn(official, SENT)
  await untilSent(official, server)

  // The province locks it.
  await openAnew(office, server)
  await link(office, '1 báo cáo của xã chờ xem').waitFor(PATIENCE)
  await openSent(office, true)
  await expect.poll(() => figuresIn(office, SENT), PATIENCE).toEqual(standing)
  await lock(office)
  await untilSent(office, server)

  // Only now her phone has a network: what she logged before the lock is taken, and stands beside what is locked.
  line.meet = (_, pass) => pass()
  await her.locator('.page-head .badge').click()
  await button(her, 'Gửi ngay').click()
  await her.getByText('Mọi thứ ghi trên máy này đều đã tới nơi nhận.').waitFor(PATIENCE)
  for (const page of [official, office]) {
    await openAnew(page, server)
    await openSent(page, page === office)
    await expectCounted(page, ADJUSTED, ['+1', '+14', '+10'])
  }
  await bothSay(LOCKED, standing)
  await bothSay(ADJUSTED, await figuresIn(official, ADJUSTED))

  // Who mends a session of a locked period is asked why before anything is saved.
  await openAnew(official, server)
  await mend(official, 'Thôn Đông', { women: 19, men: 6 })
  await official.getByText('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.').first().waitFor()
  await sayWhy(official, 'Đếm lại theo ảnh')
  await untilSent(official, server)
  for (const page of [official, office]) {
    await openAnew(page, server)
    await openSent(page, page === office)
    await expectCounted(page, ADJUSTED, ['+1', '+15', '+11'])
  }
  await bothSay(LOCKED, standing)
  await bothSay(ADJUSTED, await figuresIn(official, ADJUSTED))

  // Opened once more, sent as it is now, and locked again.
  await button(office, 'Mở lại').click()
  await office.getByRole('heading', { name: 'Mở lại kỳ đã chốt?' }).waitFor()
  await office.getByLabel('Ý kiến của tỉnh').fill('Thôn Đông đếm lại theo ảnh')
  await button(office, 'Mở lại').click()
  await office.getByText('Đã mở lại', { exact: true }).waitFor()
  await untilSent(office, server)
  await openAnew(official, server)
  await row(official, 'Tỉnh đã mở lại, sửa rồi gửi lại.').click(PATIENCE)
  await button(official, 'Gửi lại số liệu kỳ này').click()
  await official.getByText('Chờ tỉnh xem').waitFor()
  await expectCounted(official, SENT, ['2', '39', '29'])
  const last = await figuresIn(official, SENT)
  await untilSent(official, server)
  await openAnew(office, server)
  await link(office, '1 báo cáo của xã chờ xem').waitFor(PATIENCE)
  await openSent(office, true)
  await expect.poll(() => figuresIn(office, SENT), PATIENCE).toEqual(last)
  await lock(office)
  await untilSent(office, server)
  for (const page of [official, office]) {
    await openAnew(page, server)
    await openSent(page, page === office)
    await page.getByText('Không có điều chỉnh sau khi chốt.').waitFor(PATIENCE)
  }
  await bothSay(LOCKED, last)
  expect(people.flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
