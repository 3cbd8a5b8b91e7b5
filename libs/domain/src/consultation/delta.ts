import type { Organ, Participant } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import type { Setting } from '../setting.js';
import { askable } from './participants.js';
import { added, commented, competent, formerLead, touched, voices, wholeText } from './reasons.js';
import { consultationOf, type Stand } from './round.js';

export { deltaOf } from './since.js';

/** The last stand of every organ that takes part in what binds. */
const standsOf = (dossier: Dossier): ReadonlyMap<string, Stand> =>
  new Map(
    consultationOf(dossier.rounds).flatMap(({ stands }) => stands.map((stand) => [stand.organ, stand])),
  );

/** What the change gives an organ to say again; nothing when it was found not competent. */
const fromChange = (dossier: Dossier, stands: ReadonlyMap<string, Stand>) => {
  const subjects = touched(dossier);
  const whole = wholeText(dossier);
  const [byComment, byVoice, byCompetence] = [commented(dossier), voices(subjects), competent(subjects)];
  return (organ: Organ) => {
    const stand = stands.get(organ.slug);
    if (stand?.released) return { mandatory: [], other: [] };
    const asked = stand !== undefined && stand.mode !== 'INFORM';
    return {
      mandatory: byVoice(organ),
      other: [...byComment(organ), ...byCompetence(organ), ...(asked ? whole : [])],
    };
  };
};

type Named = readonly { organ: string; mode: Participant['mode'] }[];

const participantOf = (
  { slug }: Organ,
  mandatory: readonly string[],
  other: readonly string[],
  named: Named,
  stand: Stand | undefined,
): Participant | undefined => {
  const chosen = named.find(({ organ }) => organ === slug);
  const affected = [...mandatory, ...other];
  const reasons = [...affected, ...(chosen ? ['named at opening'] : [])];
  const mandatoryExplicit = mandatory.length > 0;
  if (affected.length > 0) return { organ: slug, mode: 'CONCUR', mandatoryExplicit, reasons };
  if (chosen) return { organ: slug, mode: chosen.mode, mandatoryExplicit, reasons };
  if (!stand || stand.released) return undefined;
  return {
    organ: slug,
    mode: 'INFORM',
    mandatoryExplicit,
    reasons: ['takes part; told of the change'],
  };
};

/**
 * Who must look again at the present text, and why, in the cabinet's order: commenters on what changed, those whose subject it
 * touches, and those named. Everybody else who takes part is told. An affected organ cannot be given a lesser mode.
 */
export const affectedParticipants = (
  dossier: Dossier,
  setting: Setting,
  date: string,
  named: Named,
): Participant[] => {
  const organs = askable(dossier.current.body, setting.cabinet, date);
  const stands = standsOf(dossier);
  const change = fromChange(dossier, stands);
  const news = added(dossier, setting);
  const [newVoice, newlyCompetent, left] = [voices(news), competent(news), formerLead(dossier)];
  return organs
    .map((organ) => {
      const { mandatory, other } = change(organ);
      return participantOf(
        organ,
        [...mandatory, ...newVoice(organ)],
        [...other, ...newlyCompetent(organ), ...left(organ)],
        named,
        stands.get(organ.slug),
      );
    })
    .filter((participant) => participant !== undefined);
};
