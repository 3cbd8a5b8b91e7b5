import { join } from 'node:path';
import fc from 'fast-check';
import { DossierBody, type Head } from '#contracts';
import { loadCabinet, loadJsonFile, projectRoot } from '#platform';
import { mappedColumns, RowMap } from './map-file.js';
import { mapRow } from './map-row.js';
import { derivedId, RowIdentities } from './row-identity.js';

const file = (...path: string[]) => join(projectRoot(), 'cabinets', ...path);
const cabinet = loadCabinet(file('us-federal.json'));
const map = loadJsonFile(file('maps', 'us-ai-use-case-inventory-2025.json'), RowMap);
const columns = mappedColumns(map);
const row = (cells: Record<string, string>) => ({
  agency: 'DOE',
  agency_name: 'Energy',
  use_case_name: 'Leak detection',
  ...cells,
});
const body = (cells: Record<string, string>) => {
  const mapped = mapRow(row(cells), map, cabinet);
  if ('rejection' in mapped) throw new Error(JSON.stringify(mapped.rejection));
  return mapped.body as unknown as { head: Head; content: Record<string, unknown> };
};
const rejection = (cells: Record<string, string>) => mapRow(row(cells), map, cabinet);

describe('a row of the inventory', () => {
  it('becomes an initiative that leaves blank what the row does', () => {
    const { head, content } = body({ problem_solved: 'Not available.', classification: 'N/A' });
    expect(head).toMatchObject({ lead: 'DOE', title: { en: 'Leak detection' }, pillars: ['P1'] });
    expect(head.marking).toEqual({ confidentiality: 1, handling: [] });
    expect(content).toEqual({ budget: [], partners: [], affectsLocalGovernments: false });
  });

  it('names the agency as its contact when it has no bureau', () => {
    expect(body({ agency_name: 'Department of Energy' }).head.contact.bureau).toBe('Department of Energy');
  });

  it('cuts no text silently: an excerpt is marked and the whole stands elsewhere, an overflow goes on elsewhere', () => {
    const problem = 'One sentence of some length stands here. '.repeat(20).trim();
    const { head, content } = body({ problem_solved: problem });
    expect(head.summary).toMatch(/here\. …$/);
    expect(head.summary!.length).toBeLessThanOrEqual(400);
    expect(content.problem).toBe(problem);
    const bureau = Array.from({ length: 30 }, (_, i) => `Division ${i}`).join(', ');
    const { contact } = body({ agency_bureau: bureau }).head;
    expect(`${contact.bureau} ${contact.division}`).toBe(bureau);
    expect(rejection({ problem_solved: 'x'.repeat(4_001) })).toEqual({
      rejection: { column: 'problem_solved', reason: 'is longer than 4000 characters; shorten it' },
    });
  });

  it('adds up the tags of two columns', () => {
    expect(body({ topic_area: 'Law Enforcement', has_pii: 'Yes' }).head.competenceTags).toEqual([
      'security',
      'personal-data',
    ]);
  });

  it('says nothing of a basis for personal data when it does not say whether there are any', () => {
    expect(body({ pia_url: 'https://example.gov/pia' }).content.personalData).toBeUndefined();
    expect(body({ has_pii: 'Yes', pia_url: 'https://example.gov/pia' }).content.personalData).toEqual({
      used: true,
      basis: 'Privacy impact assessment: https://example.gov/pia',
    });
  });

  it('is marked when it is withheld from the public', () => {
    expect(body({ is_withheld: 'Yes - Disclosure Risk' }).head.marking).toEqual({
      confidentiality: 2,
      handling: ['Withheld from public reporting: disclosure risk'],
    });
  });

  it.each([
    [{ use_case_name: ' ' }, 'use_case_name', /blank/],
    [{ agency: 'DOGE' }, 'agency', /no organ "DOGE"/],
    [{ operational_date: 'next spring' }, 'operational_date', /"next spring" is not a date/],
    [{ operational_date: '2/30/2024' }, 'operational_date', /not a date/],
    [{ development_stage: 'Retired' }, 'development_stage', /discontinued/],
    [{ development_stage: 'Someday' }, 'development_stage', /not one of Pre-deployment, Pilot, Deployed/],
    [{ is_withheld: 'Yes - Prohibited by Law' }, 'is_withheld', /oral item/],
    [{ has_pii: 'maybe' }, 'has_pii', /not one of|neither/],
    [{ benefits: 'a\0b' }, 'benefits', /U\+0000/],
    [{ contact_email: 'nobody' }, 'contact_email', /email/i],
  ])('with %j is rejected for its %s', (cells, column, reason) => {
    expect(rejection(cells)).toEqual({ rejection: { column, reason: expect.stringMatching(reason) } });
  });

  it('becomes a sound dossier or a rejection that names one of its columns, whatever its cells hold', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '',
        'Yes',
        'No',
        'Retired',
        'DOE',
        'EPA',
        'Jul-25',
        '[]',
        'N/A',
        'x'.repeat(5_000),
        '__proto__',
      ),
    );
    const rows = fc.record(Object.fromEntries(columns.map((column) => [column, odd])));
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, isSound) => {
        const mapped = mapRow(isSound ? row({ ...cells, ...row({}) }) : cells, map, cabinet);
        if ('body' in mapped) expect(DossierBody.parse(mapped.body)).toEqual(mapped.body);
        else expect(columns).toContain(mapped.rejection.column);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('the dossier of a row', () => {
  const identities = () => new RowIdentities('us-federal', 'inventory', map);

  it('is the same whenever the row is read, and another for every other row', () => {
    const ids = (cells: Record<string, string>) => identities().dossierIdOf(row(cells), 2);
    expect(ids({ id: 'DOE-1' })).toBe(ids({ id: ' DOE-1', use_case_name: 'Renamed' }));
    expect(
      new Set([ids({ id: 'DOE-1' }), ids({ id: 'DOE-2' }), ids({ id: 'DOE-1', agency: 'EPA' })]).size,
    ).toBe(3);
    expect(ids({ id: 'TBD' })).toBe(ids({}));
    expect(derivedId('a')).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });

  it('is told apart by order when rows without an id are alike, and refused when they have the same id', () => {
    const file = identities();
    expect(file.dossierIdOf(row({}), 2)).not.toBe(file.dossierIdOf(row({}), 3));
    file.dossierIdOf(row({ id: 'DOE-1' }), 4);
    expect(() => file.dossierIdOf(row({ id: 'DOE-1' }), 5)).toThrow('row 4 has the same agency and id');
  });
});

describe('a map file', () => {
  const faults = (change: object) =>
    RowMap.safeParse({ ...map, ...change }).error?.issues.map(({ message }) => message);

  it('must know a row by its lead, so that no row meets the dossier of another ministry', () => {
    expect(faults({ identity: [{ columns: ['id'] }] })).toEqual(['must contain the lead, agency']);
  });

  it('must not cut a text whose whole goes nowhere', () => {
    const fields = map.fields.filter(({ to }) => to !== 'content.problem');
    expect(faults({ fields })).toEqual(['no other field takes the whole of problem_solved']);
  });
});
