import { DossierBody, dossierTypes } from '#contracts';
import { missingIn } from './completeness.step.js';

const bodyOf = (type: string, change: (example: Record<string, Record<string, unknown>>) => void) => {
  const { example } = dossierTypes.find((known) => known.type === type)!;
  const body = structuredClone({ type, ...example }) as unknown as Record<string, Record<string, unknown>>;
  change(body);
  return DossierBody.parse(body);
};

describe('the completeness check', () => {
  it.each(dossierTypes.map(({ type }) => type))('finds nothing missing in the example of %s', (type) => {
    expect(missingIn(bodyOf(type, () => undefined))).toEqual([]);
  });

  it('names what is absent by its path', () => {
    const body = bodyOf('initiative', ({ head, content }) => {
      delete head!.summary;
      delete content!.personalData;
    });
    expect(missingIn(body)).toEqual(['head.summary', 'content.personalData']);
  });

  it('names a text without clauses', () => {
    const body = bodyOf('guideline', (whole) => Object.assign(whole, { clauses: [] }));
    expect(missingIn(body)).toEqual(['clauses.0']);
  });
});
