import { z } from 'zod';
import { ClauseId } from '../clause.js';
import { LocalDate, Sha256, line, prose } from '../common.js';
import { command } from '../message.js';
import { PublicCommentKind } from '../public-comment.js';
import { leading, machine } from './parts.js';

const opening = { LIAISON: 'lead', SECR_APPROVER: 'secretariat' } as const;

/** 意見公募手続 (Administrative Procedure Act, Art. 39 to 43) and the voluntary call. */
export const publicCommentCommands = [
  command(
    'OpenPublicComment',
    'Publish the draft for comment until the end of a day.',
    opening,
    z.strictObject({
      /** Absent: as it follows from the class of the instrument. */
      kind: PublicCommentKind.optional(),
      /** Required when `kind` is another than the derived one; for ART40_SHORT `reasonIfShort` is. */
      kindReason: prose(2_000).optional(),
      /** Last day on which comments are taken. Absent: 30 days, or 14 when voluntary. */
      closeOn: LocalDate.optional(),
      /** Art. 40: published with the notice when the period is below 30 days. */
      reasonIfShort: prose(2_000).optional(),
      caseNo: line(40).optional(),
      materials: z.array(line(300)).max(50).default([]),
    }),
  ),
  command(
    'ClosePublicComment',
    'Record how many comments came in, and their digest.',
    machine,
    z.strictObject({
      received: z.int().min(0),
      unique: z.int().min(0),
      /** Over all comments in order of receipt. */
      digest: Sha256,
    }),
  ),
  command(
    'DisposeComments',
    'Answer a group of comments: what they say, how many, the response, and the change made.',
    leading,
    z.strictObject({
      groupNo: z.int().min(1).max(10_000),
      gist: prose(4_000),
      /** How many of the comments received it answers. */
      count: z.int().min(1),
      response: prose(10_000),
      changeMade: z.boolean(),
      clauseId: ClauseId.optional(),
    }),
  ),
  command(
    'PublishCommentResult',
    'Publish the result (Art. 43); also when there were no comments, which is said.',
    opening,
    z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(500), publishedOn: LocalDate }),
  ),
  command(
    'AbandonAfterComment',
    'Give the instrument up after public comment; that it was given up is published too (Art. 43(4)).',
    { LIAISON: 'lead' },
    z.strictObject({ reason: prose(2_000) }),
  ),
] as const;
