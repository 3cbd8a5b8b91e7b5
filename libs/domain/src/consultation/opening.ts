import { type Command, type DossierBody, type Participant } from '#contracts';
import { pinnedProcedure } from '../procedures.js';
import { invalid, requireOrgans } from '../dossier/references.js';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import type { Setting } from '../setting.js';
import { askable } from './participants.js';
import { consultationOf } from './round.js';

export type Open = Command<'OpenRound'>;
type Variant = 'delta' | 'informal' | undefined;

const kindsOf: Record<'delta' | 'informal' | 'whole', string[]> = {
  whole: ['FULL', 'EXPEDITED'],
  delta: ['DELTA', 'EXPEDITED'],
  informal: ['INFORMAL'],
};

/** Transitions of OpenRound that the procedure has in the present stage. */
const variantsHere = ({ procedure, stage }: Dossier): Variant[] =>
  pinnedProcedure(procedure)
    .transitions.filter(({ command, from }) => command === 'OpenRound' && from.includes(stage))
    .map(({ variant }) => variant as Variant);

/** An expedited round asks about the whole text, or again about what changed, as the stage allows. */
const wanted = (dossier: Dossier, { data: { kind } }: Open): Variant => {
  if (kind === 'INFORMAL') return 'informal';
  if (kind === 'DELTA') return 'delta';
  const again = kind === 'EXPEDITED' && consultationOf(dossier.rounds).length > 0;
  return again && !variantsHere(dossier).includes(undefined) ? 'delta' : undefined;
};

/** Which transition the round takes. Throws guard-refused when the stage has rounds, but none of this kind. */
export const variantOf = (dossier: Dossier, command: Open): Variant => {
  const variant = wanted(dossier, command);
  const here = variantsHere(dossier);
  if (here.length === 0 || here.includes(variant)) return variant;
  const kinds = [...new Set(here.flatMap((one) => kindsOf[one ?? 'whole']))];
  throw guardRefused(
    'round-kind',
    `kind: in stage ${dossier.stage} a round is ${kinds.join(' or ')}, not ${command.data.kind}.`,
    { kinds },
  );
};

/** Who may open a round of that kind, and with what. */
export const requireAuthority = ({ data, actor }: Open): void => {
  if (data.kind === 'INFORMAL' && actor.role !== 'LIAISON')
    throw notByThisRole('An informal round is opened by the LIAISON of the lead.', 'informal-authority');
  if (data.kind !== 'EXPEDITED') return;
  if (actor.role !== 'SECR_APPROVER')
    throw notByThisRole('An expedited round is opened by a SECR_APPROVER.', 'expedited-authority');
  if (!data.reason) throw guardRefused('expedited-reason', 'reason: say why the round is expedited.');
};

/** Everybody named must be an organ that can be asked, once. */
export const requireNamed = ({ data, at }: Open, body: DossierBody, setting: Setting, date: string): void => {
  const named = data.participants.map(({ organ }, i): [string, string] => [`participants.${i}.organ`, organ]);
  requireOrgans(named, at, setting);
  const possible = new Set(askable(body, setting.cabinet, date).map(({ slug }) => slug));
  const faults = named.flatMap(([path, slug], i) => {
    if (!possible.has(slug)) return [{ path, message: `${slug} leads this dossier or runs the round` }];
    const first = named.findIndex(([, other]) => other === slug);
    return first < i ? [{ path, message: `${slug} is named twice` }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
};

/** At least one organ must be asked for a position; informing is not consulting. A change that affects nobody is only told. */
export const requireAsked = (participants: readonly Participant[]): void => {
  if (participants.some(({ mode }) => mode !== 'INFORM')) return;
  throw guardRefused(
    'participants',
    'participants: nobody is asked for a position; name an organ with another mode than INFORM.',
  );
};
