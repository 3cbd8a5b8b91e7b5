import { z } from 'zod';
import { prose, line } from './common.js';
import { CompetenceTag } from './organ.js';

/** Stable for the life of a dossier: it survives every edit of the text around it. */
export const ClauseId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,31}$/, 'a clause id such as c4.2');

/** Subjects a clause touches: an organ competent on them is asked again when the clause changes. */
const tags = z.array(CompetenceTag).max(20).optional();

const ClauseFields = { id: ClauseId, heading: line(200).optional(), text: prose(20_000), tags };

export interface Clause {
  id: string;
  heading?: string | undefined;
  text: string;
  tags?: CompetenceTag[] | undefined;
  children: Clause[];
}

/** A node of the clause tree; the place in the tree is the order of the text. */
export const Clause: z.ZodType<Clause> = z
  .lazy(() => z.strictObject({ ...ClauseFields, children: z.array(Clause).max(200) }))
  .meta({ id: 'Clause' });

export const ClauseTree = z.array(Clause).max(500);

/** One change of the clause tree. `parent` null means the top level; `after` null means first. */
export const ClauseEdit = z
  .discriminatedUnion('op', [
    z.strictObject({
      op: z.literal('replace'),
      clauseId: ClauseId,
      heading: line(200).optional(),
      text: prose(20_000),
      tags,
    }),
    z.strictObject({
      op: z.literal('insert'),
      parent: ClauseId.nullable(),
      after: ClauseId.nullable(),
      clause: Clause,
    }),
    z.strictObject({
      op: z.literal('move'),
      clauseId: ClauseId,
      parent: ClauseId.nullable(),
      after: ClauseId.nullable(),
    }),
    z.strictObject({ op: z.literal('remove'), clauseId: ClauseId }),
  ])
  .meta({ id: 'ClauseEdit' });
export type ClauseEdit = z.infer<typeof ClauseEdit>;
