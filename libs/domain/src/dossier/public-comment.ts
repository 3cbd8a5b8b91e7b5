import type { Command, PublicCommentKind } from '#contracts';
import { addCalendarDays, epochOf, instantOf } from '../clock/index.js';
import { commentClock } from '../react.js';
import type { Decision, Setting } from '../setting.js';
import { inTheFuture, today } from './days.js';
import { derivedKind } from './outcome-facts.js';
import { invalid } from './references.js';
import { guardRefused } from './refusals.js';
import type { Dossier } from './state.js';
import { startClock } from './timing.js';
import { transition } from './transition.js';

type Open = Command<'OpenPublicComment'>;
type Kind = PublicCommentKind;

const daysBetween = (from: string, to: string): number =>
  Math.round((epochOf(`${to}T00:00:00Z`) - epochOf(`${from}T00:00:00Z`)) / 86_400_000);

/** Statutory comment is shortened only with a published reason (Art. 40), and never made voluntary. */
const kindOf = ({ data }: Open, derived: ReturnType<typeof derivedKind>): Kind => {
  const kind = data.kind ?? derived;
  if (kind === derived) return kind;
  if (derived === 'STATUTORY_ART39' && kind === 'VOLUNTARY')
    throw guardRefused('statutory-comment', 'kind: an order is opened for comment by statute (Art. 39).');
  if (kind === 'ART40_SHORT') {
    if (derived === 'VOLUNTARY')
      throw guardRefused('art-40', 'kind: a voluntary call needs no shortening by Art. 40; give closeOn.');
    if (!data.reasonIfShort)
      throw guardRefused(
        'reason-if-short',
        'reasonIfShort: say why; it is published with the notice (Art. 40).',
      );
  } else if (!data.kindReason)
    throw guardRefused('kind-reason', `kindReason: say why it is ${kind} and not ${derived}.`);
  return kind;
};

const lastDay = ({ data, at }: Open, kind: Kind, setting: Setting): string => {
  if (data.closeOn) return data.closeOn;
  const { statutory, voluntary } = setting.cabinet.policy.publicComment;
  if (kind === 'ART40_SHORT')
    throw invalid([{ path: 'closeOn', message: 'say until when a shortened comment is open' }]);
  return addCalendarDays(today(at, setting), kind === 'VOLUNTARY' ? voluntary : statutory);
};

const requirePeriod = (kind: Kind, days: number, { at }: Open, setting: Setting) => {
  const { statutory } = setting.cabinet.policy.publicComment;
  const earliest = addCalendarDays(today(at, setting), statutory);
  if (kind === 'STATUTORY_ART39' && days < statutory)
    throw guardRefused(
      'statutory-period',
      `closeOn: ${days} days are fewer than ${statutory} (Art. 39); the earliest is ${earliest}, or give kind ART40_SHORT with reasonIfShort (Art. 40).`,
      { earliest },
    );
  if (kind === 'ART40_SHORT' && days >= statutory)
    throw guardRefused('art-40', `closeOn: ${days} days are not short; leave kind away.`);
};

/** Whatever is opened for comment is published: text, title and materials. */
const requireUnmarked = ({ current }: Dossier) => {
  const { confidentiality, handling } = current.body.head.marking;
  if (confidentiality !== 1 || handling.length > 0)
    throw guardRefused(
      'comment-marking',
      `The text is marked 機密性${confidentiality}${handling.map((one) => `・${one}`).join('')}, and a public comment would publish it: revise the marking first.`,
    );
};

const warningsFor = (kind: Kind, days: number, { cabinet }: Setting): string[] => {
  const { warnBelow, voluntary } = cabinet.policy.publicComment;
  if (kind !== 'VOLUNTARY' || days >= warnBelow) return [];
  return [
    `Comments are taken for ${days} days only. When a draft was open for one week, industry complained and asked for one month; ${voluntary} days are usual.`,
  ];
};

/** 意見公募: the notice says until the end of which day comments are taken, and on exactly which text. */
export const openPublicComment: Decision<'OpenPublicComment'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  requireUnmarked(dossier);
  const { data, at } = command;
  const derived = derivedKind(dossier);
  const kind = kindOf(command, derived);
  const closeOn = lastDay(command, kind, setting);
  inTheFuture('closeOn', closeOn, at, setting);
  const days = daysBetween(today(at, setting), closeOn);
  requirePeriod(kind, days, command, setting);
  const { timeZone, lastYear } = setting.calendar;
  if (Number(closeOn.slice(0, 4)) >= lastYear)
    throw invalid([{ path: 'closeOn', message: `${closeOn} is outside the calendar` }]);
  const closeAt = instantOf(addCalendarDays(closeOn, 1), '00:00', timeZone);
  const { no: versionNo, sha256, body } = dossier.current;
  return [
    {
      type: 'PublicCommentOpened',
      data: {
        ...{ stage, kind, derivedKind: derived, openAt: at, closeAt, days, versionNo, sha256 },
        ...(data.kindReason && { kindReason: data.kindReason }),
        ...(data.reasonIfShort && { reasonIfShort: data.reasonIfShort }),
        ...(data.caseNo && { caseNo: data.caseNo }),
        materials: data.materials,
        warnings: warningsFor(kind, days, setting),
      },
    },
    startClock(dossier, { clock: commentClock, holder: body.head.lead, dueAt: closeAt }, at, setting),
  ];
};

/** The count that follows the last day, or the abandonment: what was accepted until then, and a digest that binds it. */
export const closePublicComment: Decision<'ClosePublicComment'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { comment } = dossier.outcome;
  if (comment?.received !== undefined) return [];
  const isDue = dossier.clocks[commentClock]?.reached.includes('due') ?? false;
  if (dossier.stage === 'PUBLIC_COMMENT' && !isDue)
    throw guardRefused('comment-open', `Comments are taken until ${comment?.closeAt}.`);
  const { received, unique } = command.data;
  if (unique > received)
    throw invalid([{ path: 'unique', message: `${unique} is more than ${received} received` }]);
  return [{ type: 'PublicCommentClosed', data: { stage, ...command.data } }];
};
