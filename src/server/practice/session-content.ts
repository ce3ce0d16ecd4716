// What a practice session was: kind, form, place, who held it. Facilitators are functions, notes tell of no person.

import type { Data } from '../../model/registry.ts'
import { attendance } from './attendance.ts'
import { campaignOn } from './calendar.ts'
import type { Chance } from './chance.ts'
import { isMountain, languagesIn } from './lie-of-land.ts'
import type { CommunePlace } from './place.ts'

type Session = Data<'session'>
type Kind = Exclude<Session['sessionKind'], 'mass-media'>

interface Pattern {
  often: number
  forms: readonly Session['form'][]
  places: readonly string[]
  least: number
  most: number
  evening: number
  groups: readonly NonNullable<Session['targetGroups']>[number][]
}

const halls = ['Nhà văn hóa', 'Nhà sinh hoạt cộng đồng', 'Sân nhà văn hóa', 'Nhà chi hội trưởng phụ nữ']

const patterns: Record<Kind, Pattern> = {
  community: {
    often: 62,
    forms: ['direct-talk', 'direct-talk', 'theme-talk', 'group-meeting', 'handing-out', 'film'],
    places: halls,
    least: 11,
    most: 85,
    evening: 0.65,
    groups: ['everybody', 'women', 'age-14-60', 'families'],
  },
  school: {
    often: 11,
    forms: ['lesson', 'theme-talk', 'contest'],
    places: ['Trường học', 'Sân trường'],
    least: 45,
    most: 230,
    evening: 0,
    groups: ['pupils', 'children'],
  },
  integrated: {
    often: 13,
    forms: ['integrated-event', 'group-meeting', 'stage-play'],
    places: halls,
    least: 15,
    most: 110,
    evening: 0.6,
    groups: ['women', 'families', 'ethnic-minorities'],
  },
  training: { often: 4, forms: ['training', 'seminar'], places: ['Hội trường UBND'], least: 12, most: 45, evening: 0, groups: ['officials-workers'] },
  campaign: {
    often: 6,
    forms: ['rally', 'campaign', 'handing-out'],
    places: ['Chợ', 'Sân vận động', 'Sân nhà văn hóa'],
    least: 40,
    most: 260,
    evening: 0.15,
    groups: ['everybody', 'remote-border'],
  },
  consultation: {
    often: 4,
    forms: ['advice', 'direct-talk'],
    places: ['Trụ sở UBND', ...halls],
    least: 3,
    most: 18,
    evening: 0.3,
    groups: ['high-risk', 'women', 'families'],
  },
}

const topics: readonly Session['topics'][number][] = [
  'tricks',
  'how-to-react',
  'prevention',
  'easy-job-high-pay',
  'work-abroad',
  'hotlines',
  'policy-law',
  'inside-the-country',
  'against-stigma',
  'responsibility',
  'family-ethics',
]

const facilitators = ['Chi hội trưởng phụ nữ', 'Chủ tịch Hội LHPN và công an viên', 'Báo cáo viên pháp luật', 'Trưởng thôn và chi hội trưởng phụ nữ']

const notes = [
  'Bà con hỏi nhiều về việc làm ở nước ngoài.',
  'Cần thêm tờ rơi cho buổi sau.',
  'Loa hỏng giữa buổi, đã mượn loa khác.',
  'Mưa to nên ít người hơn dự kiến.',
  'Đề nghị chiếu phim ngắn vào buổi tới.',
  'Nhiều người ghi lại số 111.',
]

export function sessionContent(chance: Chance, place: CommunePlace, unit: string, date: string): Session {
  const kind = chance.weighted(Object.keys(patterns) as Kind[], (one) => patterns[one].often) ?? 'community'
  const { forms, places, least, most, evening, groups } = patterns[kind]
  const counts = attendance(chance, { date, least, most, isSchool: kind === 'school', isMountain: isMountain(place.commune) })
  const campaign = kind === 'campaign' || chance.is(0.4) ? campaignOn(date) : undefined
  return {
    date,
    partOfDay: chance.is(evening) ? 'evening' : chance.one(['morning', 'afternoon']),
    unit,
    ...(chance.is(0.8) ? { place: chance.one(places) } : {}),
    sessionKind: kind,
    form: chance.one(forms),
    topics: chance.some(topics, chance.whole(1, 4)),
    counts,
    organisation: organisationOf(chance, place, kind),
    ...(chance.is(0.2) ? { partners: [place.bodies.police] } : {}),
    ...(chance.is(0.5) ? { facilitators: chance.one(facilitators) } : {}),
    ...(chance.is(0.6) ? { languages: chance.some(languagesIn(place.commune), chance.whole(1, 2)) } : {}),
    ...(chance.is(0.7) ? { targetGroups: chance.some(groups, chance.whole(1, 2)) } : {}),
    ...(campaign === undefined ? {} : { campaign }),
    ...(chance.is(0.45) ? { materials: materials(chance, counts.total) } : {}),
    ...(chance.is(0.08) ? { note: chance.one(notes) } : {}),
  }
}

/** Mostly the commune's Women's Union; schools hold their own, police, committee, front and border guard some. */
function organisationOf(chance: Chance, { bodies }: CommunePlace, kind: Kind): string {
  if (kind === 'school' && chance.is(0.6)) return bodies.school
  if (chance.is(0.85)) return bodies.union
  return chance.one([bodies.police, bodies.committee, bodies.front, bodies.border ?? bodies.police])
}

function materials(chance: Chance, total: number): NonNullable<Session['materials']> {
  const leaflets = { kind: 'leaflet' as const, quantity: Math.max(1, Math.round(total * (0.5 + 0.5 * chance.next()))) }
  return chance.is(0.25) ? [leaflets, { kind: 'poster', quantity: chance.whole(1, 5) }] : [leaflets]
}
