import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { isValidOn, unitId } from '../../src/model/unit.ts'
import { readUnitFile } from '../../src/protocol/units.ts'
import { fold } from '../../src/text/fold.ts'
import { formerNames } from '../../tool/former-names.ts'
import { codeChanges, kindChanges } from '../../tool/unit-corrections.ts'
import { compactUnits } from '../../tool/units.ts'

const files = compactUnits()
const units = files.flatMap(({ json }) => readUnitFile(JSON.parse(json)))
const communes = units.filter(({ level }) => level === 'commune')
const byCode = new Map(units.map((unit) => [unit.code, unit]))
const ofType = (type: string) => units.filter((unit) => unit.type === type).length

/** Another list of the same units, kept beside the repository where there is one. */
const otherList = new URL('../../../shared/data/units-now.json', import.meta.url)

describe('the official units that the build emits', () => {
  test('are the 34 provinces and 3,321 communes of today', () => {
    expect(units.filter(({ level }) => level === 'province')).toHaveLength(34)
    expect(communes).toHaveLength(3321)
    expect({ xa: ofType('xa'), phuong: ofType('phuong'), dacKhu: ofType('dac-khu') }).toEqual({ xa: 2611, phuong: 697, dacKhu: 13 })
    expect({ tinh: ofType('tinh'), city: ofType('thanh-pho') }).toEqual({ tinh: 27, city: 7 })
  })

  test('have ids of their own that the model accepts, and hold since 1/7/2025', () => {
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length)
    expect(units.filter(({ id }) => !z.safeParse(unitId, id).success)).toEqual([])
    expect(communes.every((unit) => isValidOn(unit, '2025-07-01') && !isValidOn(unit, '2025-06-30'))).toBe(true)
  })

  test('are written in NFC, with one kind of apostrophe and no stray space', () => {
    const names = units.flatMap((unit) => [unit.name, ...(unit.formerNames ?? [])])
    const cleaned = names.map((name) =>
      name
        .normalize('NFC')
        .trim()
        .replace(/ {2,}/g, ' ')
        .replace(/[\u2018\u2019\u02bc]/g, "'"),
    )
    expect(names).toEqual(cleaned)
  })

  test('have no two communes of one name in one province, so that a name and a province say which', () => {
    expect(new Set(communes.map(({ parent, type, name }) => `${parent} ${type} ${name}`)).size).toBe(communes.length)
  })

  test('come province first, communes by code, each under its province', () => {
    for (const { code, json } of files) {
      const [province, ...rest] = readUnitFile(JSON.parse(json))
      expect(province).toMatchObject({ id: `${code}@2025-07-01`, level: 'province', code })
      expect(rest.map((unit) => unit.code)).toEqual(rest.map((unit) => unit.code).sort())
      expect(rest.every(({ parent }) => parent === province?.id)).toBe(true)
    }
  })

  test.each([
    ['46', 40],
    ['31', 114],
    ['51', 96],
    ['08', 124],
  ])('province %s has %i communes', (code, count) => {
    expect(communes.filter(({ parent }) => parent === `${code}@2025-07-01`)).toHaveLength(count)
  })

  test('are the same bytes each time', () => {
    expect(compactUnits()).toEqual(files)
  })
})

describe('what the package has wrong', () => {
  test('the ten xã of Đồng Nai that became phường keep their id and are found by their old name', () => {
    expect(Object.keys(kindChanges)).toHaveLength(10)
    for (const code of Object.keys(kindChanges)) {
      const unit = byCode.get(code)
      expect(unit).toMatchObject({ id: `${code}@2025-07-01`, type: 'phuong', parent: '75@2025-07-01' })
      expect(unit?.formerNames).toContain(`Xã ${unit?.name}`)
    }
    expect(byCode.get('75')).toMatchObject({ type: 'thanh-pho', name: 'Đồng Nai', formerNames: expect.arrayContaining(['Tỉnh Đồng Nai']) })
  })

  test('Ba Chẽ and Ia Mơ have the newer list’s codes', () => {
    expect(byCode.get('06978')).toMatchObject({ name: 'Ba Chẽ', type: 'xa' })
    expect(byCode.get('23938')).toMatchObject({ name: 'Ia Mơ', type: 'xa' })
    for (const old of Object.keys(codeChanges)) expect(byCode.has(old)).toBe(false)
  })
})

