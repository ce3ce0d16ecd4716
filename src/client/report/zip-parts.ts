// The parts of a Word or Excel file, packed. The same parts make the same bytes on any day and in any time zone.

import { strToU8, zipSync } from 'fflate'
import { XML_HEAD, xmlText } from './xml-text.ts'

/** The first day that a zip can tell. A zip holds the civil time of where it is made, so it is made of that. */
const noDay = (): Date => new Date(1980, 0, 1, 12)

export interface FileProperties {
  title: string
  author: string
  /** Civil date. */
  date: string
  /** "vi-VN" */
  locale: string
}

/** Name → XML without its head. The list of types goes first, as both formats want it. */
export function zipParts(types: Record<string, string>, main: string, parts: Record<string, string>, about: FileProperties): Uint8Array<ArrayBuffer> {
  const all = { '[Content_Types].xml': contentTypes(types), '_rels/.rels': packageRelations(main), 'docProps/core.xml': coreProperties(about), ...parts }
  const files = Object.entries(all).map(([name, xml]) => [name, strToU8(XML_HEAD + xml)] as const)
  // Made by it in memory of its own.
  return zipSync(Object.fromEntries(files), { mtime: noDay(), level: 6 }) as Uint8Array<ArrayBuffer>
}

export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface Relation {
  id: string
  /** The last word of its type: "styles", "header", … */
  type: string
  target: string
}

export const relations = (list: readonly Relation[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const packageRelations = (main: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${main}"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const contentTypes = (types: Record<string, string>): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${Object.entries(
    types,
  )
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`)
    .join('')}</Types>`

/** Its day is the paper's own, midnight in UTC: when the file was made would make it another file each time. */
function coreProperties({ title, author, date, locale }: FileProperties): string {
  const at = `xsi:type="dcterms:W3CDTF">${date}T00:00:00Z<`
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>${locale}</dc:language><cp:lastModifiedBy>${xmlText(author)}</cp:lastModifiedBy><dcterms:created ${at}/dcterms:created><dcterms:modified ${at}/dcterms:modified></cp:coreProperties>`
}
