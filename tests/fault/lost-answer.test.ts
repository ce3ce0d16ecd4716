import { expect, test } from 'vitest'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { linePhone } from '../fixture/line-phone.ts'
import { listeningServer } from '../fixture/listening-server.ts'
import { proxyTo } from '../fixture/proxy.ts'

test('[F24] an answer is lost after the server took the change: asked again it says the same, and nothing stands twice', async (context) => {
  const runs = times(20, 1_000)
  const server = await listeningServer()
  const line = await proxyTo(server.origin)
  const phone = await linePhone(server, line.origin, 'collaborator', aLuoi1, { 'accept-encoding': 'identity' })
  const firstVersions: unknown[] = []
  for (let run = 0; run < runs; run += 1) {
    const { id } = await phone.save({ place: `Nhà ${run}` })
    line.meet = async (_, pass) => {
      const answered = await pass()
      if (answered) firstVersions.push(JSON.parse(String(answered.body)).results[0].version)
      // Lost before its first byte, in its head, and in its body.
      return answered && run % 3 > 0 ? { ...answered, cutAt: run % 3 === 1 ? 40 : 600 } : undefined
    }
    expect(await phone.sync()).toMatchObject({ at: 'waiting', toSend: 1, lastProblem: { code: 'no-connection' } })
    line.meet = (_, pass) => pass()
    expect(await phone.sync()).toMatchObject({ at: 'idle', toSend: 0 })
    expect((await phone.get(id))?.version).toBe(firstVersions[run])
  }
  const versions = await server.database.read((sql) => sql.all('SELECT version, COUNT(*) AS records FROM record WHERE kind = ? GROUP BY version', 'session'))
  expect(versions.map((row) => ({ ...row }))).toEqual([{ version: 1, records: runs }])
  noteFigure(context, runs, `0 of ${runs} taken twice`)
})
