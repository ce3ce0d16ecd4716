// What the server can be told at its start.

export const serverHelp: readonly string[] = [
  'npm start -- [options]',
  '',
  '  --data DIR      the folder of the database, made if missing (./data)',
  '  --journal FILE  the journal, best on another disk (journal.ndjson in that folder)',
  '  --dist DIR      the built app (./dist)',
  '  --host NAME     the address to listen on (127.0.0.1)',
  '  --port N        the port to listen on (8137)',
  '  --origin URL    where browsers reach it, if a proxy in front speaks https',
  '  --cert FILE     with --key FILE: PEM files, if this server speaks https itself',
  '  --key FILE',
  '  --empty         real work: a new folder begins with nothing in it instead of a practice province',
  '  --help          this page',
  '',
  'Each that takes a value may stand in the environment instead: LAN_TOA_PORT=9000. More: docs/operating.md',
]

export const asksForHelp = (argv: readonly string[]): boolean => argv.includes('--help')
