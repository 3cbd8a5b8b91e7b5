import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { inRoot } from './support/project.mjs';

const apps = ['intake', 'headquarters', 'delivery', 'evidence'];

const head = '// Written by npm run specs from docs/api. Not edited by hand.\n';

/** Types of one document. @param {object} document */
const typesOf = async (document) => `${head}${astToString(await openapiTypes(document))}`;

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

/** The types of the client, by file below the checkout: what the documents of the API say. @returns {Promise<Record<string, string>>} */
export async function clientTypes() {
  const files = apps.map(async (app) => {
    const document = JSON.parse(readFileSync(inRoot('docs/api', `${app}.openapi.json`), 'utf8'));
    return [path.join('libs/client/generated', `${app}.ts`), await typesOf(document)];
  });
  const feed = await feedTypes(JSON.parse(readFileSync(inRoot('docs/api/asyncapi.json'), 'utf8')));
  return { ...Object.fromEntries(await Promise.all(files)), 'libs/client/generated/feed.ts': feed };
}

/** Writes them. */
export async function writeClientTypes() {
  for (const [file, text] of Object.entries(await clientTypes())) {
    mkdirSync(path.dirname(inRoot(file)), { recursive: true });
    writeFileSync(inRoot(file), text);
  }
}
