import type { Cabinet } from '#contracts';
import { datasetNames, datasets, type DatasetName } from './datasets.js';
import type { Surroundings } from './register.js';
import type { Extent } from './rows.js';

type Json = Record<string, unknown>;

/** Terms of DCAT 3 and DCAT-AP 3. The context stands in the document, so that nobody has to fetch one to read it. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const both = ({ ja, en }: { ja: string; en: string }) => [
  { '@value': ja, '@language': 'ja' },
  { '@value': en, '@language': 'en' },
];
const iri = (id: string): Json => ({ '@id': id });
const day = (date: string): Json => ({ '@value': date, '@type': 'xsd:date' });
const moment = (at: string): Json => ({ '@value': at, '@type': 'xsd:dateTime' });
const languages = ['JPN', 'ENG'].map((code) =>
  iri(`http://publications.europa.eu/resource/authority/language/${code}`),
);
const mediaType = (type: string) => iri(`https://www.iana.org/assignments/media-types/${type}`);

interface Setting {
  cabinet: Cabinet;
  around: Surroundings;
  extents: Record<DatasetName, Extent>;
}

const distribution = (name: DatasetName, format: 'json' | 'csv', { cabinet, around }: Setting): Json => {
  const address = `${around.base}/open-data/${name}?format=${format}`;
  return {
    ...{ '@id': address, '@type': 'dcat:Distribution', 'dct:title': `${name} (${format.toUpperCase()})` },
    ...{ 'dcat:accessURL': iri(address), 'dcat:downloadURL': iri(address) },
    'dcat:mediaType': mediaType(format === 'csv' ? 'text/csv' : 'application/json'),
    ...{ 'dct:license': iri(cabinet.licence.url), 'dcat:accessService': iri(`${around.base}/open-data#api`) },
  };
};

const times = ({ first, last, modified }: Extent): Json => ({
  ...(first && { 'dct:issued': day(first) }),
  ...(modified && { 'dct:modified': moment(modified) }),
  ...(first &&
    last && {
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': day(first),
        'dcat:endDate': day(last),
      },
    }),
});

const publisherOf = ({ cabinet, around }: Setting): Json => {
  const { ja, en } = around.organ(cabinet.headquarters);
  return {
    '@id': `${around.base}/open-data#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': both({ ja, en }),
  };
};

const dataset = (name: DatasetName, setting: Setting): Json => ({
  '@id': `${setting.around.base}/open-data/${name}`,
  '@type': 'dcat:Dataset',
  'dct:title': both(datasets[name].title),
  'dct:description': both(datasets[name].description),
  'dct:identifier': `${setting.cabinet.name}/${name}`,
  'dct:publisher': iri(`${setting.around.base}/open-data#publisher`),
  'dct:language': languages,
  'dct:accrualPeriodicity': iri('http://publications.europa.eu/resource/authority/frequency/IRREG'),
  'dcat:landingPage': iri(`${setting.around.base}/open-data`),
  ...times(setting.extents[name]),
  'dcat:distribution': (['json', 'csv'] as const).map((format) => distribution(name, format, setting)),
});

const ends = (all: Extent[], member: 'first' | 'last' | 'modified'): string[] =>
  all.flatMap((extent) => extent[member] ?? []).sort();

/** The catalogue of the register for harvesters of other governments. */
export const catalogue = (setting: Setting): Json => {
  const { cabinet, around, extents } = setting;
  const all = Object.values(extents);
  const whole = {
    first: ends(all, 'first')[0] ?? null,
    last: ends(all, 'last').at(-1) ?? null,
    modified: ends(all, 'modified').at(-1) ?? null,
    count: 0,
  };
  return {
    ...{ '@context': context, '@id': `${around.base}/open-data/catalogue.jsonld`, '@type': 'dcat:Catalog' },
    'dct:title': both({
      ja: `${cabinet.titleJa} AI政策 公開台帳`,
      en: `${cabinet.titleEn}: public register of AI policy`,
    }),
    'dct:description': both({
      ja: '公表されたAI指針、施策、決定及び意見の処理結果。各項目は改ざん検知のための公開ログに含まれることを確かめられる。',
      en: 'Published guidelines on AI, initiatives, decisions and dispositions; each can be checked against a public transparency log.',
    }),
    'dct:publisher': publisherOf(setting),
    ...{ 'dct:license': iri(cabinet.licence.url), 'dct:language': languages },
    'foaf:homepage': iri(`${around.base}/open-data`),
    ...times(whole),
    'dcat:dataset': datasetNames.map((name) => dataset(name, setting)),
    'dcat:service': {
      ...{ '@id': `${around.base}/open-data#api`, '@type': 'dcat:DataService', 'dct:title': 'Open data API' },
      'dcat:endpointURL': iri(`${around.base}/open-data`),
      'dcat:endpointDescription': iri(`${around.base}/openapi.json`),
      'dct:license': iri(cabinet.licence.url),
      'dcat:servesDataset': datasetNames.map((name) => iri(`${around.base}/open-data/${name}`)),
    },
  };
};
