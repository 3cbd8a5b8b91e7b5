import type { Role } from '#contracts';
import { comment, reviewedGuideline } from '../public-comment/held';
import type { CabinetAtWork } from '../support/cabinet-at-work';
import { medicalGuideline } from '../scenarios/texts';

const director = (cabinet: CabinetAtWork) => cabinet.as('HQ', 'SECR_DIRECTOR');
const hub = (cabinet: CabinetAtWork, organ: string) => cabinet.as(organ, 'LIAISON');

/** Through the meeting on a day to the decision. */
const decided = async (cabinet: CabinetAtWork, id: string, lead: string, day: string): Promise<void> => {
  await hub(cabinet, lead).does(id, 'request-final-approval');
  await cabinet.as(lead, 'MIN_APPROVER').does(id, 'approve-dossier');
  await hub(cabinet, lead).does(id, 'lodge-item', { meetingOn: day });
  await cabinet.clockIs(`${day} 10:30`);
  for (const agenda of ['DRAFT', 'FINAL'])
    await cabinet.as('HQ', 'SECR_APPROVER').does(id, 'place-on-agenda', { agenda });
  const decision = { decidedOn: day, reference: '第5回本部決定' };
  await director(cabinet).does(id, 'decide-dossier', decision);
};

/** What DA's guideline goes through, each step with its name, from its filing to the day it is in force. */
export const commentedGuideline = async (
  cabinet: CabinetAtWork,
  after: (step: string, id: string) => Promise<void>,
): Promise<string> => {
  await cabinet.clockIs('2026-06-01 10:00');
  const id = await reviewedGuideline(cabinet);
  await after('reviewed', id);
  await hub(cabinet, 'DA').does(id, 'open-public-comment', { closeOn: '2026-06-20' });
  for (const text of ['経過措置を。', '経過措置を', '賛成'])
    await comment(cabinet, id, { text, name: '田中 花子' });
  await after('commented', id);
  await cabinet.clockIs('2026-06-22 10:00');
  const lead = hub(cabinet, 'DA');
  const answer = { changeMade: false, response: '=原案のとおり。' };
  await lead.does(id, 'dispose-comments', { groupNo: 1, count: 2, gist: '経過措置', ...answer });
  await lead.does(id, 'dispose-comments', { groupNo: 2, count: 1, gist: '賛成', ...answer });
  await after('disposed', id);
  await decided(cabinet, id, 'DA', '2026-08-06');
  await after('decided', id);
  const result = { url: 'https://public-comment.e-gov.go.jp/1', publishedOn: '2026-08-06' };
  await lead.does(id, 'publish-comment-result', result);
  await after('result published', id);
  const where = { url: 'https://www.digital.go.jp/ai', language: 'ja', publishedOn: '2026-08-06' };
  await lead.does(id, 'publish-dossier', where);
  await after('published', id);
  await lead.does(id, 'activate-dossier');
  await after('in force', id);
  return id;
};

/** MHLW's guideline of G4, decided with a reservation of METI and published on a day; `head` changes its head. */
export const reservedGuideline = async (
  cabinet: CabinetAtWork,
  day: string,
  head: object,
): Promise<string> => {
  const [mhlw, meti] = [hub(cabinet, 'MHLW'), hub(cabinet, 'METI')];
  const draft = { ...medicalGuideline, head: { ...medicalGuideline.head, ...head } };
  const id = await cabinet.files('MHLW', 'guideline', draft);
  const hq = (role: Role) => cabinet.as('HQ', role);
  await hq('SECR_INTAKE').does(id, 'accept-dossier');
  await mhlw.does(id, 'open-round', {});
  const thread = {
    kind: 'OPINION',
    weight: 'MUST',
    clauseId: 'c7',
    body: '開発を萎縮させる。削除されたい。',
  };
  await meti.does(id, 'raise-thread', { roundNo: 1, organ: 'METI', thread });
  const [opened] = await cabinet.events(id, 'RoundOpened');
  for (const { organ } of opened!.data.participants as { organ: string }[])
    if (organ !== 'METI')
      await hub(cabinet, organ).does(id, 'set-position', { roundNo: 1, organ, position: 'CONCUR' });
  await meti.does(id, 'set-position', { roundNo: 1, organ: 'METI', position: 'OBJECT' });
  for (const _level of [1, 2])
    await meti.does(id, 'escalate-thread', { thread: 'METI#1', organ: 'METI', reason: '合意に至らない' });
  await meti.does(id, 'reserve-thread', { thread: 'METI#1', reason: '局長級でも合意に至らず留保する。' });
  await meti.does(id, 'attach-statement', { organ: 'METI', text: '施行後一年を目途に検証を求める。' });
  await mhlw.does(id, 'conclude-round', { roundNo: 1 });
  await hq('SECR_REVIEWER').does(id, 'begin-review');
  await hq('SECR_REVIEWER').does(id, 'report-review', { findings: '留保一件。' });
  await decided(cabinet, id, 'MHLW', day);
  const where = { url: 'https://www.mhlw.go.jp/ai', language: 'ja', publishedOn: day };
  await mhlw.does(id, 'publish-dossier', where);
  return id;
};
