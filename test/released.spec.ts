import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from '#commands';
import { besideEvents, commands, dossierTypes, events, parseEvent } from '#contracts';
import { evolve, type Dossier } from '#domain';

const fixture = (name: string) => readFileSync(path.join(__dirname, 'fixtures', name), 'utf8');

interface Stored {
  stream: string;
  type: string;
  v: number;
  person: string;
  data: unknown;
}
const stored = fixture('events.jsonl')
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text) as Stored);

describe('what was released', () => {
  it('keeps every procedure version as it was: cases are pinned to its hash', () => {
    const hashes = Object.fromEntries(
      dossierTypes.flatMap(({ procedures }) => procedures.map((p) => [`${p.name}@${p.version}`, digest(p)])),
    );
    // A version that is being released gets its hash in this file last, and is never edited after that.
    expect(JSON.parse(fixture('procedures.json'))).toEqual(hashes);
  });

  it('has a fixture of every event in every version', () => {
    const kept = new Set(stored.map(({ type, v }) => `${type}@${v}`));
    for (const { name, v } of events)
      for (let version = 1; version <= v; version += 1) expect(kept).toContain(`${name}@${version}`);
  });

  it('still parses and folds, to a known stage', () => {
    const states = new Map<string, Dossier>();
    for (const { stream, type, v, person, data } of stored)
      states.set(
        stream,
        evolve(states.get(stream) ?? null, parseEvent(type, v, data), { person, organ: '' }),
      );
    expect(Object.fromEntries([...states].map(([stream, { stage }]) => [stream, stage]))).toEqual(
      JSON.parse(fixture('stages.json')),
    );
  });

  it('still parses every event that is beside the dossiers', () => {
    const kept = fixture('beside.jsonl')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Stored);
    for (const { name, v, data } of besideEvents) {
      const found = kept.filter((one) => one.type === name && one.v === v);
      expect({ name, found: found.length > 0 }).toEqual({ name, found: true });
      for (const one of found) expect(data.parse(one.data)).toEqual(one.data);
    }
  });

  it('refuses an event version that this build does not know', () => {
    expect(() => parseEvent('DossierFiled', 99, {})).toThrow('cannot read DossierFiled version 99');
  });

  it('names each command once, imperative, and each event once', () => {
    expect(new Set(commands.map(({ path: address }) => address)).size).toBe(commands.length);
    expect(new Set(events.map(({ name }) => name)).size).toBe(events.length);
  });
});
