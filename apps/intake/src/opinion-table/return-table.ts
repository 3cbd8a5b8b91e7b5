import {
  Problem,
  problemTypes,
  type Clause,
  type Fault,
  type OpinionRow,
  type OpinionTableAnswer,
  type Principal,
  type RowFault,
} from '#contracts';
import { identityOfThread, type KnownCase } from './known-case.js';
import { knownLine } from './known-line.js';
import { columnOf, readLine } from './read-line.js';
import type { OpinionTableFile, TableLine } from './read-table.js';
import type { Caller, ThreadDoor } from './thread-door.js';
import { fault, refusedWhole } from './told.js';

type Identity = OpinionTableFile['identity'];

const requireLiaison = ({ assignments, delegations = [] }: Principal, organ: string): void => {
  const own = assignments.some(
    (held) => held.role === 'LIAISON' && (held.organ === organ || held.organ === '*'),
  );
  if (own || delegations.some((held) => held.role === 'LIAISON' && held.organ === organ)) return;
  throw new Problem('not-permitted', `The table is ${organ}'s: it is returned by its LIAISON.`, {
    by: { LIAISON: 'participant' },
  });
};

/** The clauses of the text that the table was made for. Throws when the table is of another round or text, or the dossier not open. */
const requireCurrent = (known: KnownCase | null, { organ, roundNo, sha256 }: Identity): Clause[] => {
  if (!known?.asked.has(organ))
    throw new Problem('not-found', 'There is no such dossier, or it is not open to you.');
  const { round } = known;
  if (!round)
    throw refusedWhole(
      '協議は行われていません。意見の受付は終わっています。',
      'No round runs: opinions are not taken now.',
    );
  if (round.no !== roundNo || round.sha256 !== sha256)
    throw refusedWhole(
      `この様式は第${roundNo}次協議のものです。現在の第${round.no}次協議の様式を出力し直してください。`,
      `The table is of round ${roundNo}; round ${round.no} runs now: export its table and copy your new rows into it.`,
    );
  return round.clauses;
};

const byPath: Record<string, string> = {
  clauseId: '該当箇所を「条項一覧」から選んでください。',
  quotedText:
    '該当文言がその条項の本文に見つかりません。条文のとおり書き写すか、該当箇所を選び直してください。',
};

/** What a refusal of the domain says about the line. */
const refusalOf = ({ detail, extra }: Problem): RowFault[] => {
  const faults = (extra.faults as Fault[] | undefined) ?? [];
  if (faults.length === 0) return [fault(undefined, `受け付けられません: ${detail}`, detail)];
  return faults.map(({ path, message }) => {
    const part = path.replace(/^thread\./, '');
    return fault(columnOf[part], byPath[part] ?? `受け付けられません: ${message}`, `${message}.`);
  });
};

interface Return {
  identity: Identity;
  clauses: Clause[];
  /** What was raised before, by the name of what it says. */
  before: Map<string, string>;
  door: ThreadDoor;
  caller: Caller;
}

/** A line that was, or is, raised, by the name of what it says; its thread is known only when all is written. */
type Done = { line: OpinionRow; key?: string; position?: number | null };

const raiseLine = async (line: TableLine, run: Return, seen: Map<string, number>): Promise<Done> => {
  const { identity, clauses, before, door, caller } = run;
  const { dossierId, organ, roundNo } = identity;
  const { row } = line;
  const read = readLine(line, clauses);
  if ('errors' in read) return { line: { row, outcome: 'refused', errors: read.errors } };
  const key = identityOfThread(dossierId, organ, roundNo, read.thread);
  const first = seen.get(key);
  seen.set(key, first ?? row);
  if (first !== undefined)
    return { line: skipped(row, `${first}行目と同じ内容です。`, `It says the same as row ${first}.`), key };
  if (before.has(key)) return { line: skipped(row, '提出済みです。', 'Raised already.'), key };
  try {
    const { position, replayed } = await door.raise(
      { dossierId, organ, roundNo, thread: read.thread, key },
      caller,
    );
    if (replayed) return { line: skipped(row, '提出済みです。', 'Raised already.'), key };
    return { line: { row, outcome: 'raised' }, key, position };
  } catch (error) {
    // What the ministry cannot mend by changing the line ends the run; what was raised stands, and the file can be sent again.
    if (!(error instanceof Problem) || problemTypes[error.type].status >= 500) throw error;
    return { line: { row, outcome: 'refused', errors: refusalOf(error) } };
  }
};

const skipped = (row: number, ja: string, en: string): OpinionRow => ({
  row,
  outcome: 'skipped',
  note: { ja, en },
});

/** What the organ has raised in the round, by the name of what it says. */
const keysOf = ({ raised }: KnownCase, { dossierId, organ, roundNo }: Identity): Map<string, string> =>
  new Map(
    raised
      .filter((one) => one.organ === organ && one.roundNo === roundNo)
      .map((one) => [identityOfThread(dossierId, organ, roundNo, one), one.thread]),
  );

/** Raises every new line of a returned table, one after another. Throws the Problem for which the table is not taken at all. */
export const returnTable = async (
  { identity, lines }: OpinionTableFile,
  door: ThreadDoor,
  caller: Caller,
): Promise<OpinionTableAnswer> => {
  const { dossierId, organ, roundNo } = identity;
  requireLiaison(caller.principal, organ);
  const known = await door.knownCase(dossierId);
  const clauses = requireCurrent(known, identity);
  const run: Return = { identity, clauses, before: keysOf(known!, identity), door, caller };
  const threads = known!.raised.filter((one) => one.organ === organ);
  const seen = new Map<string, number>();
  const done: Done[] = [];
  for (const line of lines)
    done.push(line.cells.no ? { line: knownLine(line, threads, clauses) } : await raiseLine(line, run, seen));
  const refs = keysOf((await door.knownCase(dossierId))!, identity);
  const rows = done.map(({ line, key }) => {
    const thread = key === undefined ? undefined : refs.get(key);
    return thread ? { ...line, thread } : line;
  });
  const count = (outcome: OpinionRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    ...{ dossierId, organ, roundNo, rows },
    ...{ raised: count('raised'), skipped: count('skipped'), refused: count('refused') },
    position: done.reduce<number | null>((last, { position }) => position ?? last, null),
  };
};
