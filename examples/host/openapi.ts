import * as z from 'zod';
import { locales } from '../languages.ts';
import { eventBody, openingBody } from './bodies.ts';

const schemaOf = (schema: z.core.$ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return rest;
};

const json = (schema: object) => ({ 'application/json': { schema } });
const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const error = (description: string) => ({ description, content: json(named('Error')) });

const roles = [
  'employee',
  'ownPhysician',
  'secondOpinionPhysician',
  'thirdPhysician',
  'employer',
  'complaintHandler',
  'administration',
];

const caseId = { name: 'caseId', in: 'path', required: true, schema: { type: 'string' } };
const role = { name: 'role', in: 'path', required: true, schema: { enum: roles } };
const lang = { name: 'lang', in: 'query', schema: { enum: locales, default: 'nl' } };
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same for every attempt at the same request. It is taken once, and answered the same.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9._:-]{1,128}$' },
};

const unknownLanguage = error('There are no words in that language.');
const unauthenticated = error('No token, or one that is forged, expired or meant for another host.');
const unseen = error('There is no such case, or you see nothing of it in that role: the answer is the same.');

const telling = (summary: string, properties: Record<string, object>) => ({
  get: {
    summary,
    parameters: [caseId, role, lang],
    responses: {
      200: { description: 'As much as you may know.', content: json({ type: 'object', properties }) },
      400: unknownLanguage,
      401: unauthenticated,
      404: unseen,
    },
  },
});

const list = { type: 'array', items: { type: 'object' } };

const recording = (summary: string, parameters: object[], body: string, taken: object) => ({
  summary,
  parameters: [...parameters, key],
  requestBody: { required: true, content: json(named(body)) },
  responses: {
    201: { description: 'It is taken, and kept.', content: json(taken) },
    400: error('The body is not as its schema says, or there is no key.'),
    401: unauthenticated,
    403: error('You may not record for that person, or not in this way.'),
    404: unseen,
    409: error('It is not taken; `mayReport` says what you may report, what that needs and what stands in the way.'),
    413: error('The body is larger than 1 MiB.'),
    415: error('The body is not JSON.'),
    422: error('The day is in the future, a physician is unknown, or the key was used for another request.'),
    503: error('It cannot be kept now, or the host doubts its clock: try again, under the same key.'),
  },
});

const takenSchema = { type: 'object', required: ['taken'], properties: { taken: { const: true } } };

/** The API in OpenAPI 3.1, whose schemas are JSON Schema 2020-12: made of the schemas that check the bodies. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Second opinion at an occupational health service',
    version: '1',
    description:
      'Who records comes from the token. A physician is named by id; what is known of them comes from the register of the service.',
  },
  security: [{ token: [] }],
  paths: {
    '/cases': {
      get: {
        summary: 'The cases of which you see anything, and in which role',
        parameters: [lang],
        responses: {
          200: { description: 'At most 200.', content: json({ type: 'object', properties: { cases: list } }) },
          400: unknownLanguage,
          401: unauthenticated,
        },
      },
      post: recording('Open a case: the request of the employee', [], 'Opening', {
        ...takenSchema,
        properties: { ...takenSchema.properties, caseId: { type: 'string' } },
      }),
    },
    '/cases/{caseId}/events': {
      post: recording(
        'Report what was done',
        [
          caseId,
          {
            name: 'how',
            in: 'query',
            description:
              '`advance`: only if it may be done. `record`: it was done, with the deviations; for whom the service lets.',
            schema: { enum: ['advance', 'record'], default: 'advance' },
          },
        ],
        'Event',
        takenSchema,
      ),
    },
    '/cases/{caseId}/as/{role}/view': telling('Your view of a case', {
      says: { type: ['string', 'null'] },
      role: { enum: roles },
      sees: { type: ['object', 'null'] },
      waitingOn: list,
      mayReport: list,
      deadlines: list,
    }),
    '/cases/{caseId}/as/{role}/expected': telling('On whom it waits, and what you may report', {
      waitingOn: list,
      mayReport: list,
    }),
    '/cases/{caseId}/as/{role}/terms': telling('The terms that concern you', { terms: list }),
    '/cases/{caseId}/as/{role}/timeline': telling('The case as a story, as far as you may know it', { timeline: list }),
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: {
      Opening: schemaOf(openingBody),
      Event: schemaOf(eventBody),
      Error: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
    },
  },
};
