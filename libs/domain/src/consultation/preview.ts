import { Problem, type Command, type DomainEvent, type Participant } from '#contracts';
import { checkDeadline, earliestDue, localDate, type DeadlineCheck } from '../clock/index.js';
import type { Dossier } from '../dossier/state.js';
import type { Setting } from '../setting.js';
import { affectedParticipants } from './delta.js';
import { minimumOf } from './minimum.js';
import { openRound } from './open.js';
import { computeParticipants } from './participants.js';
import { consultationOf } from './round.js';
import { deltaOf, partsSince } from './since.js';

type Open = Command<'OpenRound'>;
type Kind = 'FULL' | 'DELTA' | 'EXPEDITED';

/** What OpenRound would do now. Nothing is decided by it. */
export interface RoundPreview {
  participants: readonly Participant[];
  minimumDays: number;
  basis: string;
  /** First lawful due time. */
  earliestDueAt: string;
  /** Whether the wanted due time is lawful. */
  deadline: DeadlineCheck;
  /** Why it would be refused now, whatever the due time. */
  obstacle?: string;
}

/** As whoever may open a round of the kind would ask. */
const asked = (dossier: Dossier, kind: Kind, at: string): Open => ({
  name: 'OpenRound',
  dossierId: '',
  at,
  actor:
    kind === 'EXPEDITED'
      ? { person: '', organ: '', role: 'SECR_APPROVER' }
      : { person: '', organ: dossier.current.body.head.lead, role: 'LIAISON' },
  data: { kind, participants: [], hideNames: false, ...(kind === 'EXPEDITED' && { reason: '?' }) },
});

/** The round that would be opened, or why none would be. */
const tried = (dossier: Dossier, kind: Kind, at: string, setting: Setting) => {
  try {
    const events: DomainEvent[] = openRound(dossier, asked(dossier, kind, at), setting);
    const opened = events.find((event) => event.type === 'RoundOpened');
    return opened?.type === 'RoundOpened' ? { opened: opened.data } : {};
  } catch (error) {
    if (error instanceof Problem) return { obstacle: error.detail };
    throw error;
  }
};

/** Who would be asked and why, and how soon an answer could be due; also while something still stands in the way of the round. */
export const previewRound = (
  dossier: Dossier,
  { kind, dueAt }: { kind: Kind; dueAt?: string | undefined },
  at: string,
  setting: Setting,
): RoundPreview => {
  const { cabinet, calendar } = setting;
  const { body } = dossier.current;
  const held = consultationOf(dossier.rounds).length > 0;
  const isDelta = held && kind !== 'FULL';
  const { opened, obstacle } = tried(dossier, kind, at, setting);
  const changes = isDelta ? deltaOf(dossier).changes : [];
  const minimum = minimumOf(kind, body, changes, cabinet.policy, partsSince(dossier));
  const date = localDate(at, calendar.timeZone);
  const computed = () =>
    isDelta ? affectedParticipants(dossier, setting, date, []) : computeParticipants(body, cabinet, date, []);
  const earliestDueAt = earliestDue(calendar, at, minimum.days, minimum.hours);
  return {
    participants: opened?.participants ?? computed(),
    minimumDays: minimum.days,
    basis: minimum.basis,
    earliestDueAt,
    deadline: dueAt === undefined ? { ok: true } : checkDeadline(calendar, at, dueAt, minimum),
    ...(obstacle !== undefined && { obstacle }),
  };
};
