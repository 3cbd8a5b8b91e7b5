import { eventually } from '../support/eventually.js';
import { dataOf, eventsOf, openOffice, passTime, type Office } from './office.js';

describe.each([
  ['Redis', { REDIS_URL: process.env.TEST_REDIS_URL }],
  ['PostgreSQL alone', {}],
])('the review of a filing, hinted through %s,', (_, environment) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(environment);
  });
  afterAll(() => office?.close());

  it('checks a complete filing and finds nothing missing', async () => {
    const id = await office.file({});
    const [found] = await eventually(async () => {
      const checked = await dataOf(office.url, id, 'CompletenessChecked');
      expect(checked).toHaveLength(1);
      return checked;
    });
    expect(found).toEqual({ versionNo: 1, missing: [] });
  });

  it('finds a similar filing of another ministry, by its Japanese title, once', async () => {
    const first = await office.file({
      lead: 'MIC',
      title: { ja: '消防分野における119番通報の音声認識AIの実証' },
      summary: '119番通報の音声を文字に起こし、指令員の聞き取りを助ける。',
      description: '三つの消防本部で、通報の音声認識を試行し、聞き取りの時間を比べる。',
    });
    const second = await office.file({
      lead: 'NPA',
      title: { ja: '110番通報における音声認識AIの実証' },
      summary: '110番通報の音声を文字に起こし、受理担当の聞き取りを助ける。',
      description: '二つの県警で、通報の音声認識を試行し、聞き取りの時間を比べる。',
    });
    const [found] = await eventually(async () => {
      const overlaps = await dataOf(office.url, second, 'OverlapsFound');
      expect(overlaps).toHaveLength(1);
      return overlaps;
    }, 15_000);
    expect((found?.similar as object[])[0]).toMatchObject({ dossierId: first, lead: 'MIC' });
  }, 20_000);

  it('warns and then accepts unchecked at the due time, in this order, when the clock has run', async () => {
    const id = await office.file({});
    await passTime(office.url, id, 24 * 30);
    await eventually(async () => expect(await eventsOf(office.url, id)).toContain('DossierAccepted'));
    const clocks = (await eventsOf(office.url, id)).filter((type) => /Clock|Accepted/.test(type));
    expect(clocks.slice(clocks.indexOf('ClockWarned'))).toEqual([
      'ClockWarned',
      'ClockDue',
      'DossierAccepted',
      'ClockStopped',
    ]);
  }, 20_000);

  it('counts its runs and shows its work', async () => {
    const metrics = await office.metrics();
    expect(metrics).toMatch(/kyogi_work_runs_total\{name="completeness",outcome="done",by="\w+"\} [1-9]/);
    expect(metrics).toMatch(/kyogi_work_items\{state="dead"\} 0/);
  });
});
