import { kindWords, weightWords, type ExchangeView, type OpinionColumn, type ThreadView } from '#contracts';
import { ja, levelJa } from '../pages/terms.js';
import type { Office } from './office.js';

export type OpinionRow = Record<OpinionColumn, string>;

/** The place of a clause as the table names it; the command door reads its first word. */
export const clauseLabel = (id: string, heading: string | null | undefined): string =>
  heading ? `${id} ${heading}` : id;

const said =
  (office: Office) =>
  (one: ExchangeView): string => {
    const level = one.level === null ? '' : `・${levelJa(one.level)}`;
    const head = `【${ja(one.kind)}${level} ${office.day(one.at)}】`;
    const proof =
      one.proof &&
      `第${one.proof.versionNo}版 ${one.proof.clauseId}${one.proof.text === null ? '' : `「${one.proof.text}」`}`;
    return [head, one.text, one.proposedText && `修文案: ${one.proposedText}`, proof]
      .filter(Boolean)
      .join('\n');
  };

const stateOf = ({ state, level, late }: ThreadView): string => {
  const stage = level > 0 ? `(${levelJa(level)})` : '';
  return `${ja(state)}${stage}${late ? '\n期限後提出' : ''}`;
};

/** One line of the table; what a ministry can fill stands there exactly as it was said. */
export const opinionRow = (thread: ThreadView, office: Office): OpinionRow => ({
  no: thread.ref,
  organ: office.organ(thread.organ),
  desk: thread.desk ?? '',
  kind: kindWords[thread.kind],
  weight: weightWords[thread.weight],
  clause: thread.clauseId === null ? '' : clauseLabel(thread.clauseId, thread.heading),
  quoted: thread.quotedText ?? '',
  body: thread.body,
  proposed: thread.proposedText ?? '',
  reason: thread.reason ?? '',
  disposition: thread.disposition === null ? '' : ja(thread.disposition),
  answer: thread.exchanges.map(said(office)).join('\n'),
  state: stateOf(thread),
});
