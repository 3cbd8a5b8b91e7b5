import { z } from 'zod';
import { growingMark, isGrowing } from './growing.js';
import { problemBase, problemTypes, type ProblemType } from './problems.js';

/** JSON as it stands in a document. */
export type Json = Record<string, unknown>;

const prefix = '#/components/schemas/';
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Says in a document, too, what gets further values without a new address. */
const markGrowing = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: unknown;
}): void => {
  if (isGrowing(zodSchema)) (jsonSchema as Json)[growingMark] = true;
};

const withoutIds = ({ $schema: _schema, $id: _id, ...schema }: Json): Json => schema;

/** Every schema with an id, as JSON Schema 2020-12. `input`: what a caller sends, defaults optional; `output`: what is answered. */
const all = (io: 'input' | 'output'): Record<string, Json> => {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io,
    uri: (id) => prefix + id,
    unrepresentable: 'any',
    override: markGrowing,
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIds(schema as Json)]));
};

/** Names of the schemas that a document refers to. */
const referred = (document: unknown, found = new Set<string>()): Set<string> => {
  if (!isRecord(document)) return found;
  for (const [key, value] of Object.entries(document))
    if (key === '$ref' && typeof value === 'string' && value.startsWith(prefix))
      found.add(value.slice(prefix.length));
    else referred(value, found);
  return found;
};

/** The schemas that a part of a document needs, and those that they need. */
export const schemasFor = (part: unknown, io: 'input' | 'output' = 'input'): Record<string, Json> => {
  const known = all(io);
  const needed: Record<string, Json> = {};
  const open = [...referred(part)];
  for (let name = open.pop(); name; name = open.pop()) {
    const schema = known[name];
    if (!schema) throw new Error(`no schema has the id ${name}`);
    if (needed[name]) continue;
    needed[name] = schema;
    open.push(...referred(schema));
  }
  return Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Refers to a schema by its id. Throws for one that has none. */
export const schemaRef = (schema: z.ZodType): Json => {
  const id = z.globalRegistry.get(schema)?.id;
  if (!id) throw new Error('a schema in a document needs an id');
  return { $ref: prefix + id };
};

/** Named schemas by reference, the rest in place. */
const inPlace = (schema: z.ZodType): Json => {
  if (z.globalRegistry.get(schema)?.id) return schemaRef(schema);
  const {
    $defs: _defs,
    $schema: _schema,
    ...json
  } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: markGrowing });
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', `"${prefix}`)) as Json;
};

/** The fields of an object as parameters of a route. A field of a query that has no default and is not optional is required. */
export const parametersOf = (object: z.ZodObject | undefined, place: 'path' | 'query'): Json[] =>
  Object.entries(object?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = inPlace(field as z.ZodType);
    const required = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: place, required, ...(description ? { description } : {}), schema };
  });

const problemsWith = (status: number): ProblemType[] =>
  (Object.keys(problemTypes) as ProblemType[]).filter((type) => problemTypes[type].status === status);

/** Responses for the statuses, each naming the problem types it can carry. */
export const problemResponses = (statuses: number[]): Json =>
  Object.fromEntries(
    statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]),
  );

const problemOf = (types: ProblemType[]): Json => ({
  allOf: [
    { $ref: `${prefix}Problem` },
    { properties: { type: { enum: types.map((type) => problemBase + type) } } },
  ],
});

const problemComponents = (): Json => {
  const statuses = [...new Set(Object.values(problemTypes).map(({ status }) => status))].sort();
  const response = (status: number) => ({
    description: problemsWith(status)
      .map((type) => `\`${type}\`: ${problemTypes[type].title}`)
      .join('; '),
    content: { 'application/problem+json': { schema: problemOf(problemsWith(status)) } },
  });
  return Object.fromEntries(statuses.map((status) => [`Problem${status}`, response(status)]));
};

export interface ApiSettings {
  title: string;
  description: string;
  paths: Json;
  parameters?: Json;
  headers?: Json;
}

/** An OpenAPI 3.1 document with everything its paths refer to. Every route needs an access token unless it says `security: []`. */
export const apiDocument = ({
  title,
  description,
  paths,
  parameters = {},
  headers = {},
}: ApiSettings): Json => {
  const responses = problemComponents();
  return {
    openapi: '3.1.0',
    info: { title, description, version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ accessToken: [] }],
    paths,
    components: {
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'OAuth 2.0 access token, at+jwt (RFC 9068)',
        },
      },
      parameters,
      headers,
      responses,
      schemas: schemasFor([paths, parameters, headers, responses]),
    },
  };
};
