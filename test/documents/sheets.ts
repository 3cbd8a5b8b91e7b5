import type {
  Clause,
  ConsultationSheet,
  ExchangeView,
  SheetParticipant,
  SheetRound,
  ThreadView,
} from '#contracts';

/** A consultation as headquarters shows it, for the specs of the documents made from it. */

export const clauses: Clause[] = [
  {
    id: 'c1',
    heading: '総則',
    text: '本ガイドラインの位置付け及び適用範囲を定める。',
    children: [{ id: 'c1.3', text: '本ガイドラインは、各府省庁の情報システムに適用する。', children: [] }],
  },
  {
    id: 'c4',
    heading: '契約',
    text: '契約に当たっては、別紙の契約チェックシートを用いる。',
    children: [
      {
        id: 'c4.2',
        heading: '学習データ',
        text: '入力データの学習利用の有無を契約チェックシートで確認する。',
        children: [],
      },
    ],
  },
];

export const exchange = (more: Partial<ExchangeView> & Pick<ExchangeView, 'kind'>): ExchangeView => ({
  ...{ at: '2026-06-18T02:00:00.000Z', organ: 'DA', text: null, proposedText: null, disposition: null },
  ...{ level: null, rule: null, proof: null },
  ...more,
});

export const thread = (more: Partial<ThreadView> = {}): ThreadView => ({
  ...{
    ref: 'PPC#1',
    organ: 'PPC',
    desk: '参事官室',
    roundNo: 1,
    versionNo: 1,
    kind: 'OPINION',
    weight: 'MUST',
  },
  ...{ clauseId: 'c4.2', heading: '学習データ', quotedText: '入力データの学習利用の有無' },
  body: '学習に個人情報を用いる場合は利用目的の特定と要配慮個人情報の除外を契約チェックシートに追加されたい。',
  reason: '個人情報の保護に関する法律との整合を図るため。',
  proposedText:
    '入力データの学習利用の有無、利用目的の特定及び要配慮個人情報の除外を契約チェックシートで確認する。',
  ...{
    raisedAt: '2026-06-12T05:00:00.000Z',
    late: false,
    state: 'ANSWERED',
    level: 0,
    disposition: 'ADOPTED',
  },
  proof: null,
  exchanges: [
    exchange({ kind: 'answered', text: '御意見のとおり修正する。', disposition: 'ADOPTED' }),
    exchange({
      kind: 'proved',
      proof: { versionNo: 3, clauseId: 'c4.2', text: '利用目的の特定及び要配慮個人情報の除外', holds: true },
    }),
  ],
  ...more,
});

export const participant = (organ: string, more: Partial<SheetParticipant> = {}): SheetParticipant => ({
  ...{ organ, mode: 'CONCUR', mandatoryExplicit: false, reasons: ['default consultee'], desk: null },
  ...{ position: null, comment: null, positionAt: null, late: false, silence: null, untouched: true },
  ...{ released: false, hidden: false },
  ...more,
});

export const round = (more: Partial<SheetRound> = {}): SheetRound => ({
  ...{ no: 1, kind: 'FULL', label: { ja: '各省協議', en: 'Full round' } },
  ...{ openedBy: { role: 'LIAISON', organ: 'DA' }, reason: null, versionNo: 1, sha256: 'a'.repeat(64) },
  ...{ openedAt: '2026-06-01T06:10:00.000Z', dueAt: '2026-06-22T08:00:00.000Z', minimumDays: 15 },
  ...{ basis: 'more than 20 pages', state: 'OPEN', namesHidden: false },
  ...{ suspensions: [], extensions: [], delta: null, unnamed: [], objections: [], conclusion: null },
  participants: [
    participant('PPC', { mandatoryExplicit: true, reasons: ['mandatory on personal-data'] }),
    participant('MOF'),
    participant('METI'),
    participant('CFA', { mode: 'INPUT', reasons: ['named at opening'] }),
    participant('RA', { mode: 'INFORM', reasons: ['default consultee'] }),
  ],
  ...more,
});

export const sheet = (more: Partial<ConsultationSheet> = {}): ConsultationSheet => ({
  ...{ dossierId: '01JZ0000000000000000000000', position: 120, at: '2026-06-19T01:00:00.000Z' },
  ...{ number: 'AI-R8-DA-GL-0001', type: 'guideline' },
  title: { ja: '行政の進化と革新のための生成AIの調達・利活用に係るガイドライン(第2版案)' },
  ...{ lead: 'DA', coLeads: [], stage: 'CONSULTATION', stageName: { ja: '各省協議', en: 'Consultation' } },
  receipt: null,
  ...{
    version: { no: 1, sha256: 'a'.repeat(64), at: '2026-06-01T06:00:00.000Z' },
    scope: 'CONSULTATION',
    notes: [],
  },
  rounds: [round()],
  threads: [
    thread(),
    thread({
      ...{
        ref: 'MOF#1',
        organ: 'MOF',
        desk: null,
        kind: 'QUESTION',
        weight: 'NOTE',
        clauseId: null,
        heading: null,
      },
      ...{
        quotedText: null,
        body: '検証費用の積算根拠を御教示いただきたい。',
        proposedText: null,
        reason: null,
      },
      ...{ state: 'OPEN', disposition: null, exchanges: [] },
    }),
    thread({
      ...{
        ref: 'METI#1',
        organ: 'METI',
        weight: 'SHOULD',
        clauseId: 'c4',
        heading: '契約',
        quotedText: null,
      },
      ...{
        body: '=中小ベンダー向け経過措置を\n設けられたい。',
        disposition: 'PARTLY_ADOPTED',
        level: 1,
        late: true,
      },
      exchanges: [exchange({ kind: 'answered', text: '附則で対応する。', disposition: 'PARTLY_ADOPTED' })],
    }),
  ],
  ...{ memoranda: [], statements: [], reservations: [], missing: [], counts: { byWeight: [], byOrgan: [] } },
  ...more,
});
