// A report frozen on a phone without a network: it reaches the office and the next official's phone as it was, to the byte.

import { expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import { paperToText, readPaper } from '../../src/client/report/kept-paper.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { listRecords } from '../../src/client/store/read.ts'
import { newestOf, nextNumber } from '../../src/client/ui/report-asked.ts'
import { type FieldPhone, fieldPhone } from '../fixture/field-phone.ts'
import { frozen } from '../fixture/frozen.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { unionPaper } from '../fixture/paper.ts'
import { serverFixture } from '../fixture/server.ts'

const reports = async ({ store }: FieldPhone) => (await listRecords(store, 'report')).sort((a, b) => a.data.number - b.data.number)

test('a report frozen without a network is on the phone at once, and elsewhere the same to the byte once there is one', async () => {
  const server = await serverFixture()
  const [official, colleague, collaborator, province] = [
    await fieldPhone(server, 'official', aLuoi1),
    await fieldPhone(server, 'official', aLuoi1),
    await fieldPhone(server, 'collaborator', aLuoi1),
    await fieldPhone(server, 'province', hue),
  ]
  official.network.isOnline = false
  const { id } = await official.save({ kind: 'report', ...frozen({}, unionPaper()) })
  expect(await official.get(id)).toMatchObject({ state: 'waiting', data: { number: 1 } })
  official.network.isOnline = true
  for (const phone of [official, colleague, collaborator, province]) expect(await phone.sync()).toMatchObject({ at: 'idle' })
  const [there] = await reports(colleague)
  const paper = readPaper(there?.data.paper ?? '')
  if (!paper) throw new Error('The paper did not arrive.')
  expect(there?.data.paper).toBe(paperToText(unionPaper()))
  expect(paperToWord(paper)).toEqual(paperToWord(unionPaper()))
  expect(paperToExcel(paper)).toEqual(paperToExcel(unionPaper()))
  expect([await reports(collaborator), await reports(province)]).toEqual([[], []])
})

test('two officials without a network give the same number: both stay, and the next is one higher', async () => {
  const server = await serverFixture()
  const [one, other] = [await fieldPhone(server, 'official', aLuoi1), await fieldPhone(server, 'official', aLuoi1)]
  await one.save({ kind: 'report', ...frozen() })
  await other.save({ kind: 'report', ...frozen({}, unionPaper()) })
  for (const phone of [one, other, one]) await phone.sync()
  const series = await reports(one)
  expect(series.map(({ data }) => data.number)).toEqual([1, 1])
  expect(nextNumber(series)).toBe(2)
  expect(newestOf(series)).toEqual(newestOf([...series].reverse()))
})
