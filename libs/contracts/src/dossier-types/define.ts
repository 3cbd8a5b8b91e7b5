import type { z } from 'zod';
import type { Clause } from '../clause.js';
import type { Head } from '../head.js';
import { Procedure, type ProcedureInput } from '../procedure.js';

/** What rules and clocks ask of a dossier's content, whatever its type. */
export interface Facts {
  /** Pages as circulated; the minimum period of consultation follows from it. */
  pages?: number;
  budgetYen?: number;
  personalData?: boolean | undefined;
  highRisk?: boolean;
  affectsLocalGovernments?: boolean;
  /** The first day on which it may be activated. */
  startsOn?: string | undefined;
  decisionBody?: string;
  /** The day by which it wants to be reviewed when it is in force. */
  reviewBy?: string | undefined;
  /** What kind of public comment its class asks for. */
  publicComment?: 'STATUTORY_ART39' | 'VOLUNTARY';
  /** Why it must pass a legal check before the review. */
  legalCheck?: string[];
  /** Circulated to all ministries, not only to the concerned ones. */
  everyMinistry?: boolean;
}

export interface DossierTypeInput<Type extends string, Content extends z.ZodType> {
  type: Type;
  /** Two letters of the human number, e.g. GL in AI-R8-METI-GL-0007. */
  code: string;
  ja: string;
  en: string;
  content: Content;
  /** Paths in `{head, content, clauses}` that the completeness check expects to be filled. */
  expected: string[];
  facts: (content: z.output<Content>) => Facts;
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
  content: input.content.meta({ id: `${input.type}-content` }),
  procedures: input.procedures.map((procedure) => Procedure.parse(procedure)),
});
