import { Cabinet } from '#contracts';
import jsonld from 'jsonld';
import { catalogue } from './catalogue.js';
import { datasetNames } from './datasets.js';
import { surroundings } from './register.js';
import type { Extent } from './rows.js';

const cabinet = Cabinet.parse({
  ...{ name: 'small', titleJa: '内閣', titleEn: 'Cabinet' },
  calendar: { country: 'JP', timeZone: 'Asia/Tokyo' },
  organs: [
    { slug: 'HQ', ja: '本部', en: 'Headquarters', tier: 'lead', validFrom: '2001-01-06', secretariat: true },
  ],
});
const base = 'https://kyogi.example.go.jp';
const full: Extent = { count: 2, first: '2026-01-05', last: '2026-02-05', modified: '2026-02-06T01:02:03Z' };
const empty: Extent = { count: 0, first: null, last: null, modified: null };
const made = (address: string, extent = full) =>
  catalogue({
    cabinet,
    around: surroundings(cabinet, address, undefined),
    extents: { guidelines: extent, dossiers: extent, decisions: empty, dispositions: empty },
  });

type Node = Record<string, unknown>;
const [dcat, dct, foaf, xsd] = [
  ...['http://www.w3.org/ns/dcat#', 'http://purl.org/dc/terms/', 'http://xmlns.com/foaf/0.1/'],
  'http://www.w3.org/2001/XMLSchema#',
];

/** Reads a document as a processor of another origin does. It may fetch nothing. */
const nodes = async (document: object, from?: string): Promise<Map<string, Node>> => {
  const options = {
    documentLoader: (url: string) => Promise.reject(new Error(`would fetch ${url}`)),
    ...(from !== undefined && { base: from }),
  };
  const expanded = await jsonld.expand(document, options);
  const flat = (await jsonld.flatten(expanded, undefined, options)) as unknown as Node[];
  return new Map(flat.map((node) => [String(node['@id']), node]));
};
const of = (found: Map<string, Node>, type: string) =>
  [...found.values()].filter((node) => (node['@type'] as string[] | undefined)?.includes(type));
const ids = (node: Node | undefined, term: string) =>
  ((node?.[term] ?? []) as Node[]).map((each) => String(each['@id']));

describe('the catalogue of the register', () => {
  it('says what DCAT-AP demands of a catalogue, a dataset, a distribution and a service', async () => {
    const found = await nodes(made(base));
    const demanded: [string, string[]][] = [
      [
        `${dcat}Catalog`,
        [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`, `${dct}license`],
      ],
      [
        `${dcat}Dataset`,
        [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dct}identifier`, `${dcat}distribution`],
      ],
      [`${dcat}Distribution`, [`${dcat}accessURL`, `${dcat}mediaType`, `${dct}license`]],
      [`${dcat}DataService`, [`${dct}title`, `${dcat}endpointURL`, `${dcat}servesDataset`]],
      [`${foaf}Agent`, [`${foaf}name`]],
    ];
    for (const [type, terms] of demanded) {
      expect([type, of(found, type).length > 0]).toEqual([type, true]);
      for (const node of of(found, type))
        for (const term of terms)
          expect([node['@id'], term, term in node]).toEqual([node['@id'], term, true]);
    }
    const [whole] = of(found, `${dcat}Catalog`);
    expect(ids(whole, `${dcat}dataset`)).toEqual(datasetNames.map((name) => `${base}/open-data/${name}`));
    const distributions = of(found, `${dcat}Distribution`);
    expect(distributions.map((node) => ids(node, `${dcat}mediaType`)[0]?.split('/').at(-1)).sort()).toEqual([
      ...['csv', 'csv', 'csv', 'csv', 'json', 'json', 'json', 'json'],
    ]);
    expect(new Set(distributions.flatMap((node) => ids(node, `${dct}license`)))).toEqual(
      new Set([cabinet.licence.url]),
    );
  });

  it('has no term that a processor drops, and no value that is not of the type it says', async () => {
    const text = JSON.stringify([...(await nodes(made(base))).values()]);
    for (const [, prefix] of JSON.stringify(made(base)).matchAll(/"((?:dcat|dct|foaf):\w+)"/g)) {
      const [name = '', term = ''] = (prefix ?? '').split(':');
      expect([prefix, text.includes(`${{ dcat, dct, foaf }[name]}${term}`)]).toEqual([prefix, true]);
    }
    expect(text).toContain(`{"@type":"${xsd}date","@value":"2026-01-05"}`);
    expect(text).toContain(`{"@type":"${xsd}dateTime","@value":"2026-02-06T01:02:03Z"}`);
    expect(text).not.toMatch(/"@value":null|undefined/);
  });

  it('without a public address is read from wherever it was fetched', async () => {
    const found = await nodes(made(''), 'https://elsewhere.example/open-data/catalogue.jsonld');
    expect([...found.keys()]).toContain('https://elsewhere.example/open-data/guidelines?format=csv');
  });

  it('of an empty register says no dates', async () => {
    const found = await nodes(made(base, empty));
    for (const node of found.values()) expect(node).not.toHaveProperty([`${dct}issued`]);
  });
});
