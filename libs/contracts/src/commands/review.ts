import { z } from 'zod';
import { OrganSlug, line, prose } from '../common.js';
import { command } from '../message.js';
import { Nothing, Reason } from './parts.js';

const PersonId = line(60);

/** What the secretariat does with a filing, and who of it may. */
export const reviewCommands = [
  command(
    'AcceptDossier',
    'Receive a filing after the completeness check.',
    { SECR_INTAKE: 'secretariat' },
    Nothing,
  ),
  command(
    'ReturnDossier',
    'Return a filing for correction, with the reasons.',
    { SECR_INTAKE: 'secretariat', SECR_APPROVER: 'secretariat' },
    z.strictObject({ reasons: z.array(prose(1_000)).min(1).max(50) }),
  ),
  command(
    'RequestLegalCheck',
    'Send the consulted text to the legal check (order, or a text that cites law).',
    { LIAISON: 'lead', SECR_REVIEWER: 'secretariat' },
    Nothing,
  ),
  command(
    'RecordLegalCheck',
    'Record what the legal check found: by the reviewing bureau, or by the legal division of the lead.',
    { LIAISON: 'participant' },
    z.strictObject({
      organ: OrganSlug,
      finding: z.enum(['PASSED', 'OBJECTIONS']),
      notes: prose(4_000).optional(),
    }),
  ),
  command(
    'BeginReview',
    'Take a dossier into substantive review.',
    { SECR_REVIEWER: 'secretariat' },
    Nothing,
  ),
  command(
    'ReportReview',
    'Close the substantive review of a guideline with its findings.',
    { SECR_REVIEWER: 'secretariat' },
    z.strictObject({ findings: prose(10_000) }),
  ),
  command(
    'RecuseOfficer',
    'Take an officer of the secretariat off this dossier (回避): an officer for themself, the director for anybody.',
    {
      SECR_INTAKE: 'secretariat',
      SECR_REVIEWER: 'secretariat',
      SECR_APPROVER: 'secretariat',
      SECR_DIRECTOR: 'secretariat',
    },
    z.strictObject({ person: PersonId, reason: prose(2_000) }),
  ),
  command(
    'OverrideRecusal',
    'Let a recused officer act on this dossier nevertheless, with the reason; never for oneself.',
    { SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ person: PersonId, reason: prose(2_000) }),
  ),
  command(
    'EndorseDossier',
    'Take an initiative into the headquarters portfolio, with or without conditions.',
    { SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ conditions: z.array(prose(1_000)).max(20).default([]) }),
  ),
  command(
    'DeclineToEndorse',
    'Leave an initiative outside the portfolio; the ministry stays free to act.',
    { SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    Reason,
  ),
] as const;
