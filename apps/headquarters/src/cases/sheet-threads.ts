import type { ExchangeView, ThreadView } from '#contracts';
import type { Shown } from './sheet-rounds.js';
import type { Exchange, ThreadLog } from './thread-log.js';

const exchange = ({ names, texts }: Shown, { raised }: ThreadLog, one: Exchange): ExchangeView => {
  const isRaiser = one.organ === raised.data.organ;
  return {
    ...one,
    organ: isRaiser ? names.ofRound(raised.data.roundNo, raised.data.organ) : one.organ,
    text: one.text && names.within(one.text),
    proof: texts.proof(one.proof),
  };
};

/** A thread with its exchanges as the reader may see it. */
const sheetThread = (shown: Shown, ref: string, log: ThreadLog): ThreadView => {
  const { names, texts, file } = shown;
  const { data } = log.raised;
  const state = file.dossier.threads.find((thread) => thread.ref === ref)!;
  const organ = names.ofRound(data.roundNo, data.organ);
  return {
    ...{ ref: names.ref(ref), organ, desk: organ === null ? null : (data.desk ?? null) },
    ...{ roundNo: data.roundNo, versionNo: data.versionNo, kind: data.kind, weight: data.weight },
    clauseId: data.clauseId ?? null,
    heading: texts.heading(data.versionNo, data.clauseId),
    quotedText: texts.quoted(data.versionNo, data.quotedText),
    ...{ body: data.body, reason: data.reason ?? null, proposedText: data.proposedText ?? null },
    ...{ raisedAt: log.at, late: data.late, state: state.state, level: state.level },
    disposition: state.disposition ?? null,
    proof: texts.proof(state.proof),
    exchanges: log.exchanges.map((one) => exchange(shown, log, one)),
  };
};

/** Every thread of the consultation, in the order in which they were raised. */
export const sheetThreads = (shown: Shown): ThreadView[] =>
  [...shown.file.threads]
    .filter(([, { raised }]) => shown.names.tells(raised.data.roundNo))
    .map(([ref, log]) => sheetThread(shown, ref, log));
