import type { ConsultationSheet } from '#contracts';
import { obstaclesTo, runningRound } from '#domain';
import type { CaseFile } from './case-file.js';
import type { Names } from './names.js';

type Missing = ConsultationSheet['missing'];

const alphabetical = (a: Missing[number], b: Missing[number]) =>
  Number(a.organ === null) - Number(b.organ === null) || (a.organ === null && a.why > b.why ? 1 : 0);

/** What keeps the running round from being concluded, as the domain counts it; nothing when no formal round runs. */
export const missingIn = ({ dossier }: CaseFile, names: Names): Missing => {
  const round = runningRound(dossier.rounds);
  if (!round || round.kind === 'INFORMAL') return [];
  const { missing, threads } = obstaclesTo(dossier, round);
  const ofThreads = threads.map(({ thread, organ, why }) => {
    const shown = names.ofThread(thread);
    const said = shown === null ? why.replaceAll(organ, 'a participant') : why;
    return { thread: names.ref(thread), organ: shown, why: said };
  });
  const ofOrgans = missing.map(({ organ, why }) => ({
    thread: null,
    organ: names.ofRound(round.no, organ),
    why,
  }));
  return [...ofThreads, ...ofOrgans.sort(alphabetical)];
};
