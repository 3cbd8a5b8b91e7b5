import { z } from 'zod';
import { LocalDate, Ulid, line, prose } from '../common.js';
import { command } from '../message.js';
import { ItemForm, ItemManner } from '../meeting.js';
import { Nothing, Reason, liaison } from './parts.js';

const leadOrApprover = { LIAISON: 'lead', SECR_APPROVER: 'secretariat' } as const;

/** From the agreed text to the decision, publication and the review of what is in force. */
export const outcomeCommands = [
  command(
    'RequestFinalApproval',
    'Send the text that is to be decided to the final approval of its leads.',
    liaison,
    Nothing,
  ),
  command(
    'LodgeItem',
    'Lodge the dossier for a meeting of the deciding body; statements and reservations go with it word for word.',
    leadOrApprover,
    z.strictObject({
      form: ItemForm.default('DECISION'),
      manner: ItemManner.default('SITTING'),
      meetingOn: LocalDate,
      papers: z.array(line(300)).max(50).default([]),
    }),
  ),
  command(
    'PlaceOnAgenda',
    'Put the item on the draft or the final agenda.',
    { SECR_APPROVER: 'secretariat' },
    z.strictObject({ agenda: z.enum(['DRAFT', 'FINAL']) }),
  ),
  command(
    'DeferItem',
    'Move the item to a later meeting.',
    { SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ meetingOn: LocalDate, reason: prose(2_000) }),
  ),
  command('WithdrawItem', 'Take the item off the agenda.', leadOrApprover, Reason),
  command(
    'DecideDossier',
    'Record the decision of the deciding body.',
    { SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ decidedOn: LocalDate, reference: line(200) }),
  ),
  command('ActivateDossier', 'Say that an initiative runs or a guideline applies.', liaison, Nothing),
  command(
    'PublishDossier',
    'Record where and when it was published.',
    leadOrApprover,
    z.strictObject({
      url: z.url({ protocol: /^https?$/ }).max(500),
      language: z.enum(['ja', 'en']),
      publishedOn: LocalDate,
    }),
  ),
  command(
    'ConfirmDossier',
    'Confirm a guideline after its review; the next review is in twelve months unless said otherwise.',
    liaison,
    z.strictObject({ reviewBy: LocalDate.optional(), reason: prose(2_000).optional() }),
  ),
  command(
    'AmendDossier',
    'Name the dossier by which a guideline in force is being amended.',
    liaison,
    z.strictObject({ successorId: Ulid }),
  ),
  command('RepealDossier', 'End a guideline, with the reason.', liaison, Reason),
  command('WithdrawDossier', 'Take the dossier back, with the reason.', liaison, Reason),
  command(
    'MoveProcedure',
    'Move a case under way to another version of its procedure.',
    { SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ version: z.int().min(1), reason: prose(2_000) }),
  ),
] as const;
