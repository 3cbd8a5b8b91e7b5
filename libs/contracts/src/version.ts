import { z } from 'zod';
import { ClauseTree } from './clause.js';
import { Instant, Sha256, line } from './common.js';
import { growing } from './growing.js';
import { Head } from './head.js';
import { personal } from './personal.js';
import { dossierTypes } from './dossier-types/index.js';

const bodies = dossierTypes.map((type) =>
  z.strictObject({
    type: z.literal(type.type),
    head: Head,
    content: type.content,
    clauses: ClauseTree.default([]),
  }),
);

/** A dossier's whole text, by type. */
export const DossierBody = growing(
  z.discriminatedUnion('type', bodies as unknown as [(typeof bodies)[0], ...typeof bodies]),
);
export type DossierBody = z.infer<typeof DossierBody>;

/** One immutable version of a dossier. `sha256` covers type, head, content and clauses in canonical JSON. */
export const Version = z
  .strictObject({
    no: z.int().min(1),
    body: DossierBody,
    sha256: Sha256,
    person: personal(line(60)),
    at: Instant,
  })
  .meta({ id: 'Version' });
export type Version = z.infer<typeof Version>;
