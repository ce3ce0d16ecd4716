// A report as the screen draws it and a browser prints it, without the rest of the app.

import { signal } from '@preact/signals'
import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Paper } from '../../src/client/report/paper.ts'
import { type App, AppContext } from '../../src/client/ui/context.ts'
import { PaperView } from '../../src/client/ui/part/paper-view.tsx'
import { addWords } from '../../src/text/translate.ts'
import vi from '../../src/text/vi.json' with { type: 'json' }
import { quarterPaper } from '../fixture/paper.ts'

afterEach(cleanup)

function drawn(changed: Partial<Paper> = {}, stale?: string): Element {
  const app = { t: signal(addWords('vi', vi)) } as unknown as App // all that a paper asks of it
  return render(
    <AppContext.Provider value={app}>
      <PaperView paper={{ ...quarterPaper(), ...changed }} stale={stale} figureHref={() => '#'} />
    </AppContext.Provider>,
  ).container
}

const textsOf = (paper: Element, selector: string): string[] => [...paper.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '')

test('the last word is followed by "./." once, whatever the report ends with', () => {
  for (const end of ['Trên đây là báo cáo.', 'Trên đây là báo cáo./.', 'Trên đây là báo cáo']) {
    const paper = drawn({ blocks: [{ as: 'paragraph', text: end }] })
    expect(textsOf(paper, '.report-words')).toEqual(['Trên đây là báo cáo./.'])
    cleanup()
  }
})

test('a place where nothing was written says what is asked for, over lines to write on', () => {
  const paper = drawn()
  expect(textsOf(paper, '.report-dots i')).toEqual(['(Nêu các văn bản đã ban hành, hội nghị triển khai, phân công thực hiện)'])
  expect(paper.querySelectorAll('.report-dots span')).toHaveLength(3)
})

test('a name is broken before its place or after a comma', () => {
  const named = (issuer: string): string[] => {
    const lines = textsOf(drawn({ heading: { ...quarterPaper().heading, above: '', issuer } }), '.report-heads .report-ruled')[0]?.split(' ') ?? []
    cleanup()
    return lines.map((line) => line.replaceAll('\u00a0', ' '))
  }
  expect(named('Hội Liên hiệp Phụ nữ thành phố Huế')).toEqual(['Hội Liên hiệp Phụ nữ', 'thành phố Huế'])
  expect(named('Sở Văn hóa, Thể thao và Du lịch')).toEqual(['Sở Văn hóa,', 'Thể thao và Du lịch'])
  expect(named('Ban Thường vụ')).toEqual(['Ban', 'Thường', 'vụ'])
})

test('an annex says which it is and what it belongs to; small tables are kept in one piece', () => {
  const paper = drawn()
  expect(textsOf(paper, '.report-attached b')).toEqual(['Phụ lục'])
  expect(textsOf(paper, '.report-attached i')[0]).toMatch(/^\(Kèm theo Báo cáo số {8}\/BC-UBND .* của Ủy ban nhân dân xã A Lưới 1\)$/)
  expect(textsOf(paper, '.report-short caption')).toEqual(['Chỉ tiêu so với mức được giao'])
})

test('practice and what is stale stand at the foot of every page', () => {
  const [foot] = textsOf(drawn({}, 'Số liệu đã đổi.'), '.report-foot')
  expect(foot).toMatch(/^Diễn tập – không phải số liệu thật · Kỳ báo cáo: .* · Số liệu đã đổi\.$/)
  cleanup()
  expect(textsOf(drawn({ practice: false }), '.report-foot')[0]).toMatch(/^Kỳ báo cáo/)
})
