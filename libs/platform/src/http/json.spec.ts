import { Problem } from '#contracts';
import { parseJsonBody } from './json.js';

const parse = (text: string | Buffer) => parseJsonBody(Buffer.from(text as string));
const detail = (text: string | Buffer): string => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Problem && error.type === 'malformed-body') return error.detail;
  }
  throw new Error('no malformed-body problem');
};

describe('a JSON body', () => {
  it('is read as JSON.parse reads it', () => {
    expect(parse('{"a":[1,"協議",null]}')).toEqual({ a: [1, '協議', null] });
    expect(parse('{"text":"say \\"[[[\\" and \\\\"}')).toEqual({ text: 'say "[[[" and \\' });
  });

  it('may be empty, which is an object without fields', () => {
    expect(parse('')).toEqual({});
    expect(parse(' \n')).toEqual({});
  });

  it('is refused with the place when it is malformed', () => {
    expect(detail('{\n"a": 1,\n"b" 2}')).toMatch(/not JSON: line 3.*: expected : but found 2/);
    expect(detail('{"a":')).toMatch(/line 1.*the end of the file/);
    expect(detail('nonsense')).toMatch(/line 1/);
  });

  it('is refused with the place when it is not UTF-8', () => {
    expect(
      detail(Buffer.concat([Buffer.from('{"a":"協'), Buffer.from([0xff]), Buffer.from('"}')])),
    ).toContain('number 9');
    expect(detail(Buffer.from('日本語', 'utf8').subarray(0, 4))).toContain('number 3');
  });

  it('is refused when it is too deep, however large', () => {
    expect(detail('['.repeat(500_000))).toContain('deeper than 64 levels');
    expect(detail(`{"a":${'['.repeat(65)}`)).toContain('character 68');
    expect(parse(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeInstanceOf(Array);
  });

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"a":{"\\u005f_proto__":1}}',
    '{"constructor":{"prototype":{}}}',
  ])('is refused when it would reach a prototype: %s', (text) => expect(detail(text)).toContain('__proto__'));

  it('is refused with the path of text that a database cannot keep', () => {
    expect(detail('{"head":{"title":"a\\u0000b"}}')).toContain('/head/title');
    expect(detail('{"a":["\\ud800"]}')).toContain('/a/0');
    expect(parse('{"a":"\\ud842\\udfb7 \\\\u0000"}')).toEqual({ a: '𠮷 \\u0000' });
  });
});
