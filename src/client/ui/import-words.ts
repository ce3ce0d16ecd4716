// The words of the screen that imports a file, which no other loads.

import en from '../../text/import-en.json' with { type: 'json' }
import vi from '../../text/import-vi.json' with { type: 'json' }
import { addMoreWords } from '../../text/translate.ts'

addMoreWords('vi', vi)
addMoreWords('en', en)
