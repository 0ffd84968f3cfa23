// What the published schema of OCEL 2.0 in JSON asks of a log, in our own words:
// https://www.ocel-standard.org/2.0/ocel20-schema-json.json, a JSON Schema of draft 7, named on
// https://www.ocel-standard.org/specification/formats/json/. Read in November 2026.

const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };

const object = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});

const list = (items: object) => ({ type: 'array', items });

const types = list(object({ name: text, attributes: list(object({ name: text, type: text })) }));
const relationships = list(object({ objectId: text, qualifier: text }));

export const ocel20Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  ...object({
    eventTypes: types,
    objectTypes: types,
    events: list(
      object(
        { id: text, type: text, time: instant },
        { attributes: list(object({ name: text, value: text })), relationships },
      ),
    ),
    objects: list(
      object(
        { id: text, type: text },
        { relationships, attributes: list(object({ name: text, value: text, time: instant })) },
      ),
    ),
  }),
};
