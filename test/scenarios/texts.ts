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
