import { factsOf, inForce } from '#contracts';
import type { Decision, Setting } from '../setting.js';
import { today } from './days.js';
import { guardRefused } from './refusals.js';
import { drafters } from './state.js';
import { requireOther, transition } from './transition.js';

/** Organs that examine texts of law (法制局), in force on that day. */
const bureaus = ({ cabinet }: Setting, date: string): string[] =>
  cabinet.organs.filter((organ) => organ.tier === 'reviewer' && inForce(organ, date)).map(({ slug }) => slug);

/** Why the text must be checked (an order, or it cites law), or that it was asked for without need. */
export const requestLegalCheck: Decision<'RequestLegalCheck'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { legalCheck = [] } = factsOf(dossier.current.body);
  const why = legalCheck.length > 0 ? legalCheck : ['it was asked for'];
  return [
    {
      type: 'LegalCheckRequested',
      data: { stage, why, asked: bureaus(setting, today(command.at, setting)) },
    },
  ];
};

/** By the reviewing bureau, or by the legal division of the lead: there by somebody who has not drafted the text. */
export const recordLegalCheck: Decision<'RecordLegalCheck'> = (dossier, command, setting) => {
  const { organ, finding } = command.data;
  // After the public comment the text goes back to where it is revised, whatever was found.
  const objections = finding === 'OBJECTIONS' ? 'objections' : undefined;
  const variant = dossier.outcome.comment ? 'after-comment' : objections;
  const stage = transition(dossier, command, setting, 'RecordLegalCheck', variant);
  const possible = [...bureaus(setting, today(command.at, setting)), dossier.current.body.head.lead];
  if (!possible.includes(organ))
    throw guardRefused('legal-checker', `organ: the text is checked by ${possible.join(' or ')}.`, {
      possible,
    });
  requireOther(drafters(dossier), command.actor, 'four-eyes-legal-check', 'drafted this dossier');
  return [{ type: 'LegalCheckRecorded', data: { stage, ...command.data } }];
};
