import { expect, test } from 'vitest'
import { brokenIn, findingsIn, type Looked, lookedIn, type ScreenRun, screenTable } from '../../tool/screen-report.ts'

const clean: Looked = { screen: 'home', state: 'full', language: 'vi', findings: [] }
const small: Looked = { screen: 'sites', state: 'empty', language: 'en', findings: [{ column: 'targets', what: '40×40' }] }

const ran = (...assertionResults: ScreenRun['testResults'][number]['assertionResults']): ScreenRun => ({
  testResults: [{ status: 'failed', assertionResults }],
})

test('each sight is a row with the number of findings in each column', () => {
  expect(screenTable([clean, small]).split('\n')).toEqual([
    '| screen | state | language | axe | contrast | 320 | 200 % | targets | keyboard | names |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    '| home | full | vi | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    '| sites | empty | en | 0 | 0 | 0 | 0 | 1 | 0 | 0 |',
  ])
})

test('what was found says where', () => {
  expect(findingsIn([clean, small])).toEqual(['sites · empty · en · targets: 40×40'])
})

test('what every test has looked at is put together', () => {
  const run = ran({ title: 'a', status: 'passed', meta: { looked: [clean] } }, { title: 'b', status: 'failed', meta: { looked: [small] } })
  expect(lookedIn(run)).toEqual([clean, small])
  expect(brokenIn(run)).toEqual([])
})

test('a test that ended for another reason, a file that did not start and a run without a report are told', () => {
  expect(brokenIn(ran({ title: 'a', status: 'failed', failureMessages: ['Error: no server\n at'], meta: { looked: [clean] } }))).toEqual([
    'a: Error: no server',
  ])
  expect(brokenIn({ testResults: [{ status: 'failed', message: 'no build', assertionResults: [] }] })).toEqual(['no build'])
  expect(brokenIn(undefined)).toEqual(['the run left no report'])
})
