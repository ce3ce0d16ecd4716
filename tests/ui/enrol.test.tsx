import { signal } from '@preact/signals'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { readEarlierDevices } from '../../src/client/store/earlier-devices.ts'
import { putMeta } from '../../src/client/store/meta.ts'
import { Root } from '../../src/client/ui/app.tsx'
import type { App } from '../../src/client/ui/context.ts'
import { type Problem, problem } from '../../src/model/problem.ts'
import { heading, seatOf, shown, tap, type } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const SECRET = 'w2a-Vq7K_secret-of-80-bits'

/** A phone that belongs to nobody yet; what it tried, and what the office says to each try in turn. */
async function newcomer(path: string, answers: (Problem | undefined)[] = []): Promise<{ tried: string[]; app: App }> {
  const { app } = await seatOf()
  const enrolled = app.identity.value
  const identity = signal<typeof enrolled>(undefined)
  const tried: string[] = []
  const enrol = async (invitation: string) => {
    tried.push(invitation)
    const answer = answers.shift()
    if (!answer) identity.value = enrolled
    return answer
  }
  const mine: App = { ...app, identity, enrol }
  window.history.replaceState(null, '', path)
  render(<Root app={mine} />)
  await heading('Vào Lan Tỏa')
  return { tried, app: mine }
}

test('a code typed as it was read out, in small letters and with gaps, lets a newcomer in', async () => {
  const { tried } = await newcomer('/')
  await type('Mã 10 ký tự', 'abcd-efgh 23')
  await tap('Bắt đầu')
  await heading('Chào anh/chị')
  expect(tried).toEqual(['ABCDEFGH23'])
})

test.each([
  ['invitation-unknown', 'Mã này không đúng. Xem lại từng chữ.'],
  ['invitation-used', 'Mã này đã được dùng trên máy khác.'],
  ['invitation-ended', 'Mã này đã hết hạn.'],
] as const)('a code that is refused (%s) is told in words, and stays to be put right', async (code, sentence) => {
  await newcomer('/', [problem(code)])
  await type('Mã 10 ký tự', 'ABCDEFGH23')
  await tap('Bắt đầu')
  expect((await screen.findByRole('alert')).textContent).toContain(sentence)
  expect(shown()).toContain('Hãy xin cán bộ xã một mã mới.')
  expect((await screen.findByLabelText<HTMLInputElement>('Mã 10 ký tự')).value).toBe('ABCDEFGH23')
})

test('a code too short is not even sent', async () => {
  const { tried } = await newcomer('/')
  await type('Mã 10 ký tự', 'ABC')
  await tap('Bắt đầu')
  expect((await screen.findByRole('alert')).textContent).toContain('Mã này không đúng. Xem lại từng chữ.')
  expect(tried).toEqual([])
})

test('a link lets in by itself and leaves the address bar at once', async () => {
  const opened = await newcomer(`/enrol#${SECRET}`)
  await waitFor(() => expect(opened.tried).toEqual([SECRET]))
  expect(window.location.href).not.toContain(SECRET)
})

test('a link pasted into the field is taken for what it is', async () => {
  const pasted = await newcomer('/')
  await type('Mã 10 ký tự', `https://lan-toa.test/enrol#${SECRET}`)
  await tap('Bắt đầu')
  await heading('Chào anh/chị')
  expect(pasted.tried).toEqual([SECRET])
})

test('a link opened without a network is not lost: nobody is sent for a new code, and trying again is one tap', async () => {
  const { tried } = await newcomer(`/enrol#${SECRET}`, [problem('no-connection')])
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa có mạng')
  expect(shown()).not.toContain('Hãy xin cán bộ xã một mã mới.')
  await tap('Thử lại')
  await waitFor(() => expect(tried).toEqual([SECRET, SECRET]))
})

test("a phone that still holds another person's unsent work says so", async () => {
  await newcomer('/', [problem('not-allowed')])
  await type('Mã 10 ký tự', 'ABCDEFGH23')
  await tap('Bắt đầu')
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Máy này còn việc chưa gửi hoặc còn nháp của người khác. Hãy để người đó gửi hết, rồi dùng mã mới.',
  )
})

test('the language can be changed before anyone is let in', async () => {
  await newcomer('/')
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  await heading('Join Lan Tỏa')
  await screen.findByLabelText('Code of 10 characters')
  fireEvent.click(screen.getByRole('button', { name: 'Tiếng Việt' }))
  await heading('Vào Lan Tỏa')
})

test('who is signed out enters a new code on the same phone, and can go back to her unsent work', async () => {
  const her = await seatOf()
  her.open('/enrol')
  await heading('Vào Lan Tỏa')
  await tap('Quay lại', 'link')
  await heading('Chào anh/chị')
})

test('a second link opened in the same tab is taken, though only what stands behind the # changed', async () => {
  const { tried } = await newcomer(`/enrol#${SECRET}`, [problem('invitation-used')])
  await screen.findByText('Mã này đã được dùng trên máy khác.')
  window.location.hash = '#another_w2a-Vq7K_secret'
  await heading('Chào anh/chị')
  expect(tried).toEqual([SECRET, 'another_w2a-Vq7K_secret'])
})

test('before the first answer nothing is said to be sent, counted or missing', async () => {
  const { app } = await seatOf()
  const enrolled = app.identity.value
  if (!enrolled) throw new Error('nobody enrolled')
  const { lastReceivedAt: _never, ...fresh } = enrolled
  for (const [path, name] of [
    ['/', 'Chào anh/chị'],
    ['/coverage', /^Xã/],
    ['/month', 'Báo cáo tháng'],
  ] as const) {
    window.history.replaceState(null, '', path)
    const { unmount } = render(<Root app={{ ...app, identity: signal(fresh) }} />)
    await heading(name)
    await screen.findByText(/Máy này chưa nhận được số liệu nào/)
    expect(shown()).not.toMatch(/Đã gửi|chưa có danh sách thôn|Số liệu nhận về lúc/)
    unmount()
  }
})

test('[P76] a phone that held nothing is told first on what the account was used before, and goes on when that is read', async () => {
  const her = await seatOf()
  await putMeta(her.phone.store, 'earlier-devices', [
    { name: 'Android · Chrome', contactAt: EVENING - 86_400_000, received: 12, isThis: false },
    { contactAt: EVENING, received: 0, isThis: false },
  ])
  her.open('/')
  await heading('Tài khoản đã dùng trên máy khác')
  expect(shown()).toContain('Android · ChromeLần gửi gần nhất: 20/11, 21:00')
  expect(shown()).toContain('Máy không rõ tênLần gửi gần nhất: 21:00')
  expect(shown()).toContain('những gì chưa gửi có thể đã mất')
  await tap('Tôi đã hiểu, dùng tiếp')
  await heading('Chào anh/chị')
  expect(await readEarlierDevices(her.phone.store)).toBeUndefined()
})
