// The headers that every answer carries: what a browser may load, run and tell others.

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lan-toa lan-toa-paper',
].join('; ')

/** The camera reads invitations, and the screen stays on while people are counted; nothing else of the phone is needed. */
const features = [
  'accelerometer',
  'autoplay',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const always: Record<string, string> = {
  'Content-Security-Policy': policy,
  'Permissions-Policy': ['camera=(self)', 'screen-wake-lock=(self)', ...features.map((feature) => `${feature}=()`)].join(', '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const TWO_YEARS_SECONDS = 63_072_000

export function addSecurityHeaders(headers: Headers, secure: boolean): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value)
  if (secure) headers.set('Strict-Transport-Security', `max-age=${TWO_YEARS_SECONDS}`)
}
