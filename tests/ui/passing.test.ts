// What browsers really call themselves, as they were seen; who is recognised before anything is kept, and which way leads out.

import { describe, expect, test } from 'vitest'
import { passingIn } from '../../src/client/passing.ts'
import { addressToOpen, appAround, chromeLink, type WayOut, wayOutOf } from '../../src/client/ui/way-out.ts'

const android = (rest: string) => `Mozilla/5.0 (Linux; Android ${rest}`
const iphone = (rest: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36'
const inside = 'AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.230 Mobile Safari/537.36'

const passing: [string, string, WayOut, string | undefined][] = [
  ['Zalo on Android', android(`12; SM-A525F Build/SP1A.210812.016; wv) ${inside} Zalo android/12100625 ZaloTheme/light ZaloLanguage/vi`), 'android', 'Zalo'],
  [
    'Zalo that hides what it is',
    android(`16; SM-A566B Build/BP2A.250605.031.A3;) ${inside} Zalo android/260901903 ZaloTheme/light ZaloLanguage/vi`),
    'android',
    'Zalo',
  ],
  ['Zalo of 2020', 'Mozilla/5.0 (Linux; Android 4.4.2;LG-F320S) AppleWebKit/537.36 (KHTML, like Gecko) Zalo/1.0 Safari/537.36', 'android', 'Zalo'],
  ['Zalo on an iPhone', iphone('Mobile/15E148 Zalo iOS/502 ZaloTheme/light ZaloLanguage/vn'), 'iphone-app', 'Zalo'],
  ['Facebook on Android', android(`12; RMX2111 Build/SP1A.210812.016; wv) ${inside} [FB_IAB/FB4A;FBAV/390.0.0.27.105;]`), 'android', 'Facebook'],
  [
    'Facebook on an iPhone',
    iphone('Mobile/15E148 [FBAN/FBIOS;FBAV/450.0.0.38.108;FBBV/1;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5]'),
    'iphone-app',
    'Facebook',
  ],
  ['Messenger on Android', android(`12; SM-A125F Build/SP1A.210812.016; wv) ${inside} [FB_IAB/Orca-Android;FBAV/415.0.0.14.47;]`), 'android', 'Messenger'],
  ['Messenger on an iPhone', iphone('Mobile/15E148 [FBAN/MessengerForiOS;FBAV/466.0.0.41.109;FBBV/615310455]'), 'iphone-app', 'Messenger'],
  [
    'Instagram on Android',
    android(`14; SM-A546E Build/UP1A) ${chrome} Instagram 345.0.0.0 Android (34/14; 450dpi; 1080x2316; samsung)`),
    'android',
    'Instagram',
  ],
  ['TikTok on Android', android(`13; RMX3630 Build/TP1A.220905.001; wv) ${inside} trill_330603 BytedanceWebview/d8a21c6`), 'android', 'TikTok'],
  ['Telegram on Android', android(`14; Pixel 8) ${chrome} Telegram-Android/11.3.3 (Google Pixel 8; Android 14; SDK 34; HIGH)`), 'android', 'Telegram'],
  ['any app on Android', android(`13; Pixel 6 Build/TQ3A; wv) ${inside}`), 'android', undefined],
  ['any app on an iPhone', iphone('Mobile/15E148'), 'iphone-app', undefined],
  ['Safari on an iPhone', iphone('Version/17.5 Mobile/15E148 Safari/604.1'), 'safari', undefined],
  [
    'Safari on an iPad',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    'safari',
    undefined,
  ],
  ['Chrome on an iPhone', iphone('CriOS/138.0.7204.119 Mobile/15E148 Safari/604.1'), 'iphone-browser', undefined],
  ['Firefox on an iPhone', iphone('FxiOS/127.0 Mobile/15E148 Safari/605.1.15'), 'iphone-browser', undefined],
  ['Edge on an iPhone', iphone('Version/17.0 EdgiOS/125.0.2535.96 Mobile/15E148 Safari/605.1.15'), 'iphone-browser', undefined],
]

const lasting: [string, string][] = [
  ['Chrome on Android', android(`13; SM-A146P) ${chrome}`)],
  ['Samsung Internet', android('9) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36')],
  ['Cốc Cốc on Android', android('12; V2109) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130.0 Chrome/124.0.0.0 Mobile Safari/537.36')],
  ['Firefox on Android', 'Mozilla/5.0 (Android 13; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
  ['Chrome on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36'],
  ['Safari on a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15'],
  ['a browser that drives tests', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36'],
]

describe('a browser where nothing lasts is recognised, and the way out of it known', () => {
  test.each(passing)('%s', (name, userAgent, way, app) => {
    expect(passingIn({ userAgent, maxTouchPoints: 5 }), name).toBe(userAgent)
    expect([wayOutOf(userAgent), appAround(userAgent)]).toEqual([way, app])
  })
})

test.each(lasting)('%s is left alone', (_, userAgent) => {
  expect(passingIn({ userAgent, maxTouchPoints: /Mobile/.test(userAgent) ? 5 : 0 })).toBeUndefined()
})

test('an iPhone and an iPad that opened the app from the Home Screen are left alone, though they say no more that they are Safari', () => {
  expect(passingIn({ userAgent: iphone('Mobile/15E148'), maxTouchPoints: 5, standalone: true })).toBeUndefined()
  expect(passingIn({ userAgent: passing[14]?.[1] ?? '', maxTouchPoints: 5, standalone: true })).toBeUndefined()
})

const SECRET = 'w2a-Vq7K_secret-of-80-bits'

test('what is opened elsewhere is the invitation whole, its secret too; without one it is the app', () => {
  const origin = 'https://lan-toa.example'
  expect(addressToOpen({ href: `${origin}/enrol#${SECRET}`, origin })).toEqual({ address: `${origin}/enrol#${SECRET}`, isInvitation: true })
  for (const path of ['/', '/enrol', '/enrol#short', '/session/new#w2a-Vq7K_secret-of-80-bits']) {
    expect(addressToOpen({ href: origin + path, origin })).toEqual({ address: `${origin}/`, isInvitation: false })
  }
})

test('the link to Chrome carries the secret before its own mark, and comes back to this page where there is no Chrome', () => {
  const address = `https://lan-toa.example:8443/enrol#${SECRET}`
  const link = chromeLink(address)
  // As Android reads it: what stands behind the last # is for itself.
  const at = link.lastIndexOf('#')
  expect(link.slice(0, at)).toBe(`intent://lan-toa.example:8443/enrol#${SECRET}`)
  const parts = link.slice(at + 1).split(';')
  expect(parts).toEqual(['Intent', 'scheme=https', 'package=com.android.chrome', `S.browser_fallback_url=${encodeURIComponent(address)}`, 'end'])
  expect(new URL(link).href).toBe(link)
})
