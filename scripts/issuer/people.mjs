import { readJson } from '../support/files.mjs';
import { inRoot } from '../support/project.mjs';

/** @typedef {{ id: string, subject: string, name: string, homeOrgan: string, roles: string[] }} DemoPerson */

/** Everybody's password: it protects nothing, it only makes the sign-in look like one. */
export const demoPassword = 'kyogi';

/**
 * The demonstration people of a cabinet file's neighbour `<cabinet>.people.json`; a person's subject is their first account
 * without an issuer of its own, else their id.
 * @param {string} cabinet
 * @returns {DemoPerson[]}
 */
export function demoPeople(cabinet) {
  const people = readJson(inRoot('cabinets', `${cabinet}.people.json`))?.people ?? [];
  return people.map((person) => ({
    id: person.id,
    subject: (person.accounts ?? []).find((account) => !account.issuer)?.subject ?? person.id,
    name: person.name,
    homeOrgan: person.homeOrgan,
    roles: (person.assignments ?? []).map(
      ({ role, organ }) => `${role} ${organ === '*' ? 'everywhere' : organ}`,
    ),
  }));
}

/**
 * @param {string} cabinet
 * @param {string | undefined} id
 * @param {string | undefined} password
 */
export const signIn = (cabinet, id, password) =>
  password === demoPassword ? demoPeople(cabinet).find((person) => person.id === id) : undefined;
