// The cookie that carries a device's token, one for each account on a phone. No script ever sees it.

const PREFIX = '__Host-lt-'

/** 400 days, the longest that browsers keep one; set anew at each sync. */
const MAX_AGE_SECONDS = 34_560_000

export const deviceCookie = (account: string, token: string): string =>
  `${PREFIX}${account}=${token}; Max-Age=${MAX_AGE_SECONDS}; Path=/; HttpOnly; Secure; SameSite=Strict`

export const hasDeviceCookie = (request: Request): boolean => [...cookies(request)].some(([name]) => name.startsWith(PREFIX))

export const tokenFor = (request: Request, account: string): string | undefined => cookies(request).get(PREFIX + account)

function cookies(request: Request): Map<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
}
