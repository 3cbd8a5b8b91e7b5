import type { Reservation, Statement } from '#contracts';
import { reservationsOf } from '../consultation/comment-ledger.js';
import type { Decision } from '../setting.js';
import { inTheFuture } from './days.js';
import { lodgingDeadline, requireMeeting, requireMeetingDay } from './meeting-days.js';
import { decidingBody } from './outcome-facts.js';
import type { Item } from './outcome-state.js';
import { invalid } from './references.js';
import { guardRefused } from './refusals.js';
import type { Dossier } from './state.js';
import { transition } from './transition.js';

/** What goes to the deciders word for word: objections that are maintained, and what ministries say to them. */
export const carried = (dossier: Dossier): { reservations: Reservation[]; statements: Statement[] } => ({
  reservations: reservationsOf(dossier),
  statements: [...dossier.statements],
});

const requireItem = ({ outcome: { item } }: Dossier): Item => {
  if (item) return item;
  throw guardRefused('item-lodged', 'No item is lodged for a meeting (LodgeItem).');
};

/** 付議: one item at a time; the papers are in by the lodging deadline. */
export const lodgeItem: Decision<'LodgeItem'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { item } = dossier.outcome;
  if (item)
    throw guardRefused('item-not-lodged', `It is lodged for ${item.meetingOn}; withdraw or defer that item.`);
  const { data, at } = command;
  const meeting = { body: decidingBody(dossier), manner: data.manner, meetingOn: data.meetingOn };
  const deadline = requireMeeting(dossier, meeting, at, setting);
  const { no: versionNo, sha256 } = dossier.current;
  return [
    {
      type: 'ItemLodged',
      data: {
        ...data,
        ...{ body: meeting.body, lodgingDeadline: deadline, versionNo, sha256 },
        ...carried(dossier),
      },
    },
  ];
};

/** First the draft, then the final agenda. */
export const placeOnAgenda: Decision<'PlaceOnAgenda'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const before = { DRAFT: undefined, FINAL: 'DRAFT' }[command.data.agenda];
  const { agenda: present } = requireItem(dossier);
  if (present !== before)
    throw guardRefused(
      'agenda-order',
      `agenda: it is on ${present ? `the ${present}` : 'no'} agenda; the order is DRAFT, then FINAL.`,
    );
  return [{ type: 'ItemPlaced', data: command.data }];
};

/** To a later meeting; the item stays lodged and leaves the agenda. */
export const deferItem: Decision<'DeferItem'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { body, manner, meetingOn: before } = requireItem(dossier);
  const { meetingOn, reason } = command.data;
  inTheFuture('meetingOn', meetingOn, command.at, setting);
  if (meetingOn <= before)
    throw invalid([{ path: 'meetingOn', message: `${meetingOn} is not later than ${before}` }]);
  const meeting = { body, manner, meetingOn };
  requireMeetingDay(dossier, meeting, setting);
  return [
    {
      type: 'ItemDeferred',
      data: { meetingOn, lodgingDeadline: lodgingDeadline(meeting, setting), reason },
    },
  ];
};

export const withdrawItem: Decision<'WithdrawItem'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireItem(dossier);
  return [{ type: 'ItemWithdrawn', data: command.data }];
};
