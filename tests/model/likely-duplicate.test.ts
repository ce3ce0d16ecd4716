import { expect, test } from 'vitest'
import { type EnteredSession, likelyDuplicates } from '../../src/model/likely-duplicate.ts'
import type { Data } from '../../src/model/registry.ts'
import { idNamed } from '../fixture/id-named.ts'
import { session } from '../fixture/sample.ts'

const [dong, tay] = [idNamed('thôn Đông'), idNamed('thôn Tây')]

const recorded = (id: string, more: Partial<Data<'session'>> = {}, removed = false) => ({
  id,
  removed,
  data: session({ unit: dong, form: 'theme-talk', counts: { total: 40, female: 25, male: 15, method: 'counted' }, ...more }) as Data<'session'>, // a whole one
})

const entered = (more: EnteredSession = {}): EnteredSession => ({ date: '2026-11-20', unit: dong, form: 'theme-talk', ...more })

const counted = (total: number, more: EnteredSession['counts'] = {}): EnteredSession['counts'] => ({ total, method: 'counted', ...more })

const found = (one: EnteredSession, all: ReturnType<typeof recorded>[], id?: string): string[] => likelyDuplicates(one, id, all).map((other) => other.id)

test('a session of the same day, village and form is pointed out before anybody is counted', () => {
  expect(found(entered(), [recorded('a')])).toEqual(['a'])
})

test('nothing is, of another day or village, or while day and village are not known', () => {
  expect(found(entered({ unit: tay, counts: counted(40) }), [recorded('a')])).toEqual([])
  expect(found(entered({ date: '2026-11-19', counts: counted(40) }), [recorded('a')])).toEqual([])
  expect(found({}, [recorded('a')])).toEqual([])
})

test('two who counted one event apart from each other miss a few', () => {
  expect(found(entered({ counts: counted(42) }), [recorded('a')])).toEqual(['a'])
  expect(found(entered({ counts: counted(37, { female: 23, male: 14 }) }), [recorded('a')])).toEqual(['a'])
})

test('one event that two people call by different forms is pointed out by its people', () => {
  expect(found(entered({ form: 'group-meeting', counts: counted(40) }), [recorded('a')])).toEqual(['a'])
})

test('two real sessions of one day with other forms and other people are none', () => {
  expect(found(entered({ form: 'group-meeting', counts: counted(18) }), [recorded('a')])).toEqual([])
  expect(found(entered({ form: 'group-meeting' }), [recorded('a')])).toEqual([])
})

test('nor are two of one form with other people', () => {
  expect(found(entered({ counts: counted(75) }), [recorded('a')])).toEqual([])
  expect(found(entered({ counts: counted(40, { female: 8, male: 32 }) }), [recorded('a')])).toEqual([])
})

test('nor one in the morning and one in the evening', () => {
  const morning = recorded('a', { partOfDay: 'morning' })
  expect(found(entered({ partOfDay: 'evening', counts: counted(40) }), [morning])).toEqual([])
  expect(found(entered({ partOfDay: 'morning', counts: counted(40) }), [morning])).toEqual(['a'])
  expect(found(entered({ counts: counted(40) }), [morning])).toEqual(['a'])
})

test('who estimates may be further off', () => {
  const estimated = recorded('a', { counts: { total: 200, method: 'estimated' } })
  expect(found(entered({ counts: counted(150) }), [estimated])).toEqual(['a'])
  expect(found(entered({ counts: counted(150) }), [recorded('b', { counts: { total: 200, method: 'counted' } })])).toEqual([])
})

test('a loudspeaker and a text message, of which nobody is counted, are not one', () => {
  const sms = recorded('a', { form: 'sms', counts: { total: 0, method: 'counted' } })
  expect(found(entered({ form: 'loudspeaker', counts: counted(0) }), [sms])).toEqual([])
})

test('of an event of several communes each has its session; in one place it is one', () => {
  const rally = recorded('a', { form: 'rally', event: { id: idNamed('mít tinh'), counts: true } })
  const same = { id: idNamed('mít tinh'), counts: false }
  expect(found(entered({ unit: tay, form: 'rally', event: same, counts: counted(40) }), [rally])).toEqual([])
  expect(found(entered({ form: 'rally', event: same, counts: counted(300) }), [rally])).toEqual(['a'])
  expect(found(entered({ form: 'rally', event: { id: idNamed('khác'), counts: true }, counts: counted(40) }), [rally])).toEqual([])
})

test('a session is never like itself, nor like one that was taken away', () => {
  expect(found(entered({ counts: counted(40) }), [recorded('a')], 'a')).toEqual([])
  expect(found(entered({ counts: counted(40) }), [recorded('a', {}, true)])).toEqual([])
})

test('the likeliest comes first: of the same form, and with as many people', () => {
  const all = [
    recorded('other form', { form: 'film' }),
    recorded('43', { counts: { total: 43, method: 'counted' } }),
    recorded('41', { counts: { total: 41, method: 'counted' } }),
  ]
  expect(found(entered({ counts: counted(40) }), all)).toEqual(['41', '43', 'other form'])
})
