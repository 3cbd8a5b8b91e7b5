import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CabinetFileError, loadCabinet, loadPeople } from './cabinet-file.js';

const folder = mkdtempSync(join(tmpdir(), 'cabinet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const japanText = readFileSync('cabinets/japan.json', 'utf8');
const lineWith = (text: string, part: string) => text.split('\n').findIndex((row) => row.includes(part)) + 1;
const file = (text: string | Uint8Array) => {
  const path = join(folder, 'x.json');
  writeFileSync(path, text);
  return path;
};
const faultsOf = (load: () => unknown): string => {
  try {
    load();
  } catch (error) {
    if (error instanceof CabinetFileError) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
  return 'accepted';
};
type Loose = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
const edited = (edit: (cabinet: Loose, organ: (slug: string) => Loose) => void): string => {
  const cabinet = JSON.parse(japanText) as Loose;
  edit(cabinet, (slug) => cabinet.organs.find((organ: Loose) => organ.slug === slug));
  return JSON.stringify(cabinet, null, 2);
};
const faultsIn = (text: string) => faultsOf(() => loadCabinet(file(text)));

describe('the cabinets that come with Kyogi', () => {
  const japan = loadCabinet('cabinets/japan.json');
  const mandatory = (tag: string) =>
    japan.organs
      .filter((organ) => organ.mandatoryExplicitFor.includes(tag as never))
      .map((organ) => organ.slug);

  it('have the organs of Japan, with who must answer explicitly', () => {
    expect(japan.organs.length).toBeGreaterThanOrEqual(44);
    expect(mandatory('personal-data')).toEqual(['PPC']);
    expect(mandatory('budget')).toEqual(['MOF']);
    expect(mandatory('local-government')).toEqual(['MIC']);
    expect(mandatory('cyber')).toEqual(['NCO']);
    expect(japan.organs.filter((organ) => organ.defaultConsultee)).toHaveLength(21);
  });

  it('have every agency of the federal inventory', () => {
    const us = loadCabinet('cabinets/us-federal.json');
    expect(us.organs.filter((organ) => !['OMB', 'HQ'].includes(organ.slug))).toHaveLength(40);
  });

  it.each(['japan', 'us-federal'])('have people who can do every step: %s', (name) => {
    const { people } = loadPeople(`cabinets/${name}.people.json`, loadCabinet(`cabinets/${name}.json`));
    const roles = new Set(people.flatMap((person) => person.assignments.map(({ role }) => role)));
    for (const role of [
      'DESK',
      'LIAISON',
      'MIN_APPROVER',
      'SECR_INTAKE',
      'SECR_REVIEWER',
      'SECR_APPROVER',
    ] as const)
      expect(roles).toContain(role);
  });

  it('have a liaison for every default consultee of Japan', () => {
    const { people } = loadPeople('cabinets/japan.people.json', japan);
    const served = people.flatMap((person) =>
      person.assignments.filter((a) => a.role === 'LIAISON').map((a) => a.organ),
    );
    for (const organ of japan.organs) if (organ.defaultConsultee) expect(served).toContain(organ.slug);
  });

  it('need to state only what differs from the usual periods', () => {
    const { policy, calendar } = loadCabinet(
      file(
        edited(
          (cabinet) => (
            (cabinet.policy = { minimumDays: { expedited: 4 } }),
            delete cabinet.calendar.dueTime
          ),
        ),
      ),
    );
    expect(policy.minimumDays).toEqual({
      upTo20Pages: 10,
      over20Pages: 15,
      expedited: 4,
      delta: 5,
      deltaUpTo3Clauses: 3,
    });
    expect(policy.clockDays.review).toBe(15);
    expect(calendar.dueTime).toBe('17:00');
  });
});

describe('a cabinet file is refused with its line when', () => {
  it.each<[string, (cabinet: Loose, organ: (slug: string) => Loose) => void, string, RegExp]>([
    [
      'a check digit is wrong',
      (_, organ) => (organ('DA').corporateNumber = '3000012010038'),
      '"3000012010038"',
      /organs\[\d+\]\.corporateNumber: check digit should be 8 \(13-digit corporate number\)$/,
    ],
    [
      'a tag is unknown',
      (_, organ) => (organ('DA').competenceTags = ['robots']),
      '"robots"',
      /organs\[\d+\]\.competenceTags\[0\]: Invalid option/,
    ],
    [
      'a field is unknown',
      (_, organ) => (organ('DA').colour = 'blue'),
      '"colour"',
      /organs\[\d+\]\.colour: there is no such field$/,
    ],
    [
      'a date does not exist',
      (_, organ) => (organ('DA').validFrom = '2026-02-30'),
      '2026-02-30',
      /validFrom: /,
    ],
    [
      'validity ends before it begins',
      (_, organ) => (organ('DA').validTo = '1999-01-01'),
      '1999-01-01',
      /validTo: must be later than validFrom$/,
    ],
    [
      'a parent does not exist',
      (_, organ) => (organ('FA').parent = 'NOPE'),
      '"NOPE"',
      /parent: there is no organ NOPE$/,
    ],
    [
      'a time zone does not exist',
      (cabinet) => (cabinet.calendar.timeZone = 'Asia/Edo'),
      'Asia/Edo',
      /calendar\.timeZone: a time zone such as/,
    ],
    [
      'a closure is no day',
      (cabinet) => (cabinet.calendar.extraClosures = ['13-01']),
      '"13-01"',
      /extraClosures\[0\]: a day such as/,
    ],
    [
      'the headquarters is an ordinary organ',
      (cabinet) => (cabinet.headquarters = 'CAO'),
      '"headquarters"',
      /headquarters: organ CAO needs "secretariat": true/,
    ],
    [
      'a slug is in small letters',
      (_, organ) => (organ('DA').slug = 'da'),
      '"da"',
      /slug: an organ slug such as METI$/,
    ],
  ])('%s', (_, edit, mark, reason) => {
    const text = edited(edit);
    const [first] = faultsIn(text).split('\n');
    expect(first).toMatch(reason);
    expect(first).toMatch(new RegExp(`^x\\.json:${lineWith(text, mark)}: `));
  });

  it('a slug is declared twice', () => {
    const text = edited((cabinet, organ) => cabinet.organs.push({ ...organ('CAS') }));
    expect(faultsIn(text)).toMatch(/: organs\[52\]\.slug: CAS is already declared as organs\[0\]$/);
  });

  it('parents form a cycle', () => {
    const text = edited((_, organ) => ((organ('CAO').parent = 'FA'), (organ('MAFF').parent = 'CAO')));
    expect(faultsIn(text)).toContain('parent: cycle: CAO -> FA -> MAFF -> CAO');
  });

  it('a required field is missing, at the line of what lacks it', () => {
    const text = edited((_, organ) => delete organ('CAS').tier);
    expect(faultsIn(text)).toBe(`x.json:${lineWith(text, '"slug": "CAS"') - 1}: organs[0].tier: is required`);
  });

  it('several things are wrong: all are named', () => {
    const text = edited((_, organ) => ((organ('DA').ja = ''), (organ('FA').en = 5)));
    expect(faultsIn(text).split('\n')).toHaveLength(2);
  });

  it.each([
    [
      'a comma is missing',
      '{\n  "name": "x"\n  "titleJa": "y"\n}',
      'x.json:3: expected , or } but found "titleJa"',
    ],
    ['a comma is left over', '{\n  "name": "x",\n}', 'x.json:3: expected a value but found }'],
    [
      'a bracket is not closed',
      '{\n  "organs": [\n',
      'x.json:3: expected a value but found the end of the file',
    ],
    ['a quote is not closed', '{\n  "name": "x\n}', 'x.json:2: expected a value but found "x'],
    ['a key is given twice', '{\n  "name": "x",\n  "name": "y"\n}', 'x.json:3: "name" is given twice'],
    ['something follows the end', '{}\n{}', 'x.json:2: expected the end of the file but found {'],
    ['a number is malformed', '{\n"a": 01}', 'x.json:2: expected a value but found 01'],
    ['it is empty', '', 'x.json:1: expected a value but found the end of the file'],
  ])('%s', (_, text, message) => expect(faultsIn(text)).toBe(message));

  it('it is not UTF-8 or not there', () => {
    expect(faultsOf(() => loadCabinet(file(new Uint8Array([0x22, 0xff, 0x22]))))).toContain('x.json: ');
    expect(faultsOf(() => loadCabinet('cabinets/atlantis.json'))).toContain(
      'cabinets/atlantis.json: cannot be read: Error: ENOENT',
    );
  });
});

describe('a people file is refused when', () => {
  const japan = loadCabinet('cabinets/japan.json');
  const desk = { id: 'a-desk', name: 'A', homeOrgan: 'METI', assignments: [{ role: 'DESK', organ: 'METI' }] };
  const faults = (...people: object[]) =>
    faultsOf(() => loadPeople(file(JSON.stringify({ people }, null, 1)), japan));

  it.each([
    ['an organ is unknown', { ...desk, homeOrgan: 'MITI' }, 'people[0].homeOrgan: there is no organ MITI'],
    [
      'an assignment is to an unknown organ',
      { ...desk, assignments: [{ role: 'DESK', organ: 'MITI' }] },
      'people[0].assignments[0].organ: there is no organ MITI',
    ],
    [
      'a ministry holds a role of the secretariat',
      { ...desk, assignments: [{ role: 'SECR_INTAKE', organ: 'METI' }] },
      'people[0].assignments[0].organ: SECR_INTAKE is held at HQ only',
    ],
    [
      'someone is SYSTEM',
      { ...desk, assignments: [{ role: 'SYSTEM', organ: 'METI' }] },
      'people[0].assignments[0].role: Invalid option',
    ],
    [
      'a secondment is to a ministry',
      { ...desk, secondedTo: 'MOF' },
      'people[0].secondedTo: secondments are to HQ only',
    ],
    [
      'an assignment ends before it begins',
      { ...desk, assignments: [{ role: 'DESK', organ: 'METI', from: '2026-04-01', to: '2026-04-01' }] },
      'people[0].assignments[0].to: must be later than from',
    ],
  ])('%s', (_, person, message) => expect(faults(person)).toContain(message));

  it('two people share an id or an account', () => {
    const accounts = [{ subject: 's' }];
    expect(faults(desk, desk)).toContain('people[1].id: a-desk already belongs to A');
    expect(faults({ ...desk, accounts }, { ...desk, id: 'b-desk', accounts })).toContain(
      'people[1].accounts[0]: account s already belongs to a-desk',
    );
  });
});
