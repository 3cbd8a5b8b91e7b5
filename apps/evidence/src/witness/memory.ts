import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openNote, parseCheckpoint, type Checkpoint, type VerifierKey } from '#transparency';
import { createFile, replaceFile } from './durable.js';

/** The last checkpoint of a log that was cosigned, with the note that carries the witness's own signature. */
export interface Remembered extends Checkpoint {
  note: string;
}

/** A memory that must not be signed upon. A witness does not start with it, and stops where it meets it. */
export class Forgetful extends Error {
  override readonly name = 'Forgetful';
}

/** Where the memory is. `guard` is a file elsewhere, on another disk or at least in another backup. */
export interface Place {
  folder: string;
  guard?: string | undefined;
}

type Logs = ReadonlyMap<string, Remembered>;

const fileOf = (folder: string, generation: number): string => path.join(folder, `seen.${generation}`);
const generationsIn = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => (/^seen\.\d+$/.test(name) ? [Number(name.slice(5))] : []));
const newest = (folder: string): number => Math.max(0, ...generationsIn(folder));
const jsonIn = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Opens the notes, the largest of each log; less than the guard knows is `Forgetful`. */
function read({ guard }: Place, notes: readonly string[], self: VerifierKey): Logs {
  const logs = new Map<string, Remembered>();
  for (const note of notes) {
    const checkpoint = parseCheckpoint(openNote(note, [self]).text);
    if (checkpoint.size > (logs.get(checkpoint.origin)?.size ?? -1))
      logs.set(checkpoint.origin, { ...checkpoint, note });
  }
  const sizes = guard && existsSync(guard) ? (jsonIn(guard) as Record<string, number>) : {};
  for (const [origin, signed] of Object.entries(sizes)) {
    const size = logs.get(origin)?.size ?? 0;
    if (size < signed)
      throw new Forgetful(`${signed} entries of ${origin} were cosigned, the memory ends at ${size}`);
  }
  return logs;
}

/**
 * What a witness signed last, of each log. It is a file `seen.<n>`, and n grows by one with each change: two processes on
 * one folder cannot both make the same n, so one of them stops. The guard knows sizes only: with it, a folder that was
 * restored from a backup is found out.
 */
export class Memory {
  private constructor(
    private readonly place: Place,
    private generation: number,
    private logs: Logs,
  ) {}

  /** Makes an empty memory where there is none: before the key is made, so that a key without a memory means a loss. */
  static prepare({ folder }: Place): void {
    if (newest(folder) === 0) createFile(fileOf(folder, 1), '[]');
  }

  /** Reads the memory; none, one of another key, or less than the guard knows is an error. */
  static open(place: Place, self: VerifierKey): Memory {
    const generation = newest(place.folder);
    if (generation === 0)
      throw new Forgetful(
        `${place.folder} has a key and no memory of what it signed: see docs/witness.md, --begin`,
      );
    const notes = jsonIn(fileOf(place.folder, generation)) as string[];
    return new Memory(place, generation, read(place, notes, self));
  }

  /** As `open`, where a memory was lost: begins with these checkpoints, which this witness has cosigned, and with what is there. */
  static begin(place: Place, self: VerifierKey, notes: readonly string[]): Memory {
    const generation = newest(place.folder);
    const there = generation === 0 ? [] : (jsonIn(fileOf(place.folder, generation)) as string[]);
    const memory = new Memory(place, generation, new Map());
    memory.write(read(place, [...there, ...notes], self));
    return memory;
  }

  last(origin: string): Remembered | undefined {
    return this.logs.get(origin);
  }

  all(): Remembered[] {
    return [...this.logs.values()];
  }

  /** Keeps what was cosigned. When it returns, it outlives a power cut; when it throws, nobody may see the signature. */
  keep(checkpoint: Remembered): void {
    this.write(new Map([...this.logs, [checkpoint.origin, checkpoint]]));
  }

  private write(logs: Logs): void {
    const { folder, guard } = this.place;
    const next = this.generation + 1;
    createFile(fileOf(folder, next), JSON.stringify([...logs.values()].map(({ note }) => note)));
    // The next one is there before this one goes, so whoever comes late with the same number sees a larger one.
    if (newest(folder) !== next) throw new Forgetful('another witness writes into this folder');
    const sizes = [...logs].map(([origin, { size }]) => [origin, size] as const);
    if (guard) replaceFile(guard, JSON.stringify(Object.fromEntries(sizes)));
    for (const old of generationsIn(folder)) if (old < next) rmSync(fileOf(folder, old));
    this.generation = next;
    this.logs = logs;
  }
}
