import {
  Problem,
  everyReader,
  readersOf,
  type Actor,
  type Cabinet,
  type CommandData,
  type CommandName,
  type DossierBody,
  type Principal,
  type Role,
  type Scope,
  commandSpec,
} from '#contracts';
import { leads, pinnedProcedure, type Dossier } from '#domain';

const readers = (dossier: Dossier, { headquarters }: Cabinet): string[] => {
  const { lead, coLeads } = dossier.current.body.head;
  const open = pinnedProcedure(dossier.procedure).stages[dossier.stage]?.open ?? 'lead';
  const participants = dossier.rounds.flatMap(({ stands }) => stands.map(({ organ }) => organ));
  return readersOf({ open, headquarters, lead, coLeads, participants });
};

/** Roles that see what is open to the whole government, in whatever organs they are held. */
const onlookers: ReadonlySet<Role> = new Set(['OBSERVER', 'DOWNSTREAM', 'PUBLIC']);

/** A dossier that is not open to the person is not there for them, whatever they ask of it. */
export const requireSight = (principal: Principal, dossier: Dossier, cabinet: Cabinet): void => {
  const open = readers(dossier, cabinet);
  const sees = principal.assignments.some(
    ({ role, organ }) =>
      (organ === '*' && !onlookers.has(role)) || open.includes(organ) || open.includes(everyReader),
  );
  if (!sees) throw new Problem('not-found', 'There is no such dossier, or it is not open to you.');
};

interface Asked {
  name: CommandName;
  data: unknown;
}

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
    case 'participant':
      return [(data as CommandData<'SetPosition'>).organ];
    case 'secretariat':
    case 'machine':
      return [cabinet.headquarters];
  }
};

const described = (by: Partial<Record<Role, Scope>>): string =>
  Object.entries(by)
    .map(([role, scope]) => `${role} (${scope})`)
    .join(' or ');

/** In which role and for which organ the person acts; throws when none of their assignments allows the command. */
export const actorFor = (
  principal: Principal,
  asked: Asked,
  dossier: Dossier | null,
  cabinet: Cabinet,
): Actor => {
  const { by } = commandSpec(asked.name);
  for (const [role, scope] of Object.entries(by) as [Role, Scope][]) {
    const organ = organsOf(scope, asked, dossier, cabinet).find((slug) =>
      principal.assignments.some((held) => held.role === role && (held.organ === slug || held.organ === '*')),
    );
    if (organ) return { person: principal.person, organ, role };
  }
  throw new Problem('not-permitted', `${asked.name} needs the role ${described(by)}.`, { by });
};
