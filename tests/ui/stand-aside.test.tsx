// The screen in a browser where nothing lasts: what it says, and that nothing is used up or locked away.

import { render, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { listDrafts } from '../../src/client/store/draft.ts'
import { StandAside } from '../../src/client/ui/page/stand-aside.tsx'
import { readPreferences } from '../../src/client/ui/preference.ts'
import { heading, inField, type Seat, seatOf, shown, tap, type, wordsOf } from '../fixture/screen.tsx'

const SECRET = 'w2a-Vq7K_secret-of-80-bits'
const zalo =
  'Mozilla/5.0 (Linux; Android 12; SM-A525F Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.230 Mobile Safari/537.36 Zalo android/12100625 ZaloTheme/light ZaloLanguage/vi'
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const zaloOnIphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Zalo iOS/502'

function standing(userAgent: string, path = `/enrol#${SECRET}`, mayCopy = true): string[] {
  const copied: string[] = []
  const preferences = readPreferences(undefined)
  window.history.replaceState(null, '', path)
  const copyText = async (text: string) => mayCopy && copied.push(text) > 0
  render(<StandAside userAgent={userAgent} preferences={preferences} words={wordsOf(preferences)} outlet={{ copyText }} />)
  return copied
}

test('inside Zalo on Android: why, a button to Chrome, and the whole link to copy; the invitation stays in the address', async () => {
  const copied = standing(zalo)
  await heading('Mở bằng Chrome')
  expect(shown()).toContain('Trang này đang mở bên trong Zalo.')
  expect(shown()).toContain('Lời mời vẫn chưa dùng tới.')
  expect(screen.getByRole('link', { name: 'Mở bằng Chrome' }).getAttribute('href')).toContain(`/enrol#${SECRET}#Intent;`)
  await tap('Chép đường dẫn mời')
  await screen.findByText('Đã chép.')
  expect(copied).toEqual([window.location.href])
  expect(window.location.hash).toBe(`#${SECRET}`)
})

test('where nothing may be copied by a tap, the link stands there to be selected', async () => {
  standing(zaloOnIphone, undefined, false)
  await heading('Mở bằng Safari')
  expect(screen.queryByRole('link')).toBeNull()
  await tap('Chép đường dẫn mời')
  await screen.findByText(/Máy không cho chép/)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Hoặc giữ tay lên đường dẫn này/ })
  expect(field.value).toBe(window.location.href)
  expect(document.activeElement).toBe(field)
})

test('a browser that knows only the old way to copy is asked in that way', async () => {
  standing(zalo, undefined, false)
  const asked: unknown[] = []
  document.execCommand = (what) => asked.push(what) > 0
  await tap('Chép đường dẫn mời')
  await screen.findByText('Đã chép.')
  expect(asked).toEqual(['copy'])
  Reflect.deleteProperty(document, 'execCommand')
})

test('in Safari on an iPhone: first the invitation is copied, then the app put on the Home Screen, then it is pasted there', async () => {
  standing(safari)
  await heading('Đưa Lan Tỏa ra màn hình chính')
  const said = shown()
  const order = ['Chép đường dẫn mời', 'Bấm nút Chia sẻ', 'Thêm vào MH chính', 'chọn “Dán”'].map((words) => said.indexOf(words))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(order).not.toContain(-1)
})

test('in Safari without an invitation there is nothing to copy, and the code is typed later', async () => {
  standing(safari, '/')
  await heading('Đưa Lan Tỏa ra màn hình chính')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(shown()).toContain('rồi nhập mã mời')
})

test('a second link opened in the same tab is the one that is copied', async () => {
  const copied = standing(zalo)
  window.location.hash = '#another_w2a-Vq7K_secret'
  await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toContain('#another_w2a'))
  await tap('Chép đường dẫn mời')
  await waitFor(() => expect(copied).toEqual([window.location.href]))
})

test('in English too, without a raw key', async () => {
  for (const userAgent of [zalo, zaloOnIphone, safari]) {
    standing(userAgent)
    await tap('English')
    await waitFor(() => expect(shown()).toContain('The invitation is still unused.'))
    expect(shown()).not.toMatch(/aside\./)
    document.body.replaceChildren()
  }
})

/** She was let in inside Zalo, long ago. */
async function seatInZalo(): Promise<Seat> {
  const her = await seatOf()
  her.app.passing = zalo
  return her
}

test('who has work inside Zalo from before reads it, is told how much is unsent, and is led out; nothing new is begun there', async () => {
  const her = await seatInZalo()
  const { id } = await her.phone.save({ unit: her.village('Tây') })
  her.open('/')
  await screen.findByText(/Còn 1 mục chưa gửi ở đây/)
  expect(screen.getByRole('link', { name: 'Mở Hộp gửi' })).toBeTruthy()
  her.open(`/session/${id}`)
  await heading('Thôn Tây')
  her.open('/session/new')
  await screen.findByText(/Buổi mới thì ghi ở trình duyệt của máy/)
  expect(screen.queryByRole('button', { name: 'Lưu trên máy này' })).toBeNull()
})

test('what was begun there can be finished there: a draft, and a session to be mended', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Bãi') })
  her.open('/session/new')
  await tap('Thôn Tây')
  await type('Nữ', '17')
  await waitFor(async () => expect((await listDrafts(her.phone.store)).length).toBe(1))
  her.app.passing = zalo
  her.open('/session/new')
  await waitFor(async () => expect(await inField('Nữ')).toBe('17'))
  await screen.findByRole('button', { name: 'Lưu trên máy này' })
  her.open(`/session/${id}/edit`)
  await screen.findByRole('button', { name: 'Lưu trên máy này' })
})

test('an invitation opened there is not used up, unless unsent work has to be handed in with it', async () => {
  const her = await seatInZalo()
  const enrol = vi.fn(async () => undefined)
  her.app.enrol = enrol
  her.open(`/enrol#${SECRET}`)
  await heading('Mở bằng Chrome')
  expect(enrol).not.toHaveBeenCalled()
  expect(window.location.hash).toBe(`#${SECRET}`)
  await her.phone.save({ unit: her.village('Tây') })
  her.open(`/enrol#${SECRET}`)
  await waitFor(() => expect(enrol).toHaveBeenCalledWith(SECRET))
})
