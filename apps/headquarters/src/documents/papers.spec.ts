import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { DossierBody } from '#contracts';
import { oldNewTable } from '#domain';
import { loadCabinet } from '#platform';
import { parseCsv } from 'hucre/csv';
import { clauses, participant, round, sheet } from '../../../../test/documents/sheets';
import type { CommentResult } from './comment-result.js';
import { commentResultCsv, commentResultDocument } from './comment-result-papers.js';
import { coverSheet } from './cover-sheet.js';
import { officeOf } from './office.js';
import { oldNewDocument } from './old-new.js';

const office = officeOf(loadCabinet('cabinets/japan.json'));

/** The document part of a Word file. */
const xmlOf = (bytes: Buffer): string => {
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const [name, extra] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    if (bytes.toString('utf8', at + 30, at + 30 + name) !== 'word/document.xml') continue;
    const data = bytes.subarray(at + 30 + name + extra);
    return (bytes.readUInt16LE(at + 8) === 0 ? data : inflateRawSync(data)).toString();
  }
  throw new Error('no word/document.xml');
};
const wordsIn = (xml: string) =>
  xml
    .replace(/<w:(p|br)[ />]/g, '\n<')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"');
const underlined = (xml: string) =>
  [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:u w:val="single"\/>(?:(?!<\/w:r>).)*<\/w:r>/gs)].map(([run]) =>
    wordsIn(run).trim(),
  );

/** For a look at them: LOOK=folder keeps the files. */
const kept = (name: string, bytes: Buffer): Buffer => {
  const { LOOK } = process.env;
  if (LOOK) {
    if (!existsSync(LOOK)) mkdirSync(LOOK, { recursive: true });
    writeFileSync(`${LOOK}/${name}`, bytes);
  }
  return bytes;
};

const body = (text: string, more: DossierBody['clauses'] = []) =>
  ({
    clauses: [{ ...clauses[0]!, children: [] }, { ...clauses[1]!, text }, ...more],
  }) as unknown as DossierBody;
const before = body('契約に当たっては、別紙の契約チェックシートを用いる。', [
  { id: 'c9', text: '廃止する条項', children: [] },
]);
const after = body('契約に当たっては、別紙の新しい契約チェックシートを用いる。', [
  { id: 'c5', heading: '経過措置', text: '中小企業には一年の猶予を設ける。', children: [] },
]);
const [from, to] = [
  { no: 1, sha256: 'a'.repeat(64) },
  { no: 3, sha256: 'b'.repeat(64) },
];

describe('the old and new table as a Word file', () => {
  it('has the new text left, the old right, and underlines exactly what came in and went out', async () => {
    const rows = oldNewTable(before, after);
    const xml = xmlOf(kept('old-new.docx', await oldNewDocument({ sheet: sheet(), from, to, rows, office })));
    expect(underlined(xml)).toEqual(['新しい', '廃止する条項', '中小企業には一年の猶予を設ける。']);
    const words = wordsIn(xml);
    expect(words).toMatch(
      /改正案\(第3版\)[\s\S]*現行\(第1版\)[\s\S]*c4 [\s\S]*新しい[\s\S]*c5 [\s\S]*\(新設\)/,
    );
    expect(words).toContain('(削除)');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('w:orient="landscape"');
  });

  it('says that nothing changed', async () => {
    const bytes = await oldNewDocument({ sheet: sheet(), from, to, rows: [], office });
    expect(wordsIn(xmlOf(bytes))).toContain('(変更なし)');
  });
});

