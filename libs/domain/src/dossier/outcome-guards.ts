import { factsOf, type Command, type DossierBody } from '#contracts';
import { decidingBody, derivedKind, disposed, isLegallyChecked } from './outcome-facts.js';
import { guardRefused } from './refusals.js';
import type { Dossier } from './state.js';

/** Bodies that decide in a meeting with an agenda. */
const meeting: ReadonlySet<string> = new Set(['HEADQUARTERS', 'CABINET']);

/** Whether the body that decides on the text does so in a meeting with an agenda. */
export const meetsToDecide = (body: DossierBody): boolean =>
  meeting.has(factsOf(body).decisionBody ?? 'HEADQUARTERS');

const requireDisposed = ({ outcome: { comment } }: Dossier): void => {
  if (!comment) return;
  if (comment.received === undefined)
    throw guardRefused('comments-disposed', `Comments are taken until ${comment.closeAt}.`);
  const open = comment.received - disposed(comment);
  if (open > 0)
    throw guardRefused('comments-disposed', `${open} comments are not answered yet (DisposeComments).`, {
      open,
    });
};

const requireOnAgenda = (dossier: Dossier, command: Command): void => {
  if (!meetsToDecide(dossier.current.body)) return;
  const { item } = dossier.outcome;
  const rule = 'on-the-final-agenda';
  if (item?.agenda !== 'FINAL')
    throw guardRefused(
      rule,
      `${decidingBody(dossier)} decides on items of its final agenda (LodgeItem, PlaceOnAgenda).`,
    );
  if (item.sha256 !== dossier.current.sha256)
    throw guardRefused(rule, 'The item was lodged with another text; withdraw it and lodge this one.');
  if (command.name === 'DecideDossier' && command.data.decidedOn !== item.meetingOn)
    throw guardRefused(rule, `decidedOn: the item is on the agenda of ${item.meetingOn}.`);
};

/** Guards of what comes after the consultation, by the names that procedures use. */
export const outcomeGuards: Readonly<Record<string, (dossier: Dossier, command: Command) => void>> = {
  'legal-check-not-needed': (dossier) => {
    const { legalCheck = [] } = factsOf(dossier.current.body);
    if (legalCheck.length === 0 || isLegallyChecked(dossier)) return;
    throw guardRefused(
      'legal-check-not-needed',
      `Send it to the legal check first (RequestLegalCheck): ${legalCheck.join('; ')}.`,
    );
  },
  'legal-check-passed': (dossier) => {
    if (isLegallyChecked(dossier)) return;
    throw guardRefused('legal-check-passed', 'This text has not passed the legal check (RecordLegalCheck).');
  },
  'not-yet-commented': ({ outcome: { comment } }, { name }) => {
    if (!comment) return;
    const instead =
      name === 'WithdrawDossier' ? '; that it is given up is published (AbandonAfterComment, Art. 43)' : '';
    throw guardRefused('not-yet-commented', `A public comment has been opened on it${instead}.`);
  },
  commented: ({ outcome: { comment } }) => {
    if (!comment) throw guardRefused('commented', 'No public comment was opened; withdraw it instead.');
  },
  'public-comment-not-required': (dossier) => {
    const { comment } = dossier.outcome;
    if (comment ? comment.received !== undefined : derivedKind(dossier) === 'VOLUNTARY') return;
    throw guardRefused(
      'public-comment-not-required',
      comment
        ? 'Its public comment is open.'
        : 'An order is opened for public comment first (OpenPublicComment).',
    );
  },
  'comments-disposed': requireDisposed,
  'comment-result-published': ({ outcome: { comment } }) => {
    if (!comment || comment.resultPublished) return;
    throw guardRefused(
      'comment-result-published',
      'Publish the result of the public comment first, also when there were none (PublishCommentResult, Art. 43).',
    );
  },
  'finally-approved': ({ outcome, current }) => {
    if (outcome.finallyApprovedSha256 === current.sha256) return;
    throw guardRefused(
      'finally-approved',
      'This text lacks the final approval of its lead (ApproveDossier).',
    );
  },
  'item-lodged': ({ outcome: { item } }) => {
    if (!item) throw guardRefused('item-lodged', 'No item is lodged for a meeting (LodgeItem).');
  },
  'on-the-final-agenda': requireOnAgenda,
};
