// A plan that the office adopts and adapts on its own phones: over the wire it comes to the communes as it was set, and two who adapt
// it at once lose nothing of each other.

import { expect, test } from 'vitest'
import { readFigures } from '../../src/client/store/figures.ts'
import { getRecord } from '../../src/client/store/read.ts'
import { withDue, withTarget } from '../../src/client/ui/adapted-pack.ts'
import { countedPlanOf } from '../../src/client/ui/pack-indicators.ts'
import { readPeriods } from '../../src/client/ui/report-periods.ts'
import type { Fields } from '../../src/model/record.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { daysLeft } from '../../src/programme/due.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import type { Pack } from '../../src/programme/pack.ts'
import { periodNumbered } from '../../src/programme/period.ts'
import { type FieldPhone, fieldPhone, unitsOn } from '../fixture/field-phone.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { session, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const TODAY = '2026-03-01'

const planOn = async ({ store }: FieldPhone, id: string): Promise<Fields> => ({ ...(await getRecord(store, id))?.data })
const packOn = async (phone: FieldPhone, id: string): Promise<Pack> => (await planOn(phone, id))['pack'] as Pack

async function province() {
  const server = await serverFixture({ today: TODAY })
  const [office, other, official] = [
    await fieldPhone(server, 'province', hue),
    await fieldPhone(server, 'province', hue),
    await fieldPhone(server, 'official', aLuoi1),
  ]
  const plan = shippedPacks.find(({ id }) => id === '004-tuyen-quang')
  if (!plan) throw new Error('The plan whose quarter has no day is gone.')
  const { id } = await office.save({ kind: 'programme', ...adoptPack(plan, { unit: hue, adoptedOn: '2026-01-05' }), from: '2026-01-01', to: '2026-12-31' })
  for (const phone of [office, other, official]) await phone.sync()
  return { office, other, official, id, plan }
}

const adapt = async (phone: FieldPhone, id: string, change: (pack: Pack) => Pack) =>
  phone.save({ kind: 'programme', id, ...(await planOn(phone, id)), pack: change(await packOn(phone, id)) })

const place = (list: readonly { id: string }[], id: string): number => list.findIndex((one) => one.id === id)

const quarter = async (phone: FieldPhone) => {
  const periods = await readPeriods(phone.store, { today: TODAY, unit: aLuoi1, lookup: await unitsOn(phone) })
  return periods.filter(({ period }) => period.kind === 'quarter' && period.number === 1).map(({ before }) => before && daysLeft(before, TODAY))
}

test('a day that the document leaves open is nobody’s deadline until the office sets it; then the commune has its days left, and is measured by what was set', async () => {
  const { office, official, id, plan } = await province()
  const [dong] = await Promise.all(['Đông', 'Tây'].map((name) => official.save({ kind: 'unit', ...village({ name, validFrom: '2025-07-01' }) })))
  await official.save(session({ unit: dong?.id, date: '2026-01-20' }))
  expect(await quarter(official)).toEqual([undefined])

  await adapt(office, id, (pack) =>
    withTarget(withDue(pack, place(pack.reports, 'quarter-1'), { before: '03-20' }), place(pack.indicators, 'VC1'), 0, { threshold: 50, by: '2026-12-31' }),
  )
  for (const phone of [office, official]) await phone.sync()
  expect(await quarter(official)).toEqual([19])
  const counted = countedPlanOf(await packOn(official, id))?.indicators.find((one) => one.id === 'VC1')
  if (!counted) throw new Error('Every plan counts villages.')
  const figures = await readFigures(official.store, { area: aLuoi1, asOf: official.environment.now() })
  expect(evaluate(counted, figures, periodNumbered('15-14', 'quarter', 2026, 1))).toMatchObject({
    numerator: 1,
    denominator: 2,
    target: { threshold: 50, compare: 'at-least', by: '2026-12-31', met: true },
  })
  // What the office did not touch is the document's, to the letter.
  const { reports, indicators, ...rest } = await packOn(official, id)
  const { reports: _reports, indicators: _indicators, ...written } = plan
  expect(rest).toEqual(written)
  expect(reports.filter((report) => report.id !== 'quarter-1')).toEqual(plan.reports.filter((report) => report.id !== 'quarter-1'))
})

test('two officials who adapt one plan at once: the later stands, the other’s whole version is kept for the choice', async () => {
  const { office, other, official, id } = await province()
  await adapt(office, id, (pack) => withDue(pack, place(pack.reports, 'half'), { before: '06-08' }))
  await adapt(other, id, (pack) => withTarget(pack, place(pack.indicators, 'TQ-2'), 0, { threshold: 92 }))
  for (const phone of [office, other, office, official]) await phone.sync()
  const held = await getRecord(official.store, id)
  expect(held?.conflicts).toHaveLength(1)
  const kept = held?.conflicts[0]?.fields?.['pack'] as Pack
  const standing = await packOn(official, id)
  const due = (pack: Pack) => pack.reports.find((report) => report.id === 'half')?.due
  const threshold = (pack: Pack) => pack.indicators.find((one) => one.id === 'TQ-2')?.targets[0]?.threshold
  expect([due(kept), threshold(kept)]).toEqual([{ before: '06-08' }, 90])
  expect([due(standing), threshold(standing)]).toEqual([{ before: '06-10' }, 92])
})
