import type { z } from 'zod';
import type { Clause } from '../clause.js';
import type { Head } from '../head.js';
import { Procedure, type ProcedureInput } from '../procedure.js';

export interface DossierTypeInput<Type extends string, Content extends z.ZodType> {
  type: Type;
  /** Two letters of the human number, e.g. GL in AI-R8-METI-GL-0007. */
  code: string;
  ja: string;
  en: string;
  content: Content;
  /** Paths in `{head, content, clauses}` that the completeness check expects to be filled. */
  expected: string[];
  /** Automatic steps that run when a dossier of this type is filed. */
  stepsOnFiling: ('completeness' | 'overlap')[];
  /** Every procedure version ever released, oldest first; never edit one, add the next. */
  procedures: ProcedureInput[];
  example: { head: z.input<typeof Head>; content: z.input<Content>; clauses: Clause[] };
}

/** Declares a dossier type: one file, one line in the registry, and everything else follows from it. */
export const defineDossierType = <Type extends string, Content extends z.ZodType>(
  input: DossierTypeInput<Type, Content>,
) => ({
  ...input,
  content: input.content.meta({ id: `${input.type}-content` }) as Content,
  procedures: input.procedures.map((procedure) => Procedure.parse(procedure)),
});
