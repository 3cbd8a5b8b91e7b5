import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connectNats } from '#platform';
import { eventually } from './eventually';
import { freePort } from './free-port';
import { NatsProcess } from './nats-process';

const isInstalled = (): boolean => {
  try {
    execFileSync('nats-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Whether there is a nats-server; where KYOGI_NATS is `required`, there must be one. */
export const hasNats = process.env.KYOGI_NATS === 'required' || isInstalled();

/** `describe`, or a skipped one whose name says why. */
export const describeNats = (name: string, body: () => void): void =>
  hasNats ? describe(name, body) : describe.skip(`${name} (skipped: no nats-server is installed)`, body);

class Node {
  private readonly server: NatsProcess;

  constructor(
    readonly port: number,
    readonly clusterPort: number,
    private readonly folder: string,
    private readonly name: string,
  ) {
    this.server = new NatsProcess(folder);
  }

  configure(nodes: readonly Node[]): void {
    mkdirSync(this.folder, { recursive: true });
    const routes = nodes.map(({ clusterPort }) => `"nats://127.0.0.1:${clusterPort}"`).join(', ');
    const cluster = `cluster { name: test, listen: "127.0.0.1:${this.clusterPort}", routes: [${routes}] }`;
    const lines = [
      ...[`server_name: ${this.name}`, `listen: "127.0.0.1:${this.port}"`, 'max_payload: 8MB'],
      ...[`jetstream { store_dir: "${join(this.folder, 'data')}" }`, nodes.length > 1 ? cluster : ''],
    ];
    writeFileSync(join(this.folder, 'nats.conf'), lines.join('\n'));
  }

  start(): void {
    this.server.start(['-c', 'nats.conf', '-l', 'log']);
  }

  kill(): Promise<void> {
    return this.server.kill();
  }

  wipe(): void {
    rmSync(join(this.folder, 'data'), { recursive: true, force: true });
  }
}

/** NATS servers with JetStream on loopback, one or a cluster of three; always at the same addresses. */
export class TestNats {
  private constructor(
    private readonly folder: string,
    private readonly nodes: Node[],
  ) {}

  static async start(size: 1 | 3): Promise<TestNats> {
    const folder = mkdtempSync(join(tmpdir(), 'kyogi-nats-'));
    const nodes: Node[] = [];
    for (let i = 0; i < size; i++)
      nodes.push(new Node(await freePort(), await freePort(), join(folder, `n${i}`), `n${i}`));
    for (const node of nodes) node.configure(nodes);
    const nats = new TestNats(folder, nodes);
    for (const node of nodes) node.start();
    await nats.ready();
    return nats;
  }

  get url(): string {
    return this.nodes.map(({ port }) => `nats://127.0.0.1:${port}`).join(',');
  }

  /** Until JetStream answers. */
  ready(): Promise<void> {
    return eventually(() => this.ask(async (jsm) => void (await jsm.getAccountInfo())), 30_000, 100);
  }

  /** Something asked on a connection of its own. */
  async ask<T>(question: (jsm: JetStreamManager, nc: NatsConnection) => Promise<T>): Promise<T> {
    const nc = await connectNats({ url: this.url, name: 'test' });
    try {
      return await question(await jetstreamManager(nc), nc);
    } finally {
      await nc.close();
    }
  }

  /** Name of the node that leads a stream, and its number. */
  async leaderOf(stream: string): Promise<number> {
    const { cluster } = await this.ask((jsm) => jsm.streams.info(stream));
    return Number(/\d+$/.exec(cluster?.leader ?? '')?.[0] ?? 0);
  }

  /** kill -9 of one node. */
  async kill(i: number): Promise<void> {
    await this.nodes[i]!.kill();
  }

  revive(i: number): void {
    this.nodes[i]!.start();
  }

  /** kill -9 of all nodes, and nothing of what they stored is left. */
  async wipe(): Promise<void> {
    for (const node of this.nodes) await node.kill();
    for (const node of this.nodes) node.wipe();
    for (const node of this.nodes) node.start();
    await this.ready();
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