describe('old names', () => {
  test('lead to the commune of today', () => {
    expect(byCode.get('20056')).toMatchObject({ name: 'A Lưới 1', type: 'xa' })
    expect(byCode.get('20044')?.formerNames).toContain('Thị trấn A Lưới')
    expect(byCode.get('46')?.formerNames).toEqual(['Tỉnh Thừa Thiên Huế'])
    expect(byCode.get('31')?.formerNames).toEqual(['Tỉnh Hải Dương'])
    expect(byCode.get('26882')?.formerNames).toContain('Phường 12 (Gò Vấp)')
  })

  test('are not told twice: none repeats today’s name', () => {
    const words = { xa: 'Xã', phuong: 'Phường', 'dac-khu': 'Đặc khu' }
    const repeating = communes.filter(({ type, name, formerNames: old = [] }) => {
      const today = fold(`${words[type as keyof typeof words]} ${name}`)
      return old.some((former) => !former.endsWith(')') && fold(former) === today)
    })
    expect(repeating).toEqual([])
  })

  test('get as much of their old address as tells them apart, and no more', () => {
    const old = (name: string, district: string, province: string, into: string) => ({ name, district, province, into })
    const found = formerNames([
      old('Xã Bình An', 'Huyện Một', 'Tỉnh Đông', 'Xã A'),
      old('Phường 2', 'Quận 10', 'Thành phố Tây', 'Phường B'),
      old('Phường 2', 'Quận Bắc', 'Thành phố Tây', 'Phường C'),
      old('Xã Hoà', 'Thị xã Nam', 'Tỉnh Đông', 'Xã A'),
      old('Xã Hoà', 'Huyện Nam', 'Tỉnh Đông', 'Xã D'),
      old('Xã Sơn', 'Huyện Nam', 'Tỉnh Đông', 'Xã A'),
      old('Xã Sơn', 'Huyện Nam', 'Tỉnh Tây', 'Xã D'),
      old('Xã Thuỷ', 'Huyện Nam', 'Tỉnh Tây', 'Xã Thủy'),
    ])
    expect(Object.fromEntries(found)).toEqual({
      'Xã A': ['Xã Bình An', 'Xã Hoà (Thị xã Nam)', 'Xã Sơn (Nam, Đông)'],
      'Phường B': ['Phường 2 (Quận 10)'],
      'Phường C': ['Phường 2 (Bắc)'],
      'Xã D': ['Xã Hoà (Huyện Nam)', 'Xã Sơn (Nam, Tây)'],
    })
  })
})

test('a file that is none is refused', () => {
  expect(() => readUnitFile({ code: '46', type: 'thanh-pho', name: 'Huế', formerNames: [], communes: [] })).toThrow()
  expect(() => readUnitFile('<!doctype html>')).toThrow()
})

test.runIf(existsSync(otherList))('another list of the same units says the same, codes and folded names', () => {
  const other = z
    .object({ provinces: z.array(z.object({ code: z.string(), name: z.string(), communes: z.array(z.tuple([z.string(), z.string()])) })) })
    .parse(JSON.parse(readFileSync(otherList, 'utf8')))
  const words = { tinh: 'Tỉnh', 'thanh-pho': 'Thành phố', xa: 'Xã', phuong: 'Phường', 'dac-khu': 'Đặc khu' }
  const named = (type: string, name: string) => fold(`${words[type as keyof typeof words]} ${name}`)
  const ours = Object.fromEntries(units.map(({ code, type, name }) => [code, named(type, name)]))
  const theirs = Object.fromEntries(
    other.provinces.flatMap(({ code, name, communes: list }) => [[code, fold(name)], ...list.map(([inner, full]) => [inner, fold(full)])]),
  )
  expect(ours).toEqual(theirs)
})
