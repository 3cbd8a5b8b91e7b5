import { Problem, type Command, type DomainEvent, type DossierBody, type Version } from '#contracts';
import { latestProcedure, pin } from '../procedures.js';
import type { Decision, Setting } from '../setting.js';
import { editClauses } from './clause-edits.js';
import { invalid, requireSound } from './references.js';
import type { Dossier } from './state.js';
import { transition } from './transition.js';

const versionOf = (no: number, body: DossierBody, command: Command, { digest }: Setting): Version => ({
  no,
  body,
  sha256: digest(body),
  person: command.actor.person,
  at: command.at,
});

/** The only decision without a dossier: begins one, pinned to the latest procedure of its type. */
export const draftDossier = (command: Command<'DraftDossier'>, setting: Setting): DomainEvent[] => {
  const body = command.data;
  requireSound(body, command.at, setting);
  const procedure = latestProcedure(body.type);
  const version = versionOf(1, body, command, setting);
  return [
    {
      type: 'DossierDrafted',
      data: { stage: procedure.initial, procedure: pin(procedure, setting.digest), version },
    },
  ];
};

const revisedBody = ({ current: { body } }: Dossier, { data }: Command<'ReviseDossier'>): DossierBody => {
  if (data.type !== body.type)
    throw invalid([{ path: 'type', message: `this dossier is of type ${body.type}` }]);
  const head = data.head ?? body.head;
  if (head.lead !== body.head.lead)
    throw invalid([{ path: 'head.lead', message: 'the lead of a dossier stays' }]);
  const clauses = editClauses(body.clauses, data.clauseEdits);
  return { type: body.type, head, content: data.content ?? body.content, clauses };
};

/** Whoever signed has signed another text. */
const voidedBy = ({ signatures }: Dossier, versionNo: number): DomainEvent[] =>
  signatures.length > 0 ? [{ type: 'SignaturesVoided', data: { versionNo, organs: [...signatures] } }] : [];

/** Makes the next immutable version; a revision that changes nothing is refused. */
export const reviseDossier: Decision<'ReviseDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const body = revisedBody(dossier, command);
  requireSound(body, command.at, setting);
  const version = versionOf(dossier.current.no + 1, body, command, setting);
  if (version.sha256 === dossier.current.sha256)
    throw new Problem('invalid-content', 'The revision changes nothing.', { faults: [] });
  const { note } = command.data;
  return [
    { type: 'DossierRevised', data: { stage, version, ...(note && { note }) } },
    ...voidedBy(dossier, version.no),
  ];
};
