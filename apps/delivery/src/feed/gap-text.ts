import { gapSchema, gapType, type FeedEvent, type GapNotice } from '#contracts';

/** The notice (GapNotice) in place of a delivery, whose body is given; the same bytes at every try and by every transport. */
export const gapText = (delivery: string, told: { reason: string; attempts: number }): string => {
  const { data: _data, dataref: _dataref, ...event } = JSON.parse(delivery) as FeedEvent;
  const { id: eventId, sequence } = event;
  const data = { eventId, sequence, reason: told.reason, attempts: told.attempts };
  const notice: GapNotice = { ...event, id: `gap-${eventId}`, type: gapType, dataschema: gapSchema, data };
  return JSON.stringify(notice);
};
