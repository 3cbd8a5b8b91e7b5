import { Injectable } from '@nestjs/common';
import type { EventData, NewPublicComment, Wording } from '#contracts';
import { Ledger } from '#commands';
import { groupKey } from './group-key.js';

export interface Notice {
  opened: EventData<'PublicCommentOpened'>;
  /** Its last day is over, or the instrument was given up. */
  ended: boolean;
  title: Wording;
  leads: string[];
}

export interface GroupRow {
  no: number;
  count: number;
  firstAt: Date;
  lastAt: Date;
  lastId: string;
  text: string;
  name: string | null;
  affiliation: string | null;
}

/** The dossier's latest notice of a public comment, the title of the text that it was on, and the leads of the present one. */
const noticeSql = `
  SELECT o.data AS opened, (SELECT t.data #> '{version,body,head,title}' FROM events t
           WHERE t.stream_id = $1 AND t.type IN ('DossierDrafted', 'DossierRevised') AND t.version < o.version
           ORDER BY t.version DESC LIMIT 1) AS title, jsonb_build_array(b.head -> 'lead') || (b.head -> 'coLeads') AS leads,
         EXISTS (SELECT FROM events e WHERE e.stream_id = $1 AND e.version > o.version
                 AND (e.type IN ('PublicCommentClosed', 'CommentAbandoned')
                      OR e.type = 'ClockDue' AND e.data ->> 'clock' = 'public-comment')) AS ended
  FROM (SELECT version, data FROM events WHERE stream_id = $1 AND type = 'PublicCommentOpened'
        ORDER BY version DESC LIMIT 1) AS o,
       (SELECT data #> '{version,body,head}' AS head FROM events
        WHERE stream_id = $1 AND type IN ('DossierDrafted', 'DossierRevised') ORDER BY version DESC LIMIT 1) AS b`;

const groupsSql = `
  WITH g AS (
    SELECT group_key, count(*)::int AS count, min(id) AS first_id, max(id) AS last_id,
           min(received_at) AS "firstAt", max(received_at) AS "lastAt", row_number() OVER (ORDER BY min(id))::int AS no
    FROM public_comments WHERE dossier_id = $1 GROUP BY group_key)
  SELECT g.no, g.count, g."firstAt", g."lastAt", g.last_id AS "lastId", c.text, c.name, c.affiliation
  FROM g JOIN public_comments c ON c.id = g.first_id
  WHERE $2::bigint IS NULL OR g.last_id < $2 ORDER BY g.last_id DESC LIMIT $3`;

/** Comments of the public, as role kyogi_app: taken by one function of the database, never changed. */
@Injectable()
export class CommentRows {
  constructor(private readonly ledger: Ledger) {}

  async take(
    dossierId: string,
    receipt: string,
    at: string,
    { text, name, affiliation }: NewPublicComment,
  ): Promise<'taken' | 'closed' | 'none'> {
    const { rows } = await this.ledger.pool.query<{ outcome: 'taken' | 'closed' | 'none' }>(
      'SELECT take_public_comment($1, $2, $3, $4, $5, $6, $7) AS outcome',
      [dossierId, receipt, at, text, name ?? null, affiliation ?? null, groupKey(text)],
    );
    return rows[0]?.outcome ?? 'none';
  }

  async notice(dossierId: string): Promise<Notice | undefined> {
    const { rows } = await this.ledger.pool.query<Notice>(noticeSql, [dossierId]);
    return rows[0];
  }

  async totals(dossierId: string): Promise<{ received: number; unique: number }> {
    const { rows } = await this.ledger.pool.query<{ received: number; unique: number }>(
      `SELECT count(*)::int AS received, count(DISTINCT group_key)::int AS unique FROM public_comments WHERE dossier_id = $1`,
      [dossierId],
    );
    return rows[0] ?? { received: 0, unique: 0 };
  }

  /** Groups whose newest comment is older than `before`, newest first. */
  async groups(dossierId: string, before: string | undefined, limit: number): Promise<GroupRow[]> {
    const { rows } = await this.ledger.pool.query<GroupRow>(groupsSql, [dossierId, before ?? null, limit]);
    return rows;
  }
}
