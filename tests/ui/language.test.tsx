// Every screen in both languages: no key in place of a word, nothing of the other language, and the practice mark on all.

import { waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { formPaths, listPaths } from '../../src/client/ui/record-path.ts'
import type { Role } from '../../src/model/permission.ts'
import en from '../../src/text/en.json' with { type: 'json' }
import vi from '../../src/text/vi.json' with { type: 'json' }
import { aLuoi1 } from '../fixture/land.ts'
import { baseline, session, site } from '../fixture/sample.ts'
import { type Seat, seatOf } from '../fixture/screen.tsx'

/** Somebody's phone with a record of each kind, one of them refused and one waiting; and the addresses of its screens. */
async function phoneOf(role: Role): Promise<{ seat: Seat; paths: string[] }> {
  const seat = await seatOf({ role, practice: true })
  const unit = role === 'province' ? seat.app.identity.value?.scope.province : seat.village('Tây')
  const asked = { total: 40, female: 25, male: 15, firstTime: 10, firstTime14to60: 6, method: 'estimated' }
  const told = await seat.tell('session', 'buổi', session({ unit, counts: asked, languages: ['pa-co'], note: 'xx' }))
  const place = await seat.tell('site', 'nhà', site({ name: 'xx', type: 'peace-house' }))
  const base = await seat.tell('baseline', 'nền', baseline({ unit: aLuoi1, source: 'xx', people: { total: 90, from14to60: 50 } }))
  const body = { organisation: seat.app.identity.value?.scope.organisation, unit }
  seat.server.refuse = ({ n }) => (n === 1 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  const refused = await seat.phone.save(body)
  await seat.phone.sync()
  await seat.phone.save(body)
  const village = seat.village('Tây')
  const common = [
    '/',
    '/session/new',
    '/sessions',
    `/session/${told}`,
    `/session/${refused.id}`,
    `/session/${refused.id}/edit`,
    '/more',
    '/sending',
    '/tally-sheet',
    '/try-out',
    '/enrol',
    '/no',
  ]
  const registers = [...listPaths, '/plans', ...formPaths.filter((path) => path.endsWith('/new'))]
  const field = ['/sites', '/site/new', `/site/${place}`, '/coverage', '/month']
  const reports = ['/reports', '/report/new?from=2026-07-01&to=2026-09-30', '/report/new?from=2026-07-01&to=2026-09-30&step=paper']
  const areas = ['/area', '/area?list=all', `/area/${village}`, '/indicator/VC1', ...reports]
  const office = [...areas, `/baseline/${base}/edit`]
  const official = [...areas, `/session/${told}/edit`, `/site/${place}/edit`, `/village/${village}/edit`]
  const own = role === 'province' ? office : role === 'official' ? [...field, ...official] : field
  return { seat, paths: [...common, ...registers, ...own] }
}

/** Words, labels and titles on the screen, one by one. */
function saidOnScreen(): string[] {
  const said: string[] = [document.title]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) said.push(walker.currentNode.textContent ?? '')
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    for (const name of ['aria-label', 'placeholder', 'title']) said.push(element.getAttribute(name) ?? '')
  }
  return said.map((one) => one.trim()).filter((one) => one !== '')
}

/** The screen once it stands still: everything it asked of the store has come. */
async function settled(): Promise<string[]> {
  let before = ''
  await waitFor(() => {
    const now = saidOnScreen().join('\n')
    const isStill = now === before
    before = now
    expect({ isStill, isEmpty: document.querySelector('main > *') === null || document.querySelector('form:empty') !== null }).toEqual({
      isStill: true,
      isEmpty: false,
    })
  })
  return saidOnScreen()
}

const keys = [...Object.keys(vi), ...Object.keys(en)]
const heads = [...new Set(keys.map((key) => key.split('.')[0]))].join('|')
/** A key, a code or a value that nobody put into words. */
const rawKey = new RegExp(`^(${heads})\\.[a-z0-9-]+(\\.\\S+)?$|^[a-z0-9]+(-[a-z0-9]+)+$|\\{\\w+\\}|undefined|NaN|\\[object`)

/** What is a name, and so the same in both languages. */
const names =
  /Lan Tỏa|Ngôn ngữ|Tiếng Việt|A Lưới \d|Hòa Vang|Huế|Hội LHPN|thành phố|Đông|Tây|Bãi|Cộng tác viên( khác| xã)?|Cán bộ xã|Thôn|Xã|Thành phố|Pa Cô|HỘI LHPN THÀNH PHỐ HUẾ|Thừa Thiên|Hải Dương|Hải Phòng|Tuyên Quang|KH-BCĐ|QĐ-TTg/g
const isVietnamese = (said: string): boolean => /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i.test(said)

/** Names of things that are the same in English: unit types, peoples. */
const sameInBoth = new Set(Object.entries(en).flatMap(([key, said]) => (isVietnamese(said) && vi[key as keyof typeof vi] === said ? [said] : [])))

test.each(['collaborator', 'official', 'province'] as const)('%s: every screen speaks English without a raw key or a word of Vietnamese', async (role) => {
  const { seat, paths } = await phoneOf(role)
  seat.app.preferences.language.value = 'en'
  for (const path of paths) {
    seat.open(path)
    const said = await settled()
    const wrong = said.filter((one) => rawKey.test(one) || (!sameInBoth.has(one) && isVietnamese(one.replaceAll('\u00a0', ' ').replace(names, ''))))
    expect({ path, wrong }).toEqual({ path, wrong: [] })
  }
  expect(seat.phone.errors).toEqual([])
})

test.each(['collaborator', 'official', 'province'] as const)('%s: every screen speaks plain Vietnamese, and says that it is practice', async (role) => {
  const { seat, paths } = await phoneOf(role)
  const english = new Set(Object.entries(en).flatMap(([key, said]) => (vi[key as keyof typeof vi] === said ? [] : [said])))
  for (const path of paths) {
    seat.open(path)
    const said = await settled()
    const wrong = said.filter((one) => rawKey.test(one) || /đồng bộ|offline|máy chủ/i.test(one) || (english.has(one) && one.length > 3))
    expect({ path, wrong }).toEqual({ path, wrong: [] })
    expect(said).toContain('Diễn tập · không phải số liệu thật')
  }
})
