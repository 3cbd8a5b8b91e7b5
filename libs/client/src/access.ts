import { problemOf, KyogiProblem } from './problem.js';

/** How a process of Kyogi is reached. */
export interface Access {
  /** Address of the process, e.g. https://delivery.kyogi.example. */
  url: string;
  /** A bearer token, or what gives one that is valid now; asked before every request. */
  token?: string | (() => string | Promise<string>);
  /** Another fetch, for a proxy or a test. */
  fetch?: typeof fetch;
}

export const bearer = async ({ token }: Access): Promise<Record<string, string>> => {
  const value = typeof token === 'function' ? await token() : token;
  return value === undefined ? {} : { authorization: `Bearer ${value}` };
};

/** One request. Throws KyogiProblem for a refusal, and whatever fetch throws when nobody answers. */
export const request = async (
  access: Access,
  path: string,
  { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> => {
  const { fetch: send = fetch } = access;
  const url = `${access.url.replace(/\/$/, '')}${path}`;
  const response = await send(url, { ...init, headers: { ...(await bearer(access)), ...headers } });
  if (!response.ok) throw await problemOf(response);
  return response;
};

/** Whether trying again may help: nobody answered, or a refusal for now. What is no sense stays. */
export const isPassing = (error: unknown): boolean =>
  error instanceof KyogiProblem
    ? error.status === 429 || error.status >= 500
    : !(error instanceof RangeError);
