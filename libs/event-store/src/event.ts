/** An event to be written. `v` is the version of the shape of `data`. */
export interface NewEvent {
  eventId: string;
  type: string;
  v: number;
  data: object;
}

/** An event as it lies in its stream. `id` rises within a stream but has gaps; it is not a cursor. */
export interface RecordedEvent {
  id: number;
  eventId: string;
  streamId: string;
  /** 1 for the first event of the stream, then dense. */
  version: number;
  type: string;
  v: number;
  data: Record<string, unknown>;
  meta: Record<string, unknown>;
  /** ISO 8601, UTC. */
  recordedAt: string;
}

/** An event with its place in the global order: dense from 1, never revised. The position is the cursor. */
export interface LedgerEvent extends RecordedEvent {
  position: number;
}

/** Columns of `events e` as the fields of RecordedEvent, for json_build_object. */
export const EVENT_FIELDS = `'id', e.id, 'eventId', e.event_id, 'streamId', e.stream_id, 'version', e.version, 'type', e.type, 'v', e.v,
  'data', e.data, 'meta', e.meta, 'recordedAt', to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
