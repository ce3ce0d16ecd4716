// Which way leads out of a browser where nothing lasts, and the links for it. Pure: what the browser calls itself is given.

/** safari: nothing has to be opened elsewhere, the app has to be put on the Home Screen. */
export type WayOut = 'android' | 'iphone-app' | 'iphone-browser' | 'safari'

const otherOnIphone = /(Cri|Fxi|Edgi)OS|OP[TRX]\/|coc_coc|DuckDuckGo|GSA\/|YaBrowser/i
const apps: [RegExp, string][] = [
  [/Zalo/, 'Zalo'],
  [/Orca-Android|MessengerForiOS/, 'Messenger'],
  [/FB_IAB|FBA[NV]\//, 'Facebook'],
  [/Instagram/, 'Instagram'],
  [/Telegram/, 'Telegram'],
  [/musical_ly|trill_|Bytedance/i, 'TikTok'],
]

/** The app that the page was opened in, where it says its name. */
export const appAround = (userAgent: string): string | undefined => apps.find(([pattern]) => pattern.test(userAgent))?.[1]

export function wayOutOf(userAgent: string): WayOut {
  if (!/iP(hone|ad|od)|Macintosh/.test(userAgent)) return 'android'
  if (otherOnIphone.test(userAgent)) return 'iphone-browser'
  return /Version\/.*Safari\//.test(userAgent) && !appAround(userAgent) ? 'safari' : 'iphone-app'
}

/** What has to be opened there: an invitation with its secret, which no server may see, or else the app. */
export const addressToOpen = ({ href, origin }: { href: string; origin: string }): { address: string; isInvitation: boolean } => {
  const isInvitation = /\/enrol#[\w-]{16,100}$/.test(href)
  return { address: isInvitation ? href : `${origin}/`, isInvitation }
}

/** Android reads what follows the last #; what stands before it, the secret too, is the address. Without Chrome this page comes again. */
export function chromeLink(address: string): string {
  const [scheme = '', rest = ''] = address.split('://')
  return `intent://${rest}#Intent;scheme=${scheme};package=com.android.chrome;S.browser_fallback_url=${encodeURIComponent(address)};end`
}
