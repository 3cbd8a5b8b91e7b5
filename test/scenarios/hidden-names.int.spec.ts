import { CabinetAtWork } from '../support/cabinet-at-work';
import { drivingGuideline } from './texts';

/* A round in which nobody is to follow the herd: until the due time participants do not learn who said what, whatever they look at. */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const says = (organ: string, command: string, data: object) =>
  hub(organ).does(id, command, { roundNo: 1, organ, ...data });

/** Everything that headquarters shows about the dossier. */
const everything = async (organ: string): Promise<[path: string, text: string][]> => {
  const then = `?at=${cabinet.instant('2026-06-08 10:00')}`;
  const of = ['', '/timeline?limit=200', '/consultation', `/as-of${then}`, '/explain', '/consultation.html'];
  const paths = [
    ...[...of, `/as-of.html${then}`, '/documents/opinion-table.csv'].map(
      (part) => `/v1/dossiers/${id}${part}`,
    ),
    ...['/v1/dossiers', `/v1/inbox?organ=${organ}&limit=200`, '/v1/late', '/v1/dwell?by=organ', '/v1/board'],
    `/v1/precedents?q=${encodeURIComponent('走行データ')}`,
  ];
  return Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await hub(organ).readsText(path)]),
  );
};
const shows = async (organ: string, what: RegExp) =>
  (await everything(organ)).filter(([, text]) => what.test(text)).map(([path]) => path.replace(id, ':id'));

/** What tells of NPA more than that it is asked. */
const deeds =
  /"organ":"NPA","sentence"|NPA#1|交通局|NPAの|NPAが|NPAは|at the request of NPA|"organ":"NPA"[^}]*"position":"/;

describe('a round with hidden names', () => {
  it('is one in which NPA says all it can', async () => {
    id = await cabinet.files('MLIT', 'guideline', drivingGuideline);
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await hub('MLIT').does(id, 'open-round', { hideNames: true });
    await cabinet.clockIs('2026-06-02 10:00');
    const thread = {
      kind: 'OPINION',
      weight: 'MUST',
      clauseId: 'c2',
      body: '走行データに交通安全の目的を。',
    };
    await says('NPA', 'raise-thread', { thread });
    await says('NPA', 'set-position', { position: 'OBJECT', comment: '同意できない。' });
    await says('NPA', 'allocate-desk', { desk: '交通局' });
    await says('NPA', 'object-allocation', { claim: 'ALSO', also: 'JMA', reason: '気象を扱う。' });
    await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'rule-on-allocation', {
      ...{ roundNo: 1, objectionNo: 1, ruling: 'UPHELD', reason: '気象を扱う。' },
    });
    await hub('NPA').does(id, 'attach-statement', { organ: 'NPA', text: '慎重に。' });
    const answer = { thread: 'NPA#1', answer: '加えない。', disposition: 'NOT_ADOPTED' };
    await cabinet.as('MLIT', 'DESK').does(id, 'answer-thread', answer);
    await hub('NPA').does(id, 'reopen-thread', { thread: 'NPA#1', body: '再考されたい。' });
    await hub('NPA').does(id, 'escalate-thread', { thread: 'NPA#1', organ: 'NPA', reason: '合意できない。' });
    const memorandum = { organ: 'MLIT', threads: ['NPA#1'], clauseIds: ['c2'], text: '確認事項' };
    await hub('MLIT').does(id, 'record-memorandum', memorandum);
    await cabinet.clockIs('2026-06-08 10:00');
  });

  it('shows the other participants what was said, and nowhere by whom', async () => {
    const { threads, rounds } = await cabinet.reads('MOF', `/v1/dossiers/${id}/consultation`);
    expect(threads).toMatchObject([{ organ: null, ref: '*#1', body: '走行データに交通安全の目的を。' }]);
    expect(rounds[0].unnamed).toMatchObject([{ position: 'OBJECT', comment: '同意できない。' }]);
    expect(await shows('MOF', deeds)).toEqual([]);
    expect((await cabinet.reads('MOF', '/v1/late')).upcoming).not.toContainEqual(
      expect.objectContaining({ kind: 'escalation' }),
    );
  });

  it('hides nothing from the lead, from the secretariat and from NPA itself', async () => {
    for (const organ of ['MLIT', 'NPA'])
      expect(await shows(organ, /NPA#1/)).toEqual(
        expect.arrayContaining(['/v1/dossiers/:id', '/v1/dossiers/:id/timeline?limit=200', '/v1/late']),
      );
    const { upcoming } = await cabinet.reads('HQ', '/v1/late?organ=MLIT');
    expect(upcoming).toMatchObject([{ kind: 'escalation', threads: ['NPA#1'] }]);
  });

  it('names everybody once the due time has passed', async () => {
    await cabinet.clockIs('2026-06-15 17:01');
    const { threads, rounds } = await cabinet.reads('MOF', `/v1/dossiers/${id}/consultation`);
    expect([threads[0].ref, rounds[0].unnamed]).toEqual(['NPA#1', []]);
  });
});
