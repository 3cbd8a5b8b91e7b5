import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { inRoot } from './support/project.mjs';

const apps = ['intake', 'headquarters', 'delivery', 'evidence'];

/** Types of one document. @param {object} document */
const typesOf = async (document) => astToString(await openapiTypes(document));

/** Types of what the feed tells: the data of every event, by its type. @param {any} document AsyncAPI */
async function feedTypes({ components: { messages, schemas } }) {
  const info = { title: 'feed', version: '1' };
  const types = await typesOf({ openapi: '3.1.0', info, paths: {}, components: { schemas } });
  const told = Object.values(messages).filter(({ name }) => name.startsWith('org.kyogi.'));
  const lines = told.map(({ name, payload }) => {
    const schema = payload.$ref.split('/').at(-1);
    const { properties, allOf = [] } = schemas[schema];
    const data = (properties ?? allOf.find((part) => part.properties).properties).data.$ref
      ?.split('/')
      .at(-1);
    return `    "${name}": components["schemas"]["${data ?? `${schema}"]["data`}"];`;
  });
  const say = '/** Data of every event of the feed, by the type of the event. */';
  return `${types}${say}\nexport interface FeedData {\n${lines.join('\n')}\n}\n`;
}

const documentOf = (name) => JSON.parse(readFileSync(inRoot('docs/api', name), 'utf8'));

/** Writes the types of the client: what the documents of the API say. They are derived, so git does not keep them. */
export async function writeClientTypes() {
  const folder = inRoot('libs/client/generated');
  mkdirSync(folder, { recursive: true });
  for (const app of apps)
    writeFileSync(path.join(folder, `${app}.ts`), await typesOf(documentOf(`${app}.openapi.json`)));
  writeFileSync(path.join(folder, 'feed.ts'), await feedTypes(documentOf('asyncapi.json')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeClientTypes();
