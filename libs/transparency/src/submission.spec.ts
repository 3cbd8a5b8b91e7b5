import fc from 'fast-check';
import { formatSubmission, parseSubmission } from './submission.js';
import { Unsound } from './unsound.js';

/** The request of c2sp.org/tlog-witness. */
const published = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;
const hash = 'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=';

describe('a submission to a witness', () => {
  it('is read and written as in the published example, byte for byte', () => {
    const submission = parseSubmission(published);
    expect(submission).toMatchObject({ old: 20_852_014, proof: { length: 4 } });
    expect(submission.checkpoint.startsWith('example.com/behind-the-sofa\n20852163\n')).toBe(true);
    expect(formatSubmission(submission)).toBe(published);
    expect(parseSubmission('old 0\n\nnote')).toEqual({ old: 0, proof: [], checkpoint: 'note' });
  });

  it.each([
    ['nothing', ''],
    ['no empty line', `old 1\n${hash}\nnote`],
    ['no old size', `${hash}\n\nnote`],
    ['another word', 'Old 1\n\nnote'],
    ['a leading zero', 'old 01\n\nnote'],
    ['a sign', 'old -1\n\nnote'],
    ['a size past 2^53', 'old 9007199254740993\n\nnote'],
    ['a carriage return', 'old 1\r\n\nnote'],
    ['base64 without padding', `old 1\n${hash.slice(0, -1)}\n\nnote`],
    ['base64 with spare bits', `old 1\n${hash.replace('w=', 'x=')}\n\nnote`],
    ['a hash of 31 bytes', `old 1\n${Buffer.alloc(31).toString('base64')}\n\nnote`],
    ['64 hashes', `old 1\n${`${hash}\n`.repeat(64)}\nnote`],
  ])('is refused with %s', (_what, body) => {
    expect(() => parseSubmission(body)).toThrow(Unsound);
  });

  it('is never half understood, whatever arrives: it is refused, or written again as it came', () => {
    const cut = fc.tuple(fc.nat(published.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 9 }));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(cut, fc.string({ unit: 'binary' })), (what) => {
        const body =
          typeof what === 'string'
            ? what
            : published.slice(0, what[0]) + what[2] + published.slice(what[0] + what[1]);
        try {
          expect(formatSubmission(parseSubmission(body))).toBe(body);
          read += 1;
        } catch (error) {
          if (!(error instanceof Unsound)) throw error;
        }
      }),
      { numRuns: 3_000, seed: 1 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
