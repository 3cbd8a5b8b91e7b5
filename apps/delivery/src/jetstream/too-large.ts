import { gapSchema, gapType, type FeedEvent, type GapNotice } from '#contracts';
import type { Delivery } from '../feed/read-deliveries.js';

/** The notice in place of a delivery that is larger than the servers take; the event can be had by pull. */
export const tooLarge = ({ text, eventId }: Delivery): string => {
  const { data: _data, dataref: _dataref, ...event } = JSON.parse(text) as FeedEvent;
  const data = { eventId, sequence: event.sequence, reason: 'larger than the broker takes', attempts: 0 };
  const notice: GapNotice = { ...event, id: `gap-${eventId}`, type: gapType, dataschema: gapSchema, data };
  return JSON.stringify(notice);
};
