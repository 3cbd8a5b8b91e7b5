import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { feedStream, feedSubject, FeedEvent, GapNotice, ledgerStream, ledgerSubject } from '#contracts';
import { connectNats } from '#platform';
import { change, eventsOf, pull } from '../delivery/subscriber';
import { Story } from '../headquarters/given-events';
import { TestApp } from '../support/app';
import { Authority } from '../support/certificates';
import { ConfiguredNats } from '../support/configured-nats';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { describeNats } from '../support/nats';
import { headOf, Original, startCopy } from './world';

const text = readFileSync(join(__dirname, '../../docs/distance.md'), 'utf8');
const [, configuration] = /```conf\n([\s\S]*?)```/.exec(text)! as unknown as [string, string];
const [, subscription] = /feed\.(\w{26})"/.exec(configuration)! as unknown as [string, string];
const env = { PUBLISHER_PASSWORD: 'of-publisher', MIRROR_PASSWORD: 'of-mirror', METI_PASSWORD: 'of-meti' };

/** A guideline whose text is 30 kB. */
const large = () => new Story('guideline', { lead: 'METI', content: { reasons: '理由'.repeat(5_000) } });

describeNats('with the configuration of docs/distance.md', () => {
  let nats: ConfiguredNats;
  let ca: string;
  let original: Original;
  let pulling: TestApp;
  let alone: TestApp;
  const open: NatsConnection[] = [];
  const url = (user: string) => `tls://kyogi_${user}:of-${user}@localhost:${nats.port}`;
  const connect = async (name: string, address: string): Promise<NatsConnection> => {
    const nc = await connectNats({ url: address, ca, name });
    open.push(nc);
    return nc;
  };

  beforeAll(async () => {
    const authority = new Authority('an authority of the ministry');
    const { certificate, key } = authority.issue('localhost');
    nats = await ConfiguredNats.in({ 'server.pem': certificate, 'server.key': key });
    ca = nats.put('ca.pem', authority.pem);
    await nats.serve(configuration, env);
    const NATS_CA_FILE = ca;
    original = await Original.start({ NATS_URL: url('publisher'), NATS_CA_FILE });
    await original.app.register('desk', 'LIAISON', 'METI');
    const terms = { organ: 'METI', name: 'a test', scope: 'organ', transport: { kind: 'nats' } };
    const { status } = await change(original.app, 'desk', subscription, 'open-subscription', terms);
    expect(status).toBe(201);
    [pulling, alone] = await Promise.all([
      startCopy(original, url('mirror'), { NATS_CA_FILE, LEDGER_PULL_URL: original.app.url }),
      startCopy(original, url('mirror'), { NATS_CA_FILE }),
    ]);
  }, 90_000);
  afterAll(async () => {
    for (const nc of open) await nc.close();
    for (const app of [alone, pulling]) await app?.close();
    await original?.close();
    await nats?.stop();
  }, 30_000);

  const arrives = ({ database }: TestApp, head: number): Promise<void> =>
    eventually(async () => expect(await headOf(database.url)).toBe(head), 20_000);

  const delivered = async (): Promise<number> => {
    const sql = `SELECT delivered::int FROM delivery.cursors WHERE subscription_id = $1
                 AND position >= (SELECT max(position) FROM delivery.announcements)`;
    const [row] = await query(original.app.database.url, sql, [subscription]);
    return Number(row?.delivered);
  };

  /** What the consumer of METI gets, in order, until it has so much. */
  const consumed = async (until: number): Promise<(FeedEvent | GapNotice)[]> => {
    const nc = await connect('meti', `tls://meti:of-meti@localhost:${nats.port}`);
    await (
      await jetstreamManager(nc)
    ).consumers.add(feedStream, {
      ...{ name: 'meti', durable_name: 'meti', ack_policy: AckPolicy.Explicit },
      filter_subject: feedSubject('japan', subscription),
    });
    const consumer = await jetstream(nc).consumers.get(feedStream, 'meti');
    const got: (FeedEvent | GapNotice)[] = [];
    for await (const message of await consumer.consume({ expires: 1_000 })) {
      got.push(message.json<FeedEvent | GapNotice>());
      message.ack();
      if (Number(got.at(-1)!.subsequence) >= until) break;
    }
    await nc.flush();
    return got;
  };

  it('the publisher publishes, copies copy and a consumer consumes', async () => {
    const head = await original.given.tell(new Story('guideline', { lead: 'METI' }).accepted());
    for (const copy of [pulling, alone]) await arrives(copy, head);
    expect((await alone.send('/metrics')).text).toMatch(/kyogi_mirror_gaps_total 0/);
    const count = await eventually(async () => {
      const found = await delivered();
      expect(found).toBeGreaterThan(3);
      return found;
    });
    const got = await consumed(count);
    expect(got.map(({ subsequence }) => Number(subsequence))).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    );
    for (const event of got) FeedEvent.parse(event);
  });

  it('nobody may do more', async () => {
    const refused = async (nc: NatsConnection, subject: string, body: object | string = '') => {
      const asked = nc.request(subject, typeof body === 'string' ? body : JSON.stringify(body));
      await expect(asked).rejects.toThrow(`Permissions Violation for Publish to "${subject}"`);
    };
    const mayNotRead = async (nc: NatsConnection, subject: string) => {
      const read = async () => {
        for await (const _ of nc.subscribe(subject)) break;
      };
      await expect(read()).rejects.toThrow(`Permissions Violation for Subscription to "${subject}"`);
    };
    const api = '$JS.API';
    const meti = await connect('meti', `tls://meti:of-meti@localhost:${nats.port}`);
    const ofAnother = feedSubject('japan', '01JZ0000000000000000000000');
    for (const subject of [
      ...[ledgerSubject('japan'), ofAnother, feedSubject('japan', subscription)],
      ...[`${api}.STREAM.MSG.GET.${feedStream}`, `${api}.DIRECT.GET.${feedStream}`],
      ...[`${api}.CONSUMER.CREATE.${feedStream}`, `${api}.CONSUMER.CREATE.${feedStream}.meti`],
      ...[`${api}.CONSUMER.CREATE.${feedStream}.meti.${ofAnother}`, `${api}.STREAM.DELETE.${feedStream}`],
      ...[`${api}.CONSUMER.DURABLE.CREATE.${feedStream}.meti`, `${api}.STREAM.INFO.${ledgerStream}`],
    ])
      await refused(meti, subject);
    for (const subject of ['>', '_INBOX.>', '_INBOX_kyogi_mirror.>', ledgerSubject('japan'), 'kyogi.>'])
      await mayNotRead(meti, subject);
    // What the subject says is allowed, and what the body says is not it.
    const own = `${api}.CONSUMER.CREATE.${feedStream}.meti.${feedSubject('japan', subscription)}`;
    const config = { name: 'meti', durable_name: 'meti', ack_policy: 'explicit', filter_subject: ofAnother };
    const { error } = (await meti.request(own, JSON.stringify({ stream_name: feedStream, config }))).json<{
      error?: { description: string };
    }>();
    expect(error?.description).toMatch(/did not match filtered subject/);
    const mirror = await connect('kyogi:mirror', url('mirror'));
    for (const subject of [
      ...[ledgerSubject('japan'), `${api}.STREAM.MSG.DELETE.${ledgerStream}`],
      ...[`${api}.STREAM.PURGE.${ledgerStream}`, `${api}.STREAM.MSG.GET.${feedStream}`],
    ])
      await refused(mirror, subject);
    const publisher = await connect('kyogi:publisher', url('publisher'));
    for (const operation of ['DELETE', 'PURGE', 'UPDATE'])
      await refused(publisher, `${api}.STREAM.${operation}.${ledgerStream}`);
    await mayNotRead(publisher, '_INBOX_kyogi_mirror.>');
    // But take out what was erased: here there is no such message.
    const erase = publisher.request(`${api}.STREAM.MSG.DELETE.${feedStream}`, '{"seq":999999}');
    expect((await erase).string()).toContain('stream_msg_delete_response');
  });

  it('what is larger than the servers take stops nothing, is told of, and is fetched by pull', async () => {
    const before = await delivered();
    await nats.serve(configuration.replace('8MB', '16KB'), env);
    // The last one there is: nothing comes behind it by which it would be missed.
    const last = await original.given.tell(large().drafted());
    await arrives(pulling, last);
    await eventually(async () => {
      const { text } = await alone.send('/metrics');
      expect(text).toMatch(/kyogi_mirror_gaps_total [1-9]/);
      expect(text).toMatch(/kyogi_mirror_stalled 1/);
    }, 20_000);
    expect(await headOf(alone.database.url)).toBe(last - 1);
    await arrives(pulling, await original.given.tell(large().filed()));
    await eventually(async () => expect(await delivered()).toBeGreaterThan(before + 3));
    const got = await consumed(await delivered());
    expect(got.map(({ subsequence }) => Number(subsequence))).toEqual(got.map((_, i) => before + 1 + i));
    const notices = got.filter(({ type }) => type === 'org.kyogi.delivery-gap.v1');
    expect(notices).toHaveLength(2);
    for (const notice of notices.map((one) => GapNotice.parse(one))) {
      const asked = { after: Number(notice.prevsequence), limit: 1 };
      const [event] = eventsOf(await pull(original.app, 'desk', subscription, asked));
      expect(event).toMatchObject({ subsequence: notice.subsequence, id: notice.data.eventId });
      expect(JSON.stringify(event)).toContain('理由'.repeat(5_000));
    }
    const [row] = await query(
      pulling.database.url,
      `SELECT count(*)::int AS large FROM events WHERE octet_length(data::text) > 16384`,
    );
    expect(row).toEqual({ large: 2 });
    expect((await original.app.send('/metrics')).text).toMatch(/kyogi_jetstream_omitted_total 4/);
  });

  it('so does what is larger than an operator lets a stream take', async () => {
    await nats.serve(configuration.replace(/authorization[^]*/, ''));
    const jsm = await jetstreamManager(await connect('operator', `tls://localhost:${nats.port}`));
    await jsm.streams.update(ledgerStream, { max_msg_size: 16_384 });
    const small = await original.given.tell(new Story().drafted());
    await eventually(async () => expect((await jsm.streams.info(ledgerStream)).state.last_seq).toBe(small));
    await arrives(pulling, await original.given.tell(large().filed()));
    const head = await headOf(pulling.database.url);
    await eventually(async () => expect((await jsm.streams.info(ledgerStream)).state.last_seq).toBe(head));
  });
});
