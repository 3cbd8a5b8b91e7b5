import { readFile } from 'node:fs/promises';
import type { LedgerDigest, LedgerPage } from '#contracts';

/** Milliseconds an answer may take beyond the time it was asked to wait. */
const PATIENCE_MS = 20_000;
/** A digest of everything takes the original its time. */
const DIGEST_MS = 300_000;

/** The ledger of a delivery process elsewhere, asked over HTTP. Every method throws when it is away or refuses. */
export class LedgerPull {
  /**
   * @param url address of the delivery process
   * @param tokenFile path of the access token, read anew for every request; absent: none is sent
   */
  constructor(
    private readonly url: string,
    private readonly tokenFile: string | undefined,
  ) {}

  /** Events behind a position; waits so many seconds for the first. */
  page(after: number, waitSeconds: number, signal?: AbortSignal): Promise<LedgerPage> {
    const query = `after=${after}&limit=500&wait=${waitSeconds}`;
    return this.get<LedgerPage>(`/v1/ledger?${query}`, waitSeconds * 1_000 + PATIENCE_MS, signal);
  }

  /** What the original says of its events up to a position. */
  digest(upTo: number): Promise<LedgerDigest> {
    return this.get<LedgerDigest>(`/v1/ledger/digest?upTo=${upTo}`, DIGEST_MS);
  }

  private async get<Answer>(path: string, timeoutMs: number, signal?: AbortSignal): Promise<Answer> {
    const token = this.tokenFile && (await readFile(this.tokenFile, 'utf8')).trim();
    const answer = await fetch(new URL(path, this.url), {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
    });
    if (!answer.ok) throw new Error(`the ledger's feed answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }
}
