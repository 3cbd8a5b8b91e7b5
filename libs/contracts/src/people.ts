import { z } from 'zod';
import { LocalDate, OrganSlug, line } from './common.js';
import { growing } from './growing.js';

/** What a person may be in an organ; SYSTEM is the engine's own and never assigned. */
export const Role = growing(
  z.enum([
    ...['LIAISON', 'DESK', 'MIN_APPROVER', 'CAIO'],
    ...['SECR_INTAKE', 'SECR_REVIEWER', 'SECR_APPROVER', 'SECR_DIRECTOR', 'HQ_MINISTER', 'HQ_CHAIR'],
    ...['OBSERVER', 'DOWNSTREAM', 'PUBLIC', 'SYSTEM'],
  ] as const),
).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** 専決: standing, the matter is the delegate's to decide. 代決: acting, while the represented person is away. */
export const DelegationKind = z.enum(['STANDING', 'ACTING']).meta({ id: 'DelegationKind' });
export type DelegationKind = z.infer<typeof DelegationKind>;

/** Whether the role acts for the headquarters and not for a ministry. */
export const isHeadquartersRole = (role: Role): boolean => role.startsWith('SECR_') || role.startsWith('HQ_');

/** Whether the role only reads what is open to the whole government, in whatever organ it is held, and does none of its work. */
export const isOnlooker = (role: Role): boolean =>
  role === 'OBSERVER' || role === 'DOWNSTREAM' || role === 'PUBLIC';

/** A role in an organ ('*' is every organ of the cabinet), in force from `from` until the day before `to`. */
export const Assignment = z
  .strictObject({
    role: Role.exclude(['SYSTEM']),
    organ: z.union([OrganSlug, z.literal('*')], 'an organ slug such as METI, or *'),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  })
  .refine(({ from, to }) => !from || !to || from < to, { path: ['to'], error: 'must be later than from' });
export type Assignment = z.infer<typeof Assignment>;

/** A subject at an identity provider; without an issuer, at the one the process is configured with. */
export const Account = z.strictObject({ issuer: z.url().optional(), subject: line(200) });
export type Account = z.infer<typeof Account>;

/** An official. `secondedFrom` is the first day of the secondment; the home organ is what recusal looks at. */
export const Person = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'an id such as meti-desk'),
    name: line(100),
    homeOrgan: OrganSlug,
    secondedTo: OrganSlug.optional(),
    secondedFrom: LocalDate.optional(),
    accounts: z.array(Account).default([]),
    assignments: z.array(Assignment),
  })
  .refine((person) => !person.secondedFrom || person.secondedTo, {
    path: ['secondedFrom'],
    error: 'a secondment needs secondedTo',
  });
export type Person = z.infer<typeof Person>;

const PeopleFields = z.strictObject({ people: z.array(Person) });
/** Who works where, beside a cabinet file. */
export type People = z.infer<typeof PeopleFields>;

type Fault = (path: (string | number)[], message: string) => void;

const checkUnique = ({ people }: People, fault: Fault) => {
  const owners = new Map<string, string>();
  const claim = (key: string, owner: string, path: (string | number)[], what: string) => {
    const first = owners.get(key);
    if (first === undefined) owners.set(key, owner);
    else fault(path, `${what} already belongs to ${first}`);
  };
  people.forEach((person, i) => {
    claim(`id ${person.id}`, person.name, ['people', i, 'id'], person.id);
    person.accounts.forEach(({ issuer, subject }, j) =>
      claim(
        `account ${issuer ?? ''} ${subject}`,
        person.id,
        ['people', i, 'accounts', j],
        `account ${subject}`,
      ),
    );
  });
};

/** The people of one cabinet: every organ they name must be one of its organs. */
export const peopleOf = (cabinet: { headquarters: string; organs: readonly { slug: string }[] }) =>
  PeopleFields.superRefine((file, context) => {
    const fault: Fault = (path, message) => context.addIssue({ code: 'custom', path, message });
    const known = new Set(['*', ...cabinet.organs.map((organ) => organ.slug)]);
    checkUnique(file, fault);
    file.people.forEach((person, i) => {
      if (!known.has(person.homeOrgan))
        fault(['people', i, 'homeOrgan'], `there is no organ ${person.homeOrgan}`);
      if (person.secondedTo && person.secondedTo !== cabinet.headquarters)
        fault(['people', i, 'secondedTo'], `secondments are to ${cabinet.headquarters} only`);
      person.assignments.forEach(({ role, organ }, j) => {
        const path = ['people', i, 'assignments', j, 'organ'];
        if (!known.has(organ)) fault(path, `there is no organ ${organ}`);
        else if (isHeadquartersRole(role) && organ !== cabinet.headquarters)
          fault(path, `${role} is held at ${cabinet.headquarters} only`);
      });
    });
  });
