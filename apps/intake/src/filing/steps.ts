import { Problem, type DossierBody, type FilingOutcome, type FilingStep } from '#contracts';
import { digest } from '#commands';
import { requireRole, type Caller, type RowDoor } from './row-door.js';
import type { Standing } from './standing.js';

/** A row that has become a dossier's text. */
export interface Draft {
  dossierId: string;
  body: DossierBody;
}

export interface Done {
  outcome: FilingOutcome;
  stage: string;
}

interface Turn extends Draft {
  door: RowDoor;
  caller: Caller;
  seen: Standing | null;
}

/** Stages in which a ministry may still change its text. */
const open = ['DRAFT', 'RETURNED'];
/** Stages that no spreadsheet leads out of. */
const ended = ['WITHDRAWN', 'LAPSED'];

/** The row says something else than the dossier, and the step must not change that. */
const changed = ({ stage }: Standing): Problem => {
  const advice =
    {
      DRAFT: `The row differs from the dossier, which is in stage ${stage}: draft it again first.`,
      RETURNED: `The row differs from the dossier, which is in stage ${stage}: draft it again first.`,
      MIN_APPROVAL: `The row differs from the version in stage ${stage}: have its approval refused, or withdraw it, to change it.`,
      APPROVED: `The row differs from the version in stage ${stage}: revise the dossier, or withdraw it, to change it.`,
    }[stage] ?? `The row was changed after filing; the dossier, in stage ${stage}, is left as it is.`;
  return new Problem('guard-refused', advice, { rule: 'same-text' });
};

/** Throws where the dossier has left the way that a spreadsheet takes: then no step has been done already, whatever its text says. */
const requireUnderway = ({ stage, sha256 }: Standing, body: DossierBody): void => {
  if (ended.includes(stage))
    throw new Problem(
      'not-allowed-in-stage',
      `The dossier has ended in stage ${stage}: to file it anew, draft the row under another identity.`,
    );
  if (stage === 'RETURNED' && sha256 === digest(body))
    throw new Problem(
      'not-allowed-in-stage',
      'The secretariat has sent the dossier back, which is in stage RETURNED: change the row as it asks and draft it again.',
    );
};

/** Makes or mends the draft and sends it to the ministry approver. */
const draft = async ({ door, caller, dossierId, body, seen }: Turn): Promise<Done> => {
  const same = seen?.sha256 === digest(body);
  if (seen && !same && !open.includes(seen.stage)) throw changed(seen);
  if (seen && same && seen.stage !== 'DRAFT') return { outcome: 'already', stage: seen.stage };
  let version = seen?.version;
  if (!seen) ({ version } = await door.command('DraftDossier', dossierId, body, null, caller));
  else if (!same) {
    const { type, head, content } = body;
    const revision = { type, head, content, clauseEdits: [] };
    ({ version } = await door.command('ReviseDossier', dossierId, revision, seen, caller));
  }
  const asked = { concurrence: [] };
  const { stage } = await door.command(
    'RequestApproval',
    dossierId,
    asked,
    { version: version ?? 0 },
    caller,
  );
  return { outcome: 'drafted', stage };
};

const requireSame = (seen: Standing | null, body: DossierBody): Standing => {
  if (!seen) throw new Problem('not-found', 'The row has not been drafted.');
  if (seen.sha256 !== digest(body)) throw changed(seen);
  return seen;
};

/** Approves exactly the text of the row. */
const approve = async ({ door, caller, dossierId, body, seen }: Turn): Promise<Done> => {
  const drafted = requireSame(seen, body);
  if (drafted.stage === 'DRAFT')
    throw new Problem('not-allowed-in-stage', 'Approval has not been requested.');
  if (drafted.stage !== 'MIN_APPROVAL') return { outcome: 'already', stage: drafted.stage };
  const { stage } = await door.command('ApproveDossier', dossierId, {}, drafted, caller);
  return { outcome: 'approved', stage };
};

/** Files exactly the text of the row. */
const file = async ({ door, caller, dossierId, body, seen }: Turn): Promise<Done> => {
  const approved = requireSame(seen, body);
  if (approved.stage === 'DRAFT' || approved.stage === 'MIN_APPROVAL')
    throw new Problem('not-allowed-in-stage', 'The ministry has not approved it.');
  if (approved.stage !== 'APPROVED') return { outcome: 'already', stage: approved.stage };
  const { sha256 } = approved;
  const { stage } = await door.command('FileDossier', dossierId, { sha256 }, approved, caller);
  return { outcome: 'filed', stage };
};

const steps = {
  draft: [draft, 'DraftDossier'],
  approve: [approve, 'ApproveDossier'],
  file: [file, 'FileDossier'],
} as const;

const maxTries = 4;
const isOvertaken = (error: unknown) =>
  error instanceof Problem && (error.type === 'version-stale' || error.type === 'already-exists');

/** Brings one row one step further, or finds that nothing is left to do. Throws the Problem that prevents it. */
export const takeStep = async (
  step: FilingStep,
  { dossierId, body }: Draft,
  door: RowDoor,
  caller: Caller,
): Promise<Done> => {
  const [take, command] = steps[step];
  requireRole(command, body.head.lead, caller.principal);
  for (let tries = 1; ; tries += 1) {
    const seen = await door.standing(dossierId);
    // An id that somebody else chose for a dossier of theirs: nothing about it is told.
    if (seen && seen.lead !== body.head.lead)
      throw new Problem('already-exists', 'The id of this row is taken.');
    if (seen) requireUnderway(seen, body);
    try {
      return await take({ door, caller, dossierId, body, seen });
    } catch (error) {
      if (!isOvertaken(error) || tries === maxTries) throw error;
    }
  }
};
