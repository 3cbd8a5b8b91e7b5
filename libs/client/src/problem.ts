/** An answer that is a problem document (RFC 9457): `type` is of a closed list, `detail` says what to change. */
export class KyogiProblem extends Error {
  override readonly name = 'KyogiProblem';
  constructor(
    readonly status: number,
    /** Last part of the document's `type`, e.g. `version-stale`. */
    readonly type: string,
    readonly detail: string,
    /** The whole document. */
    readonly document: Readonly<Record<string, unknown>>,
    /** Milliseconds after which it may be tried again, when the answer says so. */
    readonly retryAfterMs?: number,
  ) {
    super(`${status} ${type}: ${detail}`);
  }
}

const secondsOf = (header: string | null): number | undefined => {
  if (header === null || !/^\d+$/.test(header)) return undefined;
  return Number(header);
};

/** What a refusal says. A body that is no problem document (of a proxy, say) becomes one of type `unknown`. */
export const problemOf = async (response: Response): Promise<KyogiProblem> => {
  const text = await response.text().catch(() => '');
  const document = parsed(text);
  const type = typeof document.type === 'string' ? document.type : 'unknown';
  const detail = typeof document.detail === 'string' ? document.detail : text.slice(0, 500);
  const seconds = secondsOf(response.headers.get('retry-after'));
  return new KyogiProblem(
    response.status,
    type.slice(type.lastIndexOf('/') + 1),
    detail,
    document,
    seconds === undefined ? undefined : seconds * 1_000,
  );
};

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
