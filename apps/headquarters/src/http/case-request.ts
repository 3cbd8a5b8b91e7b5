import type { Principal } from '#contracts';
import { requested } from '#platform';
import type { CaseRequest } from '../cases/cases.js';
import { DossierParams, minPositionOf } from './requests.js';

export type HeaderMap = Record<string, string | string[] | undefined>;

/** What every question about one case says. Throws invalid-request. */
export const caseRequest = (
  principal: Principal,
  params: unknown,
  headers: HeaderMap,
  now: Date,
): CaseRequest => ({
  principal,
  dossierId: requested(DossierParams, params).id,
  minPosition: minPositionOf(headers),
  now: now.toISOString(),
});
