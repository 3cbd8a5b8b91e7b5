import { dossierType, type Role } from '#contracts';
import type { Answered } from '../support/app';
import type { CabinetAtWork } from '../support/cabinet-at-work';

/** A guideline of DA with which every organ concurred, reviewed by the secretariat; an order has passed its legal check. @returns its id */
export const reviewedGuideline = async (cabinet: CabinetAtWork, isOrder = false): Promise<string> => {
  const { content: example } = dossierType('guideline').example;
  const content = { ...example, ...(isOrder && { instrumentClass: 'ADMINISTRATIVE_GUIDANCE' }) };
  const hq = (role: Role) => cabinet.as('HQ', role);
  const lead = cabinet.as('DA', 'LIAISON');
  const id = await cabinet.files('DA', 'guideline', { content });
  await hq('SECR_INTAKE').does(id, 'accept-dossier');
  await lead.does(id, 'open-round', {});
  const [opened] = await cabinet.events(id, 'RoundOpened');
  for (const { organ } of opened!.data.participants as { organ: string }[])
    await cabinet.as(organ, 'LIAISON').does(id, 'set-position', { roundNo: 1, organ, position: 'CONCUR' });
  await lead.does(id, 'conclude-round', { roundNo: 1 });
  if (isOrder) {
    await lead.does(id, 'request-legal-check');
    const passed = { organ: 'CLB', finding: 'PASSED' };
    await cabinet.as('CLB', 'LIAISON').does(id, 'record-legal-check', passed);
  }
  await hq('SECR_REVIEWER').does(id, 'begin-review');
  await hq('SECR_REVIEWER').does(id, 'report-review', { findings: '基本計画と整合する。' });
  return id;
};

/** Sends a comment without signing in. */
export const comment = (cabinet: CabinetAtWork, id: string, body: object): Promise<Answered> =>
  cabinet.intake.send(`/v1/public-comments/${id}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

/** What the leads read. */
export const groups = async (
  cabinet: CabinetAtWork,
  id: string,
  person: string,
  query = '',
): Promise<Answered> =>
  cabinet.intake.send(`/v1/public-comments/${id}/groups${query}`, {
    token: await cabinet.intake.tokenOf(person),
  });
