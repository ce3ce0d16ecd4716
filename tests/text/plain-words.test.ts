// Which words a collaborator is spoken to in: none that she does not know, and for what matters most always the same ones.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import importing from '../../src/text/import-vi.json' with { type: 'json' }
import { noWords } from '../../src/text/no-words.ts'
import paper from '../../src/text/paper-vi.json' with { type: 'json' }
import type { MessageKey } from '../../src/text/translate.ts'
import vi from '../../src/text/vi.json' with { type: 'json' }
import { filesBelow, root } from '../../tool/files.ts'

const words: Record<string, string> = { ...vi, ...paper, ...importing }
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** All that a collaborator may be shown: where it stands → what it says. */
function shown(): [where: string, said: string][] {
  const page = [...read('index.html').matchAll(/<(?:title|p)>([^<]+)</g)].map(([, said = '']): [string, string] => ['index.html', said])
  const manifest = textsIn(JSON.parse(read('manifest.webmanifest'))).map((said): [string, string] => ['manifest.webmanifest', said])
  const packs = filesBelow(join(root, 'src/programme/pack')).flatMap((path) => textsIn(JSON.parse(read(path))).map((said): [string, string] => [path, said]))
  return [...Object.entries(words), ['no-words', noWords[0]], ...page, ...manifest, ...packs]
}

/** Codes aside: those are never shown. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z0-9./-]*$/.test(value) ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Folded, so that capitals, tone marks and where they are put make no difference. */
const unknown = /(^| )(dong bo|offline|online|may chu|server|sync|cache|token)( |$)/
const isUnknown = (said: string): boolean => unknown.test(fold(said))

test('no word that people do not know is shown, with or without its marks', () => {
  expect(shown().length).toBeGreaterThan(900)
  expect(shown().filter(([, said]) => isUnknown(said))).toEqual([])
})

test.each(['Đang đồng bộ…', 'ĐỒNG BỘ xong', 'Dong bo lai', 'Chế độ Offline', 'Máy chủ bận', 'gửi lên may chủ.', 'Auto-sync', 'Xoá cache'])(
  '"%s" would be found',
  (said) => expect(isUnknown(said)).toBe(true),
)

test.each(['Đồng bào dân tộc thiểu số', 'Máy chưa gửi', 'Cách đếm', 'Có mặt ở đồng bằng'])('"%s" is something else', (said) => {
  expect(isUnknown(said)).toBe(false)
})

/** What the product has to say, the words for it, and where it says them. Values in braces may have any name. */
const agreed: [what: string, said: string, key: MessageKey][] = [
  ['no network', 'Không có mạng. Vẫn ghi được.', 'net.none'],
  ['saved', 'Đã lưu trên máy này.', 'save.done'],
  ['draft', 'Nháp, tự lưu lúc {t}.', 'draft.kept'],
  ['sending', 'Đang gửi {i}/{n}', 'sending.progress'],
  ['send now', 'Gửi ngay', 'sending.now'],
  ['last sent', 'Lần gửi được gần nhất: {t}', 'net.last-sent'],
  ['received', 'Số liệu nhận về lúc {t}', 'coverage.as-of'],
  ['backup', 'Sao lưu ra tệp', 'storage.backup'],
  ['conflict: the one here', 'Giữ bản trên máy này', 'decide.keep-this-phone'],
  ['conflict: the other', 'Giữ bản của {tên}', 'decide.keep-theirs'],
  ['to mend', 'Cần sửa {n} chỗ', 'form.to-mend'],
  ['future date', 'Ngày không được sau hôm nay.', 'problem.future-date'],
  ['missing village', 'Hãy chọn thôn.', 'required.session.unit'],
  ['deleted', 'Đã xoá.', 'remove.done'],
  ['undo', 'Hoàn tác', 'action.undo'],
  ['no data', 'Chưa có số liệu (không phải bằng 0)', 'coverage.never'],
  ['new version', 'Có bản mới. Cập nhật khi ghi xong.', 'update.ready'],
]

/** Where the product says more than these words, or says them after who did what. */
const within: [what: string, said: string, key: MessageKey][] = [
  ['sent', 'Đã gửi lúc {t}.', 'sending.sent-at'],
  ['waiting', 'Chờ gửi', 'sending.waits'],
  ['storage full', 'Chưa lưu được: máy sắp đầy', 'problem.storage-failed'],
  ['conflict', 'Chọn bản đúng', 'decide.title'],
  ['locked', 'Đã chốt', 'term.submissionState.locked'],
  ['do not clear', 'Đừng xoá dữ liệu trình duyệt', 'sending.keep'],
]

const saidAt = (key: string): string => words[key] ?? words[`${key}_other`] ?? ''
const anyValue = (said: string): string => said.replace(/\{[^}]+\}/g, '{}')
/** A label ends without the full stop that the sentence has. */
const unended = (said: string): string => anyValue(said).replace(/\.$/, '')

test.each(agreed)('%s: "%s"', (_, said, key) => {
  expect(unended(saidAt(key))).toBe(unended(said))
})

test.each(within)('%s: "%s" and what belongs to it', (_, said, key) => {
  expect(anyValue(saidAt(key))).toContain(anyValue(said))
})
