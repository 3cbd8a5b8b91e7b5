import { dossierType, erased, type DataPath } from '#contracts';
import * as fc from 'fast-check';
import { placesOf, textsAt, withoutTexts } from './erasure.js';

const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { detail: string }).detail;
  }
  return 'no refusal';
};

const guideline = dossierType('guideline').example;
const returned = { stage: 'RETURNED', reasons: ['担当 山田太郎 に確認', '費用が無い'] };

describe('erasing words', () => {
  it('replaces the texts at the given places and nothing else', () => {
    expect(withoutTexts('DossierReturned', returned, [['reasons', 0]])).toEqual({
      data: { stage: 'RETURNED', reasons: [erased, '費用が無い'] },
      removed: [],
    });
    expect(returned.reasons[0]).toContain('山田');
  });

  it('refuses a place that holds no text, and one that was erased before', () => {
    expect(refusal(() => textsAt(returned, [['reasons', 7]]))).toContain('there is no text');
    expect(refusal(() => textsAt(returned, [['__proto__', 'toString']]))).toContain('there is no text');
    expect(refusal(() => textsAt({ reason: erased }, [['reason']]))).toContain('erased already');
  });

  it('takes away what can be left out and holds no plain text', () => {
    const head = { ...guideline.head, lead: 'METI' };
    const version = {
      person: 'meti-desk',
      at: '2026-06-01T00:00:00.000Z',
      no: 1,
      sha256: 'a'.repeat(64),
      body: { type: 'guideline', ...guideline },
    };
    const contact = { bureau: '局', email: 'a@b.example' };
    const data = {
      stage: 'DRAFT',
      version: { ...version, body: { ...version.body, head: { ...head, contact } } },
    };
    const path = ['version', 'body', 'head', 'contact', 'email'];
    expect(withoutTexts('DossierRevised', data, [path])).toEqual({
      data: {
        ...data,
        version: {
          ...data.version,
          body: { ...data.version.body, head: { ...head, contact: { bureau: '局' } } },
        },
      },
      removed: [path],
    });
  });

  it('refuses what the record cannot be read without', () => {
    const signed = { versionNo: 1, sha256: 'a'.repeat(64), organ: 'METI' };
    expect(refusal(() => withoutTexts('VersionSigned', signed, [['sha256']]))).toContain('cannot be read');
    expect(refusal(() => withoutTexts('VersionSigned', signed, [['organ']]))).toContain('At organ');
  });

  it('finds every place where a text stands, and only those (property)', () => {
    const data = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('before 山田 after', 'nobody', '', 7, null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(data, (value) => {
        const places = placesOf(value, ['山田']);
        const at = (path: DataPath) => path.reduce((inner, step) => (inner as never)[step], value);
        expect(places.every((path) => String(at(path)).includes('山田'))).toBe(true);
        expect(places).toHaveLength(JSON.stringify(value).split('山田').length - 1);
      }),
      { seed: 7 },
    );
  });
});
