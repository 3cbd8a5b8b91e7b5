import {
  Problem,
  everyReader,
  isOnlooker,
  readersOf,
  type Actor,
  type Cabinet,
  namedOrgan,
  type CommandName,
  type DossierBody,
  type HeldDelegation,
  type Principal,
  type Procedure,
  type Role,
  type Scope,
  commandSpec,
} from '#contracts';
import { leads, pinnedProcedure, type Dossier } from '#domain';

type Open = Procedure['stages'][string]['open'];

/** How far a dossier has been opened so far; it does not close again, and a draft that was never filed stays with its lead. */
const openSoFar = ({ procedure, stage, filedNo, rounds }: Dossier): Open => {
  const { stages, initial } = pinnedProcedure(procedure);
  if (stages[stage]?.open === 'government') return 'government';
  if (rounds.length > 0) return 'participants';
  return filedNo === undefined ? (stages[initial]?.open ?? 'lead') : 'secretariat';
};

const readers = (dossier: Dossier, { headquarters }: Cabinet): string[] => {
  const { lead, coLeads } = dossier.current.body.head;
  const asked = dossier.rounds.flatMap(({ stands }) => stands.map(({ organ }) => organ));
  const participants = [...asked, ...(dossier.outcome.checkers ?? [])];
  return readersOf({ open: openSoFar(dossier), headquarters, lead, coLeads, participants });
};

interface Asked {
  name: CommandName;
  data: unknown;
}

/**
 * A dossier that is not open to the person is not there for them, whatever they ask of it: it cannot be told from one that
 * does not exist.
 */
export const requireSeen = (principal: Principal, dossier: Dossier | null, cabinet: Cabinet): void => {
  const open = dossier ? readers(dossier, cabinet) : [];
  const sees = principal.assignments.some(
    ({ role, organ }) =>
      (organ === '*' && !isOnlooker(role)) || open.includes(organ) || open.includes(everyReader),
  );
  if (dossier && sees) return;
  throw new Problem('not-found', 'There is no such dossier, or it is not open to you.');
};

/** As `requireSeen`, unless the command is to make the dossier. */
export const requireThere = (
  principal: Principal,
  { name }: Asked,
  dossier: Dossier | null,
  cabinet: Cabinet,
): void => {
  if (dossier || !commandSpec(name).creates) requireSeen(principal, dossier, cabinet);
};

/** Organs in which the role must be held for this scope. */
const organsOf = (
  scope: Scope,
  { name, data }: Asked,
  dossier: Dossier | null,
  cabinet: Cabinet,
): string[] => {
  switch (scope) {
    case 'lead':
      return dossier
        ? leads(dossier).slice(0, 1)
        : name === 'DraftDossier'
          ? [(data as DossierBody).head.lead]
          : [];
    case 'leads':
      return dossier ? leads(dossier) : [];
    case 'participant':
      return [namedOrgan(data)].filter((organ) => organ !== undefined);
    case 'secretariat':
    case 'machine':
      return [cabinet.headquarters];
  }
};

const described = (by: Partial<Record<Role, Scope>>): string =>
  Object.entries(by)
    .map(([role, scope]) => `${role} (${scope})`)
    .join(' or ');

const covers = ({ dossierTypes }: HeldDelegation, { data }: Asked, dossier: Dossier | null): boolean =>
  dossierTypes === undefined || dossierTypes.includes(dossier?.type ?? (data as DossierBody).type);

const delegate = (
  person: string,
  { id: delegationId, from: onBehalfOf, through, organ, role, kind }: HeldDelegation,
): Actor => ({
  ...{ person, organ, role, onBehalfOf, delegationId },
  ...(through.length > 0 && { through }),
  ...(kind === 'ACTING' && { acting: true as const }),
});

/**
 * The roles and organs in which the person may issue the command, in the catalogue's order: their own first, then those delegated to
 * them. Throws when there is none.
 */
export const actorsFor = (
  principal: Principal,
  asked: Asked,
  dossier: Dossier | null,
  cabinet: Cabinet,
): [Actor, ...Actor[]] => {
  const { by } = commandSpec(asked.name);
  const entries = Object.entries(by) as [Role, Scope][];
  const own = entries.flatMap(([role, scope]): Actor[] => {
    const organ = organsOf(scope, asked, dossier, cabinet).find((slug) =>
      principal.assignments.some((held) => held.role === role && (held.organ === slug || held.organ === '*')),
    );
    return organ ? [{ person: principal.person, organ, role }] : [];
  });
  const delegated = entries.flatMap(([role, scope]) => {
    const organs = organsOf(scope, asked, dossier, cabinet);
    return (principal.delegations ?? [])
      .filter((held) => held.role === role && organs.includes(held.organ) && covers(held, asked, dossier))
      .map((held) => delegate(principal.person, held));
  });
  const [first, ...others] = [...own, ...delegated];
  if (!first) throw new Problem('not-permitted', `${asked.name} needs the role ${described(by)}.`, { by });
  return [first, ...others];
};
