// What lists of earlier sessions call their columns, in Vietnamese and English, the app's own words among them.

import type { CountName } from '../../model/counts.ts'
import type { materialKinds } from '../../model/terms.ts'
import type { Column } from './columns.ts'

type MaterialKind = (typeof materialKinds)[number]

/** A field, or a part of it; the commune stands in a column of its own. */
export type SessionColumn =
  | 'date'
  | 'partOfDay'
  | 'commune'
  | 'unit'
  | 'place'
  | 'sessionKind'
  | 'form'
  | 'topics'
  | `counts.${CountName | 'method'}`
  | 'organisation'
  | 'host'
  | 'partners'
  | 'facilitators'
  | 'languages'
  | 'targetGroups'
  | 'programme'
  | 'campaign'
  | `materials.${MaterialKind}`
  | 'note'

export const sessionColumns: readonly Column<SessionColumn>[] = [
  {
    name: 'date',
    headings: ['ngay', 'ngay thang', 'ngay thang nam', 'ngay to chuc', 'ngay thuc hien', 'thoi gian', 'thoi gian to chuc', 'date', 'day', 'held on'],
    required: true,
  },
  { name: 'partOfDay', headings: ['buoi trong ngay', 'buoi', 'part of the day', 'part of day'] },
  { name: 'commune', headings: ['xa', 'ten xa', 'xa phuong', 'xa phuong dac khu', 'don vi xa', 'commune'] },
  {
    name: 'unit',
    headings: [
      'thon',
      'ten thon',
      'thon ban',
      'ban',
      'thon to dan pho',
      'thon ban to dan pho',
      'khu dan cu',
      'dia ban',
      'village',
      'place of the list',
      'unit',
    ],
  },
  { name: 'place', headings: ['noi to chuc', 'dia diem', 'dia diem to chuc', 'dia diem truyen thong', 'where it was held', 'venue', 'place'] },
  { name: 'sessionKind', headings: ['loai buoi', 'loai', 'loai hinh', 'kind of session', 'kind', 'type'], required: true },
  { name: 'form', headings: ['hinh thuc', 'hinh thuc truyen thong', 'hinh thuc to chuc', 'form', 'form of outreach', 'how it was held'], required: true },
  { name: 'topics', headings: ['noi dung', 'noi dung truyen thong', 'chu de', 'chuyen de', 'topics', 'topic', 'content', 'what about'], required: true },
  {
    name: 'counts.total',
    headings: [
      'tong so nguoi',
      'so nguoi tham du',
      'so nguoi tham gia',
      'so nguoi du',
      'so luot nguoi',
      'luot nguoi',
      'so luot nguoi tham du',
      'tong so nguoi tham du',
      'tong so nguoi tham gia',
      'so luong nguoi tham gia',
      'so nguoi',
      'tong so',
      'tong',
      'total',
      'people in total',
      'total people',
      'people',
      'attendance',
      'participants',
      'number of participants',
    ],
    required: true,
  },
  { name: 'counts.female', headings: ['nu', 'so nu', 'trong do nu', 'nu gioi', 'phu nu', 'female', 'women', 'of which women'] },
  { name: 'counts.male', headings: ['nam', 'so nam', 'nam gioi', 'trong do nam', 'male', 'men'] },
  { name: 'counts.under14', headings: ['duoi 14 tuoi', 'duoi 14', 'tre em duoi 14 tuoi', 'under 14'] },
  { name: 'counts.from14to15', headings: ['14 15 tuoi', '14 15', 'tu 14 den 15 tuoi', 'aged 14 15'] },
  { name: 'counts.from16to60', headings: ['16 60 tuoi', '16 60', 'tu 16 den 60 tuoi', 'aged 16 60'] },
  { name: 'counts.over60', headings: ['tren 60 tuoi', 'tren 60', 'over 60'] },
  {
    name: 'counts.minority',
    headings: ['nguoi dan toc thieu so', 'dan toc thieu so', 'dtts', 'nguoi dtts', 'so nguoi dtts', 'ethnic minority', 'ethnic minorities', 'minority'],
  },
  {
    name: 'counts.minorityFemale',
    headings: ['nu dan toc thieu so', 'nu dtts', 'phu nu dtts', 'phu nu dan toc thieu so', 'ethnic minority women', 'minority women'],
  },
  { name: 'counts.firstTime', headings: ['moi du lan dau', 'lan dau', 'du lan dau', 'nguoi moi', 'first time', 'there for the first time'] },
  { name: 'counts.firstTime14to60', headings: ['moi du 14 60 tuoi', 'first time aged 14 60'] },
  { name: 'counts.firstTime14to60Female', headings: ['moi du nu 14 60 tuoi', 'first time women aged 14 60'] },
  { name: 'counts.firstTimeUnder16', headings: ['moi du duoi 16 tuoi', 'first time under 16'] },
  { name: 'counts.method', headings: ['cach dem', 'cach tinh', 'how it was counted', 'counting', 'method'], required: true },
  { name: 'organisation', headings: ['co quan to chuc', 'don vi to chuc', 'don vi thuc hien', 'don vi chu tri', 'organisation', 'held by', 'organised by'] },
  { name: 'host', headings: ['noi don chu nha', 'chu nha', 'don vi dang cai', 'host'] },
  { name: 'partners', headings: ['phoi hop', 'don vi phoi hop', 'co quan phoi hop', 'partners', 'together with'] },
  {
    name: 'facilitators',
    headings: ['nguoi noi nguoi dan', 'nguoi noi', 'bao cao vien', 'tuyen truyen vien', 'nguoi truyen thong', 'facilitators', 'speakers', 'speaker'],
  },
  { name: 'languages', headings: ['tieng noi dung trong buoi', 'tieng', 'ngon ngu', 'languages', 'language', 'languages spoken'] },
  { name: 'targetGroups', headings: ['nhom nguoi du', 'doi tuong', 'doi tuong tham du', 'thanh phan', 'thanh phan tham du', 'target groups', 'audience'] },
  { name: 'programme', headings: ['chuong trinh', 'ke hoach', 'chuong trinh ke hoach', 'programme', 'plan'] },
  { name: 'campaign', headings: ['dot chien dich', 'dot', 'chien dich', 'dot truyen thong', 'campaign'] },
  { name: 'materials.leaflet', headings: ['to roi', 'so to roi', 'to gap', 'leaflets', 'leaflet'] },
  { name: 'materials.poster', headings: ['ap phich', 'so ap phich', 'posters', 'poster'] },
  { name: 'materials.banner', headings: ['bang ron pa no', 'bang ron', 'pa no', 'banners and panels', 'banners', 'banner'] },
  { name: 'materials.book', headings: ['sach so tay', 'sach', 'so tay', 'books and booklets', 'books', 'book'] },
  { name: 'materials.disc', headings: ['dia bang', 'dia', 'discs and tapes', 'discs', 'disc'] },
  { name: 'materials.other', headings: ['tai lieu khac', 'other materials', 'other material'] },
  { name: 'note', headings: ['ghi chu', 'ghi chu them', 'note', 'notes', 'remarks'] },
]