describe('the cover sheet', () => {
  const cover = async (one: ReturnType<typeof round>, name = 'cover.docx') =>
    wordsIn(
      xmlOf(
        kept(
          name,
          await coverSheet({ sheet: sheet(), round: one, office, contact: { bureau: '戦略・組織グループ' } }),
        ),
      ),
    );

  it('says who asks whom on what until when and under which rule', async () => {
    const words = await cover(round());
    for (const text of [
      'デジタル庁',
      'AI-R8-DA-GL-0001',
      '令和8年6月22日(月)17時00分',
      '最低15開庁日',
      '第1版',
      '戦略・組織グループ',
    ])
      expect(words).toContain(text);
    expect(words).toMatch(/個人情報保護委員会\s+合議\s+明示同意必須\(個人情報\)/);
    expect(words).toMatch(/復興庁\s+参考送付\s+全府省協議の対象/);
  });

  it('promises that silence is no opinion to those only for whom it will be so, and never to the mandatory ones', async () => {
    const words = await cover(round());
    expect(words).toContain(
      '次の府省については、期限までに御意見がない場合は意見なしと取り扱います。: 財務省、経済産業省',
    );
    expect(words).toContain(
      '次の府省については、明示の御回答が必要です。御回答がない場合も、同意又は意見なしとは取り扱いません。: 個人情報保護委員会',
    );
    expect(words).toContain('次の府省については、御回答は任意です。: こども家庭庁、復興庁');
  });

  it('promises nothing of silence that is true of nobody', async () => {
    const participants = [
      participant('PPC', { mandatoryExplicit: true }),
      participant('MOF', { released: true }),
    ];
    const words = await cover(round({ participants }), 'cover-mandatory.docx');
    expect(words).not.toContain('意見なしと取り扱います');
    expect(words).not.toContain('財務省');
  });

  it('says of an informal round that it binds nobody', async () => {
    const words = await cover(
      round({ kind: 'INFORMAL', label: { ja: '事前相談', en: 'Informal round' } }),
      'cover-informal.docx',
    );
    expect(words).toContain('拘束しません');
    expect(words).not.toContain('取り扱い');
  });
});

describe('the result of a public comment', () => {
  const result = (more: Partial<CommentResult> = {}): CommentResult => ({
    ...{
      number: 'AI-R8-DA-GL-0001',
      title: '生成AIガイドライン',
      lead: 'DA',
      kind: 'VOLUNTARY',
      publishedOn: '2026-08-03',
    },
    ...{ openAt: '2026-07-01T01:00:00.000Z', closeAt: '2026-07-15T15:00:00.000Z', received: 312, unique: 40 },
    groups: [
      {
        groupNo: 1,
        gist: '学習データの範囲が不明確である。',
        count: 290,
        response: '御意見を踏まえ、明確にする。',
        changeMade: true,
        clauseId: 'c4.2',
      },
      { groupNo: 2, gist: '=HYPERLINK("x")', count: 22, response: '原案のとおりとする。', changeMade: false },
    ],
    differences: oldNewTable(before, after),
    ...more,
  });

  it('has what Art. 43 asks for: title, dates, comments, what came of them and why, differences', async () => {
    const words = wordsIn(xmlOf(kept('result.docx', await commentResultDocument(result(), office))));
    for (const text of [
      '生成AIガイドライン',
      '令和8年7月1日(水)',
      '令和8年7月15日(水)まで',
      '312件(同一の内容をまとめると40件)',
      '明確にする',
      '案を修正する',
      '新しい',
    ])
      expect(words).toContain(text);
  });

  it('says at none that there were none', async () => {
    const none = result({ received: 0, unique: 0, groups: [], differences: [] });
    const words = wordsIn(xmlOf(kept('result-none.docx', await commentResultDocument(none, office))));
    expect(words.match(/意見の提出はありませんでした。/g)).toHaveLength(2);
    expect(words).toContain('差異はありません。');
    const [, line] = parseCsv(commentResultCsv(none, office).toString());
    expect(line).toContain('意見の提出はありませんでした。');
  });

  it('is a CSV of groups in which nothing is computed', () => {
    const [, ...lines] = parseCsv(commentResultCsv(result(), office).toString());
    expect(lines.map((one) => one.slice(5, 9))).toEqual([
      ['1', 'c4.2', '学習データの範囲が不明確である。', '290'],
      ['2', '', `'=HYPERLINK("x")`, '22'],
    ]);
  });

  it('says that the instrument was given up, and why (Art. 43(4))', async () => {
    const words = wordsIn(xmlOf(await commentResultDocument(result({ abandoned: '情勢の変化' }), office)));
    expect(words).toContain('定めないこととした。理由: 情勢の変化');
  });
});
