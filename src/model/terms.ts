// The lists that people choose from (docs/domain.md §2). Codes only; their words live in `text` under "term.<list>.<code>".
// A code is stored for years: add at will, never rename or take away.

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const

export const sessionKinds = ['community', 'school', 'integrated', 'training', 'campaign', 'consultation', 'mass-media'] as const

/** The law's list first (Luật 53/2024, Điều 7), then what the plans name. */
export const forms = [
  'direct-talk',
  'handing-out',
  'mass-information',
  'lesson',
  'theme-talk',
  'group-meeting',
  'rally',
  'stage-play',
  'integrated-event',
  'contest',
  'loudspeaker',
  'radio',
  'television',
  'newspaper',
  'website',
  'sms',
  'social-media',
  'panel-banner',
  'calendar-print',
  'film',
  'seminar',
  'training',
  'advice',
  'mobile-court',
  'campaign',
] as const

export const topics = [
  'policy-law',
  'tricks',
  'how-to-react',
  'prevention',
  'responsibility',
  'against-stigma',
  'victims-rights',
  'results',
  'work-abroad',
  'easy-job-high-pay',
  'inside-the-country',
  'hotlines',
  'family-ethics',
] as const

export const targetGroups = [
  'everybody',
  'women',
  'children',
  'age-14-60',
  'pupils',
  'boarding-pupils',
  'high-risk',
  'ethnic-minorities',
  'remote-border',
  'returned',
  'families',
  'officials-workers',
  'businesses',
  'journalists',
] as const

export const languages = [
  'kinh',
  'tay',
  'mong',
  'dao',
  'nung',
  'ba-na',
  'xo-dang',
  'gia-rai',
  'gie-trieng',
  'hre',
  'pa-co',
  'ta-oi',
  'co-tu',
  'thai',
  'muong',
  'khmer',
  'bru-van-kieu',
] as const

export const materialKinds = ['leaflet', 'poster', 'banner', 'book', 'disc', 'other'] as const

export const siteTypes = [
  'peace-house',
  'trusted-address',
  'prevention-club',
  'communication-team',
  'legal-help',
  'livelihood-help',
  'cultural-village',
  'other',
] as const

export const siteDepths = ['intensive', 'integrated', 'neither'] as const

export const siteStatuses = ['planned', 'active', 'paused', 'closed'] as const

export const communeTypes = ['xa', 'phuong', 'dac-khu'] as const

export const villageTypes = ['thon', 'ban', 'lang', 'ap', 'buon', 'khom', 'khu-pho', 'to-dan-pho'] as const

export const unitTypes = ['tinh', 'thanh-pho', ...communeTypes, ...villageTypes] as const

export const organisationTypes = [
  'womens-union',
  'peoples-committee',
  'police',
  'border-guard',
  'department',
  'school',
  'front-union',
  'media',
  'other',
] as const

export const visitKinds = ['meeting', 'visit'] as const

export const outletLevels = ['central', 'province', 'district', 'commune', 'online'] as const

export const mediaForms = ['news', 'article', 'column', 'radio', 'television', 'loudspeaker', 'website', 'sms', 'social-media', 'film', 'other'] as const

/** Counted beside sessions (docs/domain.md §1–3); packs may declare more. */
export const measures = [
  'tips-received',
  'tips-classified',
  'tips-handled',
  'tips-settled',
  'cases-opened',
  'cases-solved',
  'cases-settled-prosecuted',
  'cases-concluded',
  'cases-tried',
  'cases-to-try',
  'leaflets',
  'posters',
  'banners',
  'books',
  'broadcast-minutes',
  'broadcast-times',
  'sms-sent',
  'pledges-signed',
  'conferences',
  'conference-attendance',
  'rallies',
  'mobile-trips',
  'news-items',
  'films',
  'contests',
  'contest-entries',
  'people-trained',
] as const

export const surveyQuestions = ['knows', 'reached'] as const

export const surveyGroups = ['all', '14-60', 'women', 'children'] as const

export const comparisons = ['at-least', 'more-than'] as const

export const handbookSections = ['hotline', 'response', 'trick', 'right', 'day', 'slogan'] as const

export const submissionStates = ['submitted', 'returned', 'locked', 'reopened'] as const

export const reportStates = ['frozen', 'withdrawn'] as const

/** How a report's heading looks: an office of the state's, or the Women's Union's. */
export const reportLooks = ['state', 'union'] as const
