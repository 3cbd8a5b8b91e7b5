import { Role, isOnlooker, type HeldDelegation } from '#contracts';
import type { DelegationRow } from './delegation-rows.js';
import { chainOf, inForce } from './in-force.js';
import type { PersonRow } from './rows.js';

type Staff = ReadonlyMap<string, PersonRow>;

/** Who gave the role away must still hold it, and everybody down the chain must still work in the organ. */
const stands = (chain: readonly DelegationRow[], staff: Staff, today: string): boolean => {
  const root = chain.at(-1);
  if (!root) return false;
  const current = (person: string) =>
    staff.get(person)?.assignments.filter((row) => inForce(row, today)) ?? [];
  const holds = current(root.from).some(
    ({ role, organ }) => role === root.role && (organ === root.organ || organ === '*'),
  );
  const works = (person: string, organ: string) =>
    current(person).some((row) => row.organ === organ && !isOnlooker(Role.parse(row.role)));
  return holds && chain.every(({ to, organ }) => works(to, organ));
};

/** What a person may do for others today: their delegations whose whole chain is in force. */
export const heldDelegations = (
  person: string,
  rows: readonly DelegationRow[],
  staff: Staff,
  today: string,
  ties: (officer: PersonRow) => string[],
): HeldDelegation[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.flatMap((row): HeldDelegation[] => {
    if (row.to !== person) return [];
    const chain = chainOf(row, byId, today);
    if (!chain || !stands(chain, staff, today)) return [];
    const [from = '', ...through] = chain.map((link) => link.from).reverse();
    const officers = [from, ...through].flatMap((name) => staff.get(name) ?? []);
    const { id, organ, kind, dossierTypes } = row;
    return [
      {
        ...{ id, from, through, role: Role.parse(row.role), organ, kind },
        ...(dossierTypes && { dossierTypes }),
        ties: [...new Set(officers.flatMap(ties))].sort(),
      },
    ];
  });
};
