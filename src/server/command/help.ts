// What the operator's commands are and take.

export const help: readonly string[] = [
  'npm run admin -- COMMAND [options]',
  '',
  '  invite   makes an account with a role on a unit, and its invitation: a link and a code',
  '           --role collaborator|official|province|observer',
  '           --unit CODE               official code: 5 digits for a commune, 2 for a province',
  '           --organisation NAME       made if the unit has none of that name',
  '           --organisation-type TYPE  only for a new one; "other" if left out',
  '           --name LABEL              what the account is called, by function',
  '  devices  lists the devices: whose, last contact, how many changes were received',
  '  verify   checks the database, and the summaries against the records; ends with 1 where they differ',
  '  rebuild-summaries',
  '           makes the summaries anew from the records',
  '  help     this page',
  '',
  'Each takes the options of the server too: --data DIR, --dist DIR, --origin URL, --host, --port.',
]
