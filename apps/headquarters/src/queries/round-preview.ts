import { Problem, type Cabinet, type RoundPreviewView } from '#contracts';
import { leads, localDate, previewRound, type Setting } from '#domain';
import { calendarFor } from '../business-time.js';
import type { CaseDesk, CaseRequest } from '../cases/cases.js';
import type { RoundPreviewQuery } from '../http/time-requests.js';
import { sightOf } from '#sight';
import type { Read, Readers } from '../read-models/readers.js';
import { returnsDue } from './load.js';

const MODELS = ['dwell'] as const;

/** Nothing is signed or stored by a preview. */
const settingOf = (cabinet: Cabinet): Setting => ({
  cabinet,
  calendar: calendarFor(cabinet),
  digest: () => '',
});

const warningsOf = (full: readonly { organ: string; returns: number }[], day: string): string[] =>
  full.map(({ organ, returns }) => `${organ} already has ${returns} returns due on ${day}.`);

/**
 * What OpenRound would do now, and whose desks are full on its day. For the leads of the dossier and the secretariat.
 * Throws not-found, not-permitted.
 */
export async function readRoundPreview(
  { desk, readers, cabinet }: { desk: CaseDesk; readers: Readers; cabinet: Cabinet },
  request: CaseRequest,
  { kind, dueAt }: RoundPreviewQuery,
): Promise<Read<RoundPreviewView>> {
  const { present, position } = await desk.open(request);
  const { dossier, dossierId } = present;
  const eyes = sightOf(request.principal, cabinet.headquarters);
  if (![...leads(dossier), cabinet.headquarters].some((organ) => eyes.includes(organ)))
    throw new Problem(
      'not-permitted',
      'A round is planned by the leads of the dossier and the secretariat.',
      { rule: 'role' },
    );
  const setting = settingOf(cabinet);
  const preview = previewRound(dossier, { kind, dueAt }, request.now, setting);
  const due = new Date(dueAt ?? preview.earliestDueAt).toISOString();
  const { timeZone } = setting.calendar;
  const day = localDate(due, timeZone);
  const organs = preview.participants.filter(({ mode }) => mode !== 'INFORM').map(({ organ }) => organ);
  const { answer } = await readers.read({ principal: request.principal, models: MODELS }, (rows) =>
    returnsDue(rows, { organs, from: day, to: day, timeZone }),
  );
  const { deadline, participants, minimumDays, basis, earliestDueAt, obstacle = null } = preview;
  const full = answer.filter(({ returns }) => returns >= cabinet.policy.loadWarning);
  return {
    position,
    answer: {
      ...{ dossierId, kind, versionNo: dossier.current.no, participants: [...participants] },
      ...{ minimumDays, basis, earliestDueAt, dueAt: due, obstacle },
      warnings: [
        ...(deadline.ok
          ? []
          : [
              `dueAt ${due} is ${deadline.reason.replaceAll('-', ' ')}; the earliest due time is ${deadline.earliest}.`,
            ]),
        ...warningsOf(full, day),
      ],
    },
  };
}
