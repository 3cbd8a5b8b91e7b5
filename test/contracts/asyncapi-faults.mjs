// Faults that the AsyncAPI initiative's own parser finds in each of the documents of standard input. A program of its own: Jest would
// have to compile the parser's thousand files first.
import { Parser } from '@asyncapi/parser';
import { text } from 'node:stream/consumers';

const faultsOf = async (document) =>
  (await new Parser().validate(JSON.stringify(document)))
    .filter(({ severity }) => Number(severity) === 0)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);

const documents = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await Promise.all(documents.map(faultsOf))));
