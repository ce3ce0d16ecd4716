// Whether a file arrived as what its name says. A proxy or a portal answers with a page of its own and status 200; kept
// as a script, it would break the app until its next version. Pure.

const expected: [name: RegExp, type: RegExp][] = [
  [/\.js$/, /^(text|application)\/javascript\b/],
  [/\.css$/, /^text\/css\b/],
  [/\.html$/, /^text\/html\b/],
  [/\.svg$/, /^image\/svg\+xml\b/],
  [/\.png$/, /^image\/png\b/],
  [/\.webmanifest$/, /^application\/(manifest\+)?json\b/],
]

/** `path` is that of a URL. A kind of file that isn't listed may be anything but a page. */
export function isServedAsNamed(path: string, contentType: string | null): boolean {
  const type = (contentType ?? '').trim().toLowerCase()
  const row = expected.find(([name]) => name.test(path))
  return row ? row[1].test(type) : !type.startsWith('text/html')
}
