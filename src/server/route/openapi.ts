// GET /api/openapi.json: what other systems may ask, for whoever builds one.

import { jsonAnswer } from '../answer.ts'
import { openApi } from '../figures-out/openapi.ts'

export const openapi = (request: Request): Promise<Response> => jsonAnswer(request, openApi())
