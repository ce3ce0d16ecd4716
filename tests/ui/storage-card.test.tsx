import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { putMeta } from '../../src/client/store/meta.ts'
import { problem } from '../../src/model/problem.ts'
import { noteFigure } from '../fixture/figure.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

interface Says {
  isPromised: boolean
  usage?: number
  quota?: number
}

/** A browser that says this of its storage; how often it was asked to keep it. */
function browserSays({ app }: Seat, { isPromised, usage = 1_200_000, quota = 6e9 }: Says): { asked: number } {
  const seen = { asked: 0 }
  app.environment = {
    ...app.environment,
    storage: {
      persist: async () => {
        seen.asked += 1
        return isPromised
      },
      persisted: async () => isPromised,
      estimate: async () => ({ usage, quota }),
    },
  }
  return seen
}

async function openMore(her: Seat): Promise<void> {
  her.open('/more')
  await heading('Thêm')
  await screen.findByRole('heading', { level: 2, name: 'Giữ số liệu trên máy' })
}

const WARNING = 'Trình duyệt chưa hứa giữ số liệu này khi máy gần đầy.'

test('[F10] a browser that refuses to keep the data is asked at the first save, and its refusal is told with what to do', async (context) => {
  const her = await seatOf()
  const seen = browserSays(her, { isPromised: false })
  await openMore(her)
  expect([seen.asked, shown().includes(WARNING)]).toEqual([0, false])
  her.open('/session/new')
  await tap('Thôn Tây')
  for (const chip of ['Mít tinh', 'Thủ đoạn']) await tap(chip)
  await type('Nữ', '17')
  await type('Nam', '6')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect(seen.asked).toBe(1)
  await openMore(her)
  await screen.findByText(new RegExp(WARNING))
  for (const advice of ['Đưa Lan Tỏa ra màn hình chính và mở từ đó.', 'Đừng xoá dữ liệu trình duyệt: ', 'Có mạng thì gửi ngay, đừng để lâu.'])
    expect(shown()).toContain(advice)
  noteFigure(context, 1, '1 warning shown')
})

test('a browser that promised is believed', async () => {
  const her = await seatOf()
  browserSays(her, { isPromised: true })
  await her.phone.save({ unit: her.village('Tây') })
  await openMore(her)
  await screen.findByText('Trình duyệt đã hứa giữ số liệu này.')
  expect(shown()).not.toContain(WARNING)
})

test.each([
  ['plenty', 1_200_000, 6e9, 'Đã dùng khoảng 1,2 MB. Máy còn chỗ cho hơn 10.000 buổi.', false],
  ['some', 4_000_000, 50_000_000, 'Đã dùng khoảng 4,0 MB. Máy còn chỗ cho khoảng 3.000 buổi.', false],
  ['little', 4_000_000, 5_000_000, 'Đã dùng khoảng 4,0 MB. Máy còn chỗ cho khoảng 66 buổi.', true],
  ['none', 5_000_000, 5_000_000, 'Đã dùng khoảng 5,0 MB. Máy còn chỗ cho khoảng 0 buổi.', true],
] as const)('how much room is left is said as a guess, in sessions: %s', async (_, usage, quota, says, isLow) => {
  const her = await seatOf()
  browserSays(her, { isPromised: true, usage, quota })
  await openMore(her)
  await waitFor(() => expect(shown()).toContain(says))
  expect(shown()).toContain('Đây là ước tính của trình duyệt.')
  expect(shown().includes('Máy sắp hết chỗ.')).toBe(isLow)
})

test('a browser that says nothing of its room is not quoted', async () => {
  const her = await seatOf()
  browserSays(her, { isPromised: false, usage: 0, quota: 0 })
  await openMore(her)
  expect(shown()).not.toContain('Đã dùng khoảng')
})

test.each([
  [{ at: EVENING - 86_400_000, missing: 2 }, 'Máy này đã mất ít nhất 2 lần ghi (phát hiện lúc 20/11, 21:00).'],
  [{ at: EVENING }, 'Số liệu cũ trên máy này đã mất (phát hiện lúc 21:00).'],
])('a loss that was told is still said here', async (loss, says) => {
  const her = await seatOf()
  browserSays(her, { isPromised: true })
  await putMeta(her.phone.store, 'loss', loss)
  await openMore(her)
  await screen.findByText(new RegExp(says.replace(/[()]/g, '\\$&')))
})

test.each([
  ['nothing is unsent', { is: 'none' }, ['Mọi thứ ghi trên máy này đều đã tới nơi nhận, nên không có gì phải sao lưu.'], []],
  [
    'the file is saved',
    { is: 'saved', name: 'lan-toa-chua-gui-2026-11-22.txt', count: 3 },
    ['Đã làm xong tệp.'],
    [
      'Đã lưu tệp lan-toa-chua-gui-2026-11-22.txt vào mục Tải xuống của máy, gồm 3 lần ghi chưa tới nơi nhận.',
      'Hãy đưa tệp cho cán bộ xã hoặc người quản trị hệ thống',
    ],
  ],
  [
    'the file went to another app',
    { is: 'shared', name: 'lan-toa-chua-gui-2026-11-22.txt', count: 1 },
    ['Đã làm xong tệp.'],
    ['Đã chuyển tệp lan-toa-chua-gui-2026-11-22.txt sang ứng dụng vừa chọn, gồm 1 lần ghi', 'Hãy đưa tệp cho cán bộ xã'],
  ],
  ['she closed the sheet', { is: 'closed' }, ['Chưa đưa tệp đi đâu.'], []],
  ['the phone has never been let in', problem('no-connection'), ['Chưa có mạng'], []],
] as const)('a tap on the backup says what became of it: %s', async (_, became, announced, stays) => {
  const her = await seatOf()
  browserSays(her, { isPromised: true })
  her.app.makeBackup = async () => became
  await openMore(her)
  await tap('Sao lưu ra tệp')
  for (const sentence of announced) await waitFor(() => expect(screen.getByRole('status').textContent).toContain(sentence))
  expect(stays.filter((sentence) => !shown().includes(sentence))).toEqual([])
  expect(shown().includes('Hãy đưa tệp')).toBe(stays.length > 0)
})

test('a backup that can’t be made is told, and can be tried again', async () => {
  const her = await seatOf()
  browserSays(her, { isPromised: true })
  let tries = 0
  her.app.makeBackup = async () => {
    tries += 1
    if (tries === 1) throw new Error('the browser can not')
    return { is: 'none' }
  }
  await openMore(her)
  await tap('Sao lưu ra tệp')
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Chưa làm được tệp.'))
  await tap('Sao lưu ra tệp')
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('không có gì phải sao lưu'))
})
