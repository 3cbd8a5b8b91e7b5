import type { Principal } from '#contracts';
import { DossierPage, DossierView } from '#contracts';
import { DossierQuery } from '../../apps/headquarters/src/http/requests.js';
import { wholeDossier, oneVersion } from '../../apps/headquarters/src/queries/dossier.js';
import { listDossiers } from '../../apps/headquarters/src/queries/register.js';
import { at, Desk, nobody, secretariat } from './desk';
import { participant, Story } from './given-events';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const list = async (principal: Principal, query: Record<string, string>, minPosition = 0) => {
  const wanted = DossierQuery.parse(query);
  const read = await desk.read(
    principal,
    ['dossiers'],
    (rows) => listDossiers(rows, wanted, new Date()),
    minPosition,
  );
  return DossierPage.parse(read.answer);
};
const whole = async (principal: Principal, id: string, minPosition = 0) => {
  const read = await desk.read(
    principal,
    ['dossiers'],
    (rows) => wholeDossier(rows, principal, id, new Date()),
    minPosition,
  );
  return DossierView.parse(read.answer);
};
const titles = (page: { items: { title: { en?: string | undefined } }[] }) =>
  page.items.map(({ title }) => title.en);

describe('the register', () => {
  it('numbers filings by year, lead, type and serial in the order of the ledger', async () => {
    const era = `R${new Date().getFullYear() - 2018}`;
    const stories = [1, 2].map(() => new Story('initiative', { lead: 'MOE' }).filed());
    const guideline = new Story('guideline', { lead: 'MOE' }).filed();
    for (const story of [...stories, guideline]) await desk.given.tell(story);
    const position = await desk.given.tell(stories[0]!.returned().revised().filed());
    const { items } = await list(secretariat, { lead: 'MOE' }, position);
    expect(items.map(({ number }) => number).sort()).toEqual([
      `AI-${era}-MOE-GL-0001`,
      `AI-${era}-MOE-IN-0001`,
      `AI-${era}-MOE-IN-0002`,
    ]);
    const found = await list(secretariat, { q: `ai-${era.toLowerCase()}-moe-in-0002` });
    expect(found.items.map(({ dossierId }) => dossierId)).toEqual([stories[1]!.id]);
  });

  it('finds Japanese inside a word, English in any case, and full-width letters as half-width ones', async () => {
    const bridge = new Story('initiative', {
      title: { ja: '橋梁点検におけるドローンと画像認識の活用', en: 'Drones for Bridge Inspection' },
      summary: 'ＡＩモデルにより橋の損傷を見つける。',
    }).filed();
    const tax = new Story('initiative', {
      title: { ja: '税務相談チャットボット', en: 'Tax advice chatbot' },
    }).filed();
    await desk.given.tell(bridge);
    const position = await desk.given.tell(tax);
    for (const q of ['梁点', '橋梁 画像認識', 'bridge', 'BRIDGE inspection', 'aiモデル', 'drones 損傷'])
      expect(titles(await list(secretariat, { q }, position))).toEqual(['Drones for Bridge Inspection']);
    expect(titles(await list(secretariat, { q: '橋梁 チャットボット' }))).toEqual([]);
    expect(titles(await list(secretariat, { q: '100%_\\' }))).toEqual([]);
  });

  it('puts a match in the title before one in the text', async () => {
    const inText = new Story('initiative', {
      title: { en: 'Something else' },
      content: { problem: 'quokka habitats' },
    }).filed();
    const inTitle = new Story(
      'initiative',
      { title: { en: 'Quokka habitats' } },
      '00000000000000000000000001',
    ).filed();
    await desk.given.tell(inText);
    const position = await desk.given.tell(inTitle);
    expect(titles(await list(secretariat, { q: 'quokka' }, position))).toEqual([
      'Quokka habitats',
      'Something else',
    ]);
  });

  it('pages through everything once, whatever is filed meanwhile', async () => {
    const before = new Set<string>();
    for (let i = 0; i < 7; i++) {
      const story = new Story('initiative', { lead: 'MHLW', title: { en: `Paged ${i}` } }).filed();
      before.add(story.id);
      await desk.given.tell(story);
    }
    const head = await desk.given.number();
    for (const query of [{ lead: 'MHLW' }, { lead: 'MHLW', q: 'paged' }] as Record<string, string>[]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(secretariat, { ...query, limit: '3', ...(cursor && { cursor }) }, head);
        seen.push(...page.items.map(({ dossierId }) => dossierId));
        cursor = page.next ?? undefined;
        await desk.given.tell(new Story('initiative', { lead: 'MHLW', title: { en: 'Late' } }).filed());
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of before) expect(seen).toContain(id);
    }
  });

  it.each(['nonsense', Buffer.from('["a"]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'refuses a cursor it did not give: %s',
    async (cursor) => {
      await expect(list(secretariat, { cursor })).rejects.toMatchObject({ type: 'invalid-request' });
    },
  );

  it('filters by stage, type, pillar, tag, holder, delay and position', async () => {
    const late = new Story('guideline', { lead: 'DA', pillars: ['P3'], competenceTags: ['cyber'] })
      .filed()
      .clock('completeness-check', 'HQ', -1);
    const before = await desk.given.number();
    const position = await desk.given.tell(late);
    await desk.given.tell(
      new Story('initiative', { lead: 'DA', pillars: ['P1'] }).inReview().clock('review', 'HQ', 9),
    );
    const all = { lead: 'DA' };
    for (const [query, count] of [
      [{ stage: 'FILED' }, 1],
      [{ type: 'guideline' }, 1],
      [{ pillar: 'P3' }, 1],
      [{ pillar: 'P4' }, 0],
      [{ tag: 'cyber' }, 1],
      [{ holder: 'secretariat' }, 2],
      [{ overdue: 'true' }, 1],
      [{ overdue: 'false' }, 1],
      [{ changedAfterPosition: String(before) }, 2],
      [{ changedAfterPosition: String(position) }, 1],
    ] as const) {
      const page = await list(secretariat, { ...all, ...query }, await desk.given.number());
      expect([query, page.items.length]).toEqual([query, count]);
    }
  });

  it('shows the round: who answered, who was silent, and who must still speak', async () => {
    const story = new Story('initiative', { lead: 'METI' })
      .inReview()
      .consulted([participant('MLIT'), participant('MOF'), participant('PPC', true)])
      .position('MLIT');
    story.add({ type: 'RoundDeadlinePassed', data: { roundNo: 1 } });
    story.add({ type: 'SilenceRecorded', data: { roundNo: 1, organ: 'MOF', as: 'DEEMED_NO_OPINION' } });
    story.add({ type: 'SilenceRecorded', data: { roundNo: 1, organ: 'PPC', as: 'OVERDUE_EXPLICIT' } });
    const view = await whole(at('PPC'), story.id, await desk.given.tell(story));
    expect(view.round).toMatchObject({ no: 1, state: 'ANSWERING', deadlinePassed: true });
    expect(
      view.round!.participants.map(({ organ, position, silence }) => [organ, position, silence]),
    ).toEqual([
      ['MLIT', 'CONCUR', null],
      ['MOF', null, 'DEEMED_NO_OPINION'],
      ['PPC', null, 'OVERDUE_EXPLICIT'],
    ]);
    expect(view.readers).toEqual(['HQ', 'METI', 'MLIT', 'MOF', 'PPC']);
    expect(view.version).toBe(story.events.length);
  });

  const open = async (principal: Principal, story: Story, no: number) =>
    desk
      .read(principal, ['dossiers'], (rows) => oneVersion(rows, principal, story.id, no))
      .then(
        () => true,
        (error: { type: string }) => error.type !== 'not-found',
      );
  const openTo = async (principal: Principal, story: Story) => {
    const all = await Promise.all([1, 2, 3].map((no) => open(principal, story, no)));
    return [1, 2, 3].filter((_, i) => all[i]);
  };

  it('gives others the versions that were circulated, and the owners all', async () => {
    const story = new Story('initiative', { lead: 'METI' }).drafted().revised().filed().returned();
    const position = await desk.given.tell(story.revised({ title: { en: 'Not yet shown' } }));
    expect((await whole(at('METI'), story.id, position)).versions.map(({ no }) => no)).toEqual([1, 2, 3]);
    expect((await whole(secretariat, story.id)).versions.map(({ no }) => no)).toEqual([2]);
    const again = await desk.given.tell(story.filed());
    expect((await whole(secretariat, story.id, again)).versions.map(({ no }) => no)).toEqual([2, 3]);
    expect(await openTo(secretariat, story)).toEqual([2, 3]);
  });

  it('gives a version to those who could read the dossier while it was the present one', async () => {
    const story = new Story('initiative', { lead: 'METI' }).filed().returned().revised().inReview();
    await desk.given.tell(story.consulted([participant('MOF')]));
    const position = await desk.given.tell(story.position('MOF').concluded());
    expect((await whole(at('MOF'), story.id, position)).versions.map(({ no }) => no)).toEqual([2]);
    expect(await openTo(at('MOF'), story)).toEqual([2]);
    expect(await openTo(secretariat, story)).toEqual([1, 2]);
    await whole(at('MOE'), story.id, await desk.given.tell(story.endorsed()));
    expect(await openTo(at('MOE'), story)).toEqual([2]);
    expect(await openTo(at('MOF'), story)).toEqual([2]);
    expect(await openTo(at('METI'), story)).toEqual([1, 2]);
  });

  it('goes on showing a returned dossier as each circle last saw it', async () => {
    const story = new Story('initiative', { lead: 'METI', title: { en: 'First words' } }).inReview();
    story
      .consulted([participant('MOF'), participant('MOE')])
      .position('MOF', 'OBJECT')
      .returned();
    await desk.given.tell(story.clock('resubmission', 'METI', 60));
    const revised = await desk.given.tell(story.revised({ title: { en: 'Second words' } }));
    for (const reader of [at('MOF'), secretariat]) {
      const view = await whole(reader, story.id, revised);
      expect(view).toMatchObject({ title: { en: 'First words' }, currentVersionNo: 1, stage: 'RETURNED' });
      expect(view.head.title).toEqual({ en: 'First words' });
      expect(view.round).toMatchObject({ state: 'ABANDONED', participants: [{ position: 'OBJECT' }, {}] });
      expect(view.clocks.map(({ clock }) => clock)).toEqual(['resubmission']);
      expect(titles(await list(reader, { q: 'first words' }))).toEqual(['First words']);
      expect(titles(await list(reader, { q: 'second words' }))).toEqual([]);
      expect(await openTo(reader, story)).toEqual([1]);
    }
    expect(await whole(at('METI'), story.id)).toMatchObject({
      title: { en: 'Second words' },
      stage: 'DRAFT',
    });

    story.filed().add({ type: 'ClockStopped', data: { clock: 'resubmission', epoch: 1 } });
    const filed = await desk.given.tell(story);
    expect(await whole(secretariat, story.id, filed)).toMatchObject({ currentVersionNo: 2, stage: 'FILED' });
    expect(await whole(at('MOF'), story.id)).toMatchObject({
      ...{ currentVersionNo: 1, stage: 'RETURNED', clocks: [] },
    });
    expect(titles(await list(at('MOF'), { q: 'second words' }))).toEqual([]);

    await desk.given.tell(story.returned().revised({ title: { en: 'Third words' } }));
    const withdrawn = await desk.given.tell(story.withdrawn());
    for (const [reader, no] of [
      [at('MOF'), 1],
      [secretariat, 2],
      [at('METI'), 3],
    ] as const) {
      expect(await whole(reader, story.id, withdrawn)).toMatchObject({
        ...{ currentVersionNo: no, stage: 'WITHDRAWN', holder: 'nobody' },
      });
      expect((await list(reader, { q: 'words', stage: 'WITHDRAWN' })).items.length).toBe(1);
    }
    await expect(whole(at('DA'), story.id)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('never shows a draft that was withdrawn before anyone saw it', async () => {
    const story = new Story('initiative', { lead: 'METI' }).drafted().withdrawn();
    const position = await desk.given.tell(story);
    await expect(whole(secretariat, story.id, position)).rejects.toMatchObject({ type: 'not-found' });
    expect((await whole(at('METI'), story.id)).stage).toBe('WITHDRAWN');
  });

  it('shows an overlap only to those who may read both dossiers', async () => {
    const other = new Story('initiative', { lead: 'MLIT', title: { en: 'A secret of MLIT' } }).filed();
    await desk.given.tell(other);
    const story = new Story('initiative', { lead: 'METI' }).filed();
    const similar = [{ dossierId: other.id, lead: 'MLIT', title: { en: 'A secret of MLIT' }, score: 0.8 }];
    const position = await desk.given.tell(
      story.add({ type: 'OverlapsFound', data: { versionNo: 1, similar } }),
    );
    expect((await whole(secretariat, story.id, position)).overlaps).toEqual(similar);
    expect((await whole(at('METI'), story.id)).overlaps).toEqual([]);
    const renamed = await desk.given.tell(other.returned().revised({ title: { en: 'Renamed in secret' } }));
    expect((await whole(secretariat, story.id, renamed)).overlaps).toEqual(similar);
    const revised = await desk.given.tell(story.returned().revised());
    expect((await whole(secretariat, story.id, revised)).overlaps).toEqual(similar);
  });

  it('keeps the names of officials from machines downstream', async () => {
    const contact = { bureau: '道路局', name: '山田', extension: '1', email: 'yamada@example.go.jp' };
    const story = new Story('initiative', { contact }).endorsed();
    const position = await desk.given.tell(story);
    expect((await whole(at('MOF', 'DOWNSTREAM'), story.id, position)).head.contact).toEqual({
      bureau: '道路局',
    });
    expect((await whole(at('MOF'), story.id)).head.contact).toEqual(contact);
  });

  it('shows nothing to a person without a role', async () => {
    expect((await list(nobody, {})).items).toEqual([]);
    expect((await list(at('METI', 'PUBLIC'), {})).items).toEqual([]);
  });
});
