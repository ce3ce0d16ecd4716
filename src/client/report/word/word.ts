// A paper as a Word file, laid out as Nghị định 30/2020/NĐ-CP asks for. The same paper makes the same bytes on any day.

import type { Paper } from '../paper.ts'
import { paperWords } from '../paper-words.ts'
import { counting, fullTitle, linesOfPaper, marksOf, type PaperWork } from '../paper-work.ts'
import { OFFICE, relations, zipParts } from '../zip-parts.ts'
import { annexXml, turnedFor } from './annex.ts'
import { bodyXml } from './body.ts'
import { closingXml } from './closing.ts'
import { headingXml } from './heading.ts'
import { section, type Turned } from './page.ts'
import { paragraph } from './paragraph.ts'
import { styles } from './style.ts'

const NAMES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`
const WORD = 'wordprocessingml'

export function paperToWord(paper: Paper, work: PaperWork = {}): Uint8Array<ArrayBuffer> {
  const words = paperWords[paper.language]
  const locale = paper.language === 'vi' ? 'vi-VN' : 'en-GB'
  const told = marksOf(paper, work, words.practice)
  // One paragraph: two would be two boxes, or one with a gap.
  const marks = told.length === 0 ? '' : paragraph('mark', told.join('\n'))
  return zipParts(
    {
      'word/document.xml': `${WORD}.document.main`,
      'word/styles.xml': `${WORD}.styles`,
      'word/settings.xml': `${WORD}.settings`,
      'word/header.xml': `${WORD}.header`,
      'word/first-header.xml': `${WORD}.header`,
    },
    'word/document.xml',
    {
      'word/document.xml': documentXml(paper, work, marks !== ''),
      'word/_rels/document.xml.rels': relations([
        { id: 'rId1', type: 'styles', target: 'styles.xml' },
        { id: 'rId2', type: 'settings', target: 'settings.xml' },
        { id: 'rId3', type: 'header', target: 'header.xml' },
        { id: 'rId4', type: 'header', target: 'first-header.xml' },
      ]),
      'word/styles.xml': styles(locale),
      'word/settings.xml': SETTINGS,
      'word/header.xml': `<w:hdr ${NAMES}>${PAGE_NUMBER}${marks}</w:hdr>`,
      // A header without a paragraph is none.
      'word/first-header.xml': `<w:hdr ${NAMES}>${marks || paragraph('pageNumber', '')}</w:hdr>`,
    },
    { title: fullTitle(paper), author: paper.heading.issuer, date: paper.heading.date, locale },
  )
}

/** R4: in the middle of the top margin. */
const PAGE_NUMBER = '<w:p><w:pPr><w:pStyle w:val="pageNumber"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'

/** Word 2013 and later: it lays out as new files, not as old ones. */
const SETTINGS = `<w:settings ${NAMES}><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

function documentXml(paper: Paper, work: PaperWork, isMarked: boolean): string {
  const words = paperWords[paper.language]
  const tick = counting(work, linesOfPaper(paper))
  const report = [headingXml(paper, words), bodyXml(paper.blocks, paper.language, tick), closingXml(paper, words)].join('')
  const parts = [
    { turned: 'portrait' as Turned, xml: report },
    ...paper.annexes.map((table, place) => ({ turned: turnedFor(table), xml: annexXml(paper, place, words, tick) })),
  ]
  const last = parts.length - 1
  // A section's page stands in its last paragraph, the last one's at the end of the document.
  const sections = parts.map(({ turned, xml }, place) => {
    const page = section(turned, { isMarked, isNew: place > 0 })
    return place === last ? `${xml}${paragraph('afterTable', '')}${page}` : `${xml}${paragraph('afterTable', '', { section: page })}`
  })
  return `<w:document ${NAMES}><w:body>${sections.join('')}</w:body></w:document>`
}
