import { factsOf, type Command } from '#contracts';
import { localDate } from '../clock/index.js';
import { agreedText } from '../consultation/agreed.js';
import { unsettled } from '../consultation/comment-ledger.js';
import { reasonsToConsult } from '../consultation/reasons-to-consult.js';
import { runningRound } from '../consultation/round.js';
import type { Setting } from '../setting.js';
import { outcomeGuards } from './outcome-guards.js';
import { guardRefused, notByThisRole } from './refusals.js';
import { signaturesMissing } from './signatures.js';
import type { Dossier } from './state.js';

type Guard = (dossier: Dossier, command: Command, setting: Setting) => void;

/** Guards by the names that procedures use; a released name keeps its meaning. */
export const guards: Readonly<Record<string, Guard>> = {
  ...outcomeGuards,
  'consulted-if-required': (dossier, command, setting) => {
    if (agreedText(dossier)) return;
    const date = localDate(command.at, setting.calendar.timeZone);
    // Whoever was asked without need has a word in it too.
    const owed = unsettled(dossier).map(({ thread, why }) => `${thread} ${why}`);
    const reasons = [...reasonsToConsult(dossier.current.body, setting.cabinet, date), ...owed];
    if (reasons.length === 0) return;
    throw guardRefused('consulted-if-required', `Consult first (OpenRound): ${reasons.join('; ')}.`);
  },
  'level-of-endorser': (dossier, command, { cabinet }) => {
    const { budgetYen = 0, highRisk } = factsOf(dossier.current.body);
    const heavy = highRisk || budgetYen > cabinet.policy.largeBudgetYen;
    if (command.actor.role === 'SECR_DIRECTOR' || !heavy) return;
    throw notByThisRole(
      'Whether a high-risk or very large initiative is endorsed is for the SECR_DIRECTOR.',
      'level-of-endorser',
    );
  },
  'text-is-the-consulted-text': (dossier) => {
    if (agreedText(dossier)) return;
    throw guardRefused(
      'text-is-the-consulted-text',
      'The present version is not the one that the last concluded round agreed on, with every MUST settled in it.',
    );
  },
  'round-not-open': ({ rounds }, { name }) => {
    const round = runningRound(rounds);
    // While it stands still its leads may settle the text, but not ask others about it.
    if (!round || round.state === 'ANSWERING' || (round.state === 'SUSPENDED' && name === 'ReviseDossier'))
      return;
    const state = round.state === 'OPEN' ? 'open' : 'suspended';
    throw guardRefused('round-not-open', `Round ${round.no} is ${state}; the text it asks about stays.`);
  },
  'all-leads-signed': (dossier) => {
    const missing = signaturesMissing(dossier);
    if (missing.length === 0) return;
    const detail = missing.map(({ organ, why }) => `${organ} ${why}`).join('; ');
    throw guardRefused('all-leads-signed', `${detail}.`, { missing });
  },
  started: (dossier, command, { calendar }) => {
    const start = factsOf(dossier.current.body).startsOn;
    if (!start || start <= localDate(command.at, calendar.timeZone)) return;
    throw guardRefused('started', `It starts on ${start}; activate it then.`);
  },
};
