import { gapSchema, gapType, type Announcement } from '#contracts';
import { deliveryText } from '../feed/delivery-text.js';
import type { Item, TroubledRow } from './item.js';

/** The notice (GapNotice) that is sent in place of a delivery that was given up; the same bytes at every try. */
export const gapText = ({ event, seq }: Item, { reason, attempts }: TroubledRow): string => {
  const { data: _data, dataref: _dataref, ...announced } = JSON.parse(event) as Announcement;
  const { id: eventId, sequence } = announced;
  const notice = {
    ...announced,
    ...{ id: `gap-${eventId}`, type: gapType, dataschema: gapSchema },
    data: { eventId, sequence, reason: reason ?? '', attempts },
  };
  return deliveryText(JSON.stringify(notice), seq);
};
