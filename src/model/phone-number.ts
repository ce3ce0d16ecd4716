// A telephone number as people write it: digits, spaces or dots between, a plus before it where it is dialled from abroad.

import * as z from 'zod/mini'

export const phoneNumber = z.string().check(z.regex(/^\+?[0-9 .]{3,20}$/))
