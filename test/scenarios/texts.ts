/** Texts of the scenarios, as far as they are needed by more than one step. */

/** DS-920, second edition: procurement and use of generative AI in administration. 48 pages. */
export const procurementGuideline = {
  head: {
    title: {
      ja: '行政の進化と革新のための生成AIの調達・利活用に係るガイドライン(第2版案)',
      en: 'Guideline for procurement and use of generative AI in administration (draft, 2nd edition)',
    },
    summary: '生成AIの調達と利活用について、各府省庁が守るべき手順と確認事項を定める。',
    coLeads: [],
    competenceTags: ['procurement', 'personal-data', 'cyber', 'local-government'],
  },
  content: { pages: 48, instrumentClass: 'LIAISON_AGREEMENT', decisionBody: 'LIAISON_MEETING' },
  clauses: [
    {
      id: 'c1',
      heading: '総則',
      text: '本ガイドラインの位置付け及び適用範囲を定める。',
      children: [
        {
          id: 'c1.1',
          text: '本ガイドラインは、生成AIの適切な調達及び利活用を図ることを目的とする。',
          children: [],
        },
        { id: 'c1.3', text: '本ガイドラインは、各府省庁の情報システムに適用する。', children: [] },
      ],
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
          tags: ['personal-data'],
          children: [],
        },
      ],
    },
    { id: 'c5', heading: '適用時期', text: '令和8年度以降に公告する調達から適用する。', children: [] },
    { id: 'c6', heading: '検証', text: '調達前に性能の検証を行い、その費用を積算に含める。', children: [] },
  ],
};

/** Guideline on generative AI in schools, revised edition; 18 pages. */
export const schoolGuideline = {
  head: {
    title: { ja: '初等中等教育段階における生成AIの利活用に関するガイドライン(改訂案)' },
    summary: '学校現場における生成AIの利活用の考え方を改める。',
    coLeads: [],
    competenceTags: ['education', 'children', 'copyright', 'personal-data'],
  },
  content: { pages: 18, instrumentClass: 'MINISTRY_GUIDELINE', decisionBody: 'MINISTER' },
  clauses: [
    {
      id: 'c1',
      heading: 'はじめに',
      text: '本ガイドラインは、学校現場の参考となるうよ定める。',
      children: [],
    },
    {
      id: 'c3',
      heading: '児童生徒の利用',
      text: '発達の段階に応じて利用する。',
      children: [
        {
          id: 'c3.2',
          heading: '年齢制限',
          text: '十三歳以上の児童生徒は、保護者の同意を得て利用することができる。',
          tags: ['personal-data'],
          children: [],
        },
      ],
    },
    {
      id: 'c5',
      heading: '留意事項',
      text: '利用に当たって留意すべき事項を示す。',
      children: [
        {
          id: 'c5.1',
          heading: '著作物',
          text: '著作物を入力するときは、授業の過程における利用の範囲とする。',
          tags: ['copyright'],
          children: [],
        },
      ],
    },
  ],
};

/** MHLW: general models with functions of programmed medical devices; 12 pages. */
export const medicalGuideline = {
  head: {
    title: { ja: 'プログラム医療機器に係る汎用生成AIの取扱いに関するガイドライン(案)' },
    summary: '汎用の大規模言語モデルの機能と医療機器該当性の考え方を示す。',
    coLeads: [],
    competenceTags: ['medical', 'industry'],
  },
  content: { pages: 12, instrumentClass: 'MINISTRY_GUIDELINE', decisionBody: 'HEADQUARTERS' },
  clauses: [
    {
      id: 'c1',
      heading: '目的',
      text: '医療における生成AIの適切な利用を図ることを目的とする。',
      children: [],
    },
    {
      id: 'c7',
      heading: 'プログラム医療機器に該当する汎用LLM機能の考え方',
      text: '診断又は治療に資する出力を行う汎用LLMの機能は、医療機器に該当し得る。',
      children: [],
    },
  ],
};

/** MLIT: AI in automated driving on public roads; 18 pages. */
export const drivingGuideline = {
  head: {
    title: { ja: '公道における自動運転AIの安全評価に関するガイドライン(案)' },
    summary: '自動運転に用いるAIの安全評価と走行データの取扱いの考え方を示す。',
    coLeads: [],
    competenceTags: ['mobility', 'personal-data'],
  },
  content: { pages: 18, instrumentClass: 'MINISTRY_GUIDELINE', decisionBody: 'MINISTER' },
  clauses: [
    {
      id: 'c1',
      heading: '目的',
      text: '自動運転に用いるAIの安全な導入を図ることを目的とする。',
      children: [],
    },
    {
      id: 'c2',
      heading: '走行データ',
      text: '運転者の画像を含む走行データは、目的を特定して取り扱う。',
      tags: ['personal-data'],
      children: [],
    },
    { id: 'c3', heading: '安全評価', text: '悪天候を含む走行条件ごとに安全性を評価する。', children: [] },
  ],
};

/** METI and MIC together: AI guidelines for business, version 1.2; 30 pages. */
export const businessGuideline = {
  head: {
    title: { ja: 'AI事業者ガイドライン(第1.2版案)', en: 'AI Guidelines for Business (draft, version 1.2)' },
    summary: 'AIの開発者、提供者及び利用者が留意すべき事項を示す。',
    coLeads: ['MIC'],
    competenceTags: ['industry', 'communications', 'personal-data'],
  },
  content: { pages: 30, instrumentClass: 'MINISTRY_GUIDELINE', decisionBody: 'MINISTER' },
  clauses: [
    { id: 'c1', heading: '基本理念', text: '人間中心のAI社会原則を踏まえ、基本理念を示す。', children: [] },
    { id: 'c2', heading: 'AI開発者', text: 'AI開発者は、学習データの適正に留意する。', children: [] },
    { id: 'c3', heading: 'AI提供者', text: 'AI提供者は、適正な利用に資する情報を提供する。', children: [] },
  ],
};

/** FSA: a guidance (行政指導指針) on generative AI in finance, in force from 1 January 2027; 16 pages. */
export const financeGuidance = {
  head: {
    title: { ja: '金融分野における生成AIの利用に係る監督上の指針(案)' },
    summary: '金融機関による生成AIの利用について、監督上の着眼点を示す。',
    coLeads: [],
    competenceTags: ['finance', 'personal-data'],
  },
  content: {
    pages: 16,
    instrumentClass: 'ADMINISTRATIVE_GUIDANCE',
    decisionBody: 'HEADQUARTERS',
    effectiveFrom: '2027-01-01',
  },
  clauses: [
    {
      id: 'c1',
      heading: '目的',
      text: '金融分野における生成AIの適切な利用を図ることを目的とする。',
      children: [],
    },
    {
      id: 'c2',
      heading: '説明',
      text: '生成AIの出力を用いて融資の可否を判断したときは、その旨を説明する。',
      children: [],
    },
    { id: 'c3', heading: '適用', text: '金融機関は、令和9年1月1日から適用する。', children: [] },
  ],
};
