import type { ConsultationSheet, Silence, SheetParticipant, SheetRound } from '#contracts';
import { silenceBecomes } from '#domain';
import { ja } from '../pages/terms.js';
import { inJapanese } from './in-japanese.js';
import type { Office } from './office.js';
import { silenceWords } from './silence-words.js';
import { line, right, table, title, wordFile } from './word.js';

export interface Cover {
  sheet: ConsultationSheet;
  round: SheetRound;
  /** Where the lead can be asked; null when the text is not open to the reader. */
  contact: { bureau: string; division?: string | undefined } | null;
  office: Office;
}

const modeJa = (mode: SheetParticipant['mode']) => (mode === 'CONCUR' ? ja(mode, 'mode') : ja(mode));

const asked = ({ participants }: SheetRound) => participants.filter(({ released }) => !released);

const silenceOf = (round: SheetRound, one: SheetParticipant): string => {
  if (round.kind === 'INFORMAL') return '御回答の有無は、後の協議を拘束しません。';
  return silenceWords[silenceBecomes(round, one)];
};

/** What silence will mean, each sentence only if it is true of somebody, and of whom. */
const silenceLines = (round: SheetRound, office: Office): string[] => {
  if (round.kind === 'INFORMAL')
    return [
      'この照会は事前相談であり、御回答の有無及び内容は、後に行う協議におけるいずれの府省の立場も拘束しません。',
    ];
  const of = (silence: Silence) =>
    asked(round)
      .filter((one) => silenceBecomes(round, one) === silence)
      .map(({ organ }) => office.organ(organ))
      .join('、');
  const [deemed, explicit, free] = [of('DEEMED_NO_OPINION'), of('OVERDUE_EXPLICIT'), of('DONE')];
  return [
    ...(deemed ? [`次の府省については、${silenceWords.DEEMED_NO_OPINION}: ${deemed}`] : []),
    ...(explicit ? [`次の府省については、${silenceWords.OVERDUE_EXPLICIT}: ${explicit}`] : []),
    ...(free ? [`次の府省については、${silenceWords.DONE}: ${free}`] : []),
  ];
};

const facts = ({ sheet, round, contact, office }: Cover): [string, string][] => {
  const due = office.time(round.dueAt);
  const minimum = round.minimumDays > 0 ? `最低${round.minimumDays}開庁日 ` : '';
  return [
    ['案件番号', sheet.number ?? ''],
    ['照会の種類', `第${round.no}次 ${round.label.ja}`],
    ['照会する案', `第${round.versionNo}版 SHA-256 ${round.sha256}`],
    ['照会日時', office.time(round.openedAt)],
    ['回答期限', round.extensions.length > 0 ? `${due}(延長後)` : due],
    ['期間の根拠', `${minimum}${inJapanese(round.basis)}`],
    ...(round.reason ? ([['照会の理由', round.reason]] satisfies [string, string][]) : []),
    ...(round.delta
      ? ([
          [
            '変更箇所',
            `第${round.delta.fromVersionNo}版から: ${round.delta.changes.map(({ clauseId, change }) => `${clauseId}(${ja(change)})`).join('、')}`,
          ],
        ] satisfies [string, string][])
      : []),
    ['回答方法', '意見一覧表(別紙様式)に記入して返送するか、協議システムで御回答ください。'],
    [
      '照会先',
      contact
        ? [office.organ(sheet.lead), contact.bureau, contact.division].filter(Boolean).join(' ')
        : office.organ(sheet.lead),
    ],
  ];
};

/** 照会文: who asks whom on what until when and under which rule, and what silence will mean for whom. */
export const coverSheet = (cover: Cover): Promise<Buffer> => {
  const { sheet, round, office } = cover;
  const name = sheet.title.ja ?? sheet.title.en ?? '';
  const hidden = round.namesHidden ? ['回答府省名は、回答期限まで他の府省に示しません。'] : [];
  const rows = asked(round).map((one) => [
    ...[
      office.organ(one.organ),
      modeJa(one.mode),
      one.reasons.map(inJapanese).join('\n'),
      silenceOf(round, one),
    ],
  ]);
  return wordFile({
    ...{ title: `照会 ${name}`, foot: `${sheet.number ?? ''} 第${round.no}次照会` },
    children: [
      right(sheet.number ?? ''),
      right(office.day(round.openedAt)),
      line('関係府省 御中'),
      right([sheet.lead, ...sheet.coLeads].map((organ) => office.organ(organ)).join('\n')),
      title(`「${name}」について(${round.kind === 'INFORMAL' ? '事前相談' : '協議'})`),
      line(
        '標記について、別添の案により照会しますので、御意見がある場合は、下記により期限までに御回答ください。',
        { indent: { firstLine: 210 } },
      ),
      line('記', { alignment: 'center' }),
      table({
        widths: [20, 80],
        size: 20,
        rows: facts(cover).map(([what, value]) => [[{ text: what, bold: true }], value]),
      }),
      line([{ text: '御回答がない場合の取扱い', bold: true }], { spacing: { before: 240 } }),
      ...[...silenceLines(round, office), ...hidden].map((text, i) =>
        line(`${i + 1}. ${text}`, { indent: { left: 315, hanging: 315 } }),
      ),
      line([{ text: '照会先一覧', bold: true }], { spacing: { before: 240 } }),
      table({
        widths: [20, 12, 30, 38],
        header: ['府省', '関与形態', '照会の理由', '期限までに御回答がない場合'],
        rows,
      }),
    ],
  });
};
