// The description of what other systems may ask, in OpenAPI 3.1, made from the schemas that questions are read by and answers made to.

import * as z from 'zod/mini'
import { problemTraits } from '../../model/problem.ts'
import { figuresAnswer } from './answer.ts'
import { figuresQuery } from './asked.ts'

const failure = z.strictObject({
  problem: z.strictObject({
    code: z.string(),
    path: z.array(z.string()).check(z.meta({ description: 'The parameter that is meant; empty: the whole question.' })),
    values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
})

const schemaOf = (schema: z.core.$ZodType): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema)
  return rest
}

/** By status, the codes that a question can fail with. */
const failures: readonly (keyof typeof problemTraits)[] = [
  'required',
  'not-valid',
  'not-in-list',
  'not-a-date',
  'dates-crossed',
  'too-many',
  'unknown-field',
  'signed-out',
  'out-of-scope',
  'not-allowed',
  'foreign-site',
  'no-record',
  'too-often',
  'busy',
  'disk-full',
  'broken',
]

function failureAnswers(): Record<string, unknown> {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } }
  const statuses = [...new Set(failures.map((code) => problemTraits[code].status))]
  const told = (status: number): string => failures.filter((code) => problemTraits[code].status === status).join(', ')
  return Object.fromEntries(statuses.map((status) => [String(status), { description: told(status), content }]))
}

const parameters = () =>
  Object.entries(figuresQuery.shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema)
    return { name, in: 'query', required: !schema.safeParse(undefined).success, description, schema: rest }
  })

export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Lan Tỏa: figures for other systems',
    version: '1',
    description: 'Counts and indicators of an adopted programme, as they stand on its screens and reports. Nothing known is null, never 0.',
  },
  paths: {
    '/api/figures': {
      get: {
        operationId: 'figures',
        summary: 'Figures of one programme, in one unit and all below it, between two days.',
        security: [{ token: [] }],
        parameters: parameters(),
        responses: {
          '200': {
            description: 'The figures, whole and in parts.',
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/Figures' } },
              'text/csv': { schema: { type: 'string', description: 'The same, a line for each figure: UTF-8 with BOM, lines end with CR LF.' } },
            },
          },
          ...failureAnswers(),
        },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token that the operator made; it begins with "lantoa_".' } },
    schemas: { Figures: schemaOf(figuresAnswer), Failure: schemaOf(failure) },
  },
})
