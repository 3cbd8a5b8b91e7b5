import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Lines } from './lines';

interface Line {
  n: number;
  text: string;
}

const home = mkdtempSync(path.join(tmpdir(), 'kyogi-lines-'));
afterAll(() => rmSync(home, { recursive: true }));
const file = path.join(home, 'lines.jsonl');
const line = (n: number): Line => ({ n, text: `— 署名 ${n}\n}{"` });
const whole = [1, 2, 3].map(line);

describe('a file of lines', () => {
  it('that was cut at any byte has every whole line, and goes on with whole lines', () => {
    const lines = new Lines<Line>(path.join(home, 'uncut.jsonl'));
    for (const one of whole) lines.append(one);
    const bytes = readFileSync(path.join(home, 'uncut.jsonl'));
    const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? at : []));
    expect(ends).toHaveLength(3);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      writeFileSync(file, bytes.subarray(0, cut));
      // The newline alone tells nothing: a line that lacks only it is whole.
      const left = whole.slice(0, ends.filter((end) => end <= cut).length);
      const again = new Lines<Line>(file);
      expect(again.read()).toEqual(left);
      again.append(line(4));
      expect(new Lines<Line>(file).read()).toEqual([...left, line(4)]);
    }
  });

  it('is read around a line that was torn by others', () => {
    writeFileSync(file, `${JSON.stringify(line(1))}\n{"n": 2, "te${JSON.stringify(line(3))}\n`);
    expect(new Lines<Line>(file).read()).toEqual([line(1)]);
  });
});
