import { Problem, type Command, type CommandName, type DomainEvent } from '#contracts';
import { OutsideCalendar } from './clock/index.js';
import { abandonRound } from './consultation/abandonment.js';
import { ruleOnAllocation } from './consultation/allocation-ruling.js';
import { allocateDesk, objectAllocation } from './consultation/allocation.js';
import { concludeRound } from './consultation/conclude.js';
import * as answering from './consultation/answering.js';
import * as ending from './consultation/ending.js';
import * as memoranda from './consultation/memoranda.js';
import * as negotiation from './consultation/negotiation.js';
import { extendRound } from './consultation/extension.js';
import { openRound } from './consultation/open.js';
import { setPosition } from './consultation/positions.js';
import { approveReturn } from './consultation/return-approval.js';
import { attachStatement } from './consultation/statements.js';
import { resumeRound, suspendRound } from './consultation/suspension.js';
import { raiseThread, withdrawThread } from './consultation/raising.js';
import * as approval from './dossier/approval.js';
import { clockEvents, tickClock } from './dossier/clocks.js';
import { draftDossier, reviseDossier } from './dossier/drafting.js';
import { markEditorial } from './dossier/editorial.js';
import * as result from './dossier/comment-result.js';
import * as filing from './dossier/filing.js';
import * as inForce from './dossier/in-force.js';
import { recordLegalCheck, requestLegalCheck } from './dossier/legal-check.js';
import * as meeting from './dossier/meeting.js';
import * as outcome from './dossier/outcome.js';
import { closePublicComment, openPublicComment } from './dossier/public-comment.js';
import { overrideRecusal, recuseOfficer, requireImpartial } from './dossier/recusal.js';
import { signVersion, withdrawCoLead } from './dossier/signing.js';
import type { Dossier } from './dossier/state.js';
import { pin, pinnedProcedure } from './procedures.js';
import type { Decision, Setting } from './setting.js';

/** A command without its line here does not compile. */
const decisions: { [Name in Exclude<CommandName, 'DraftDossier'>]: Decision<Name> } = {
  ReviseDossier: reviseDossier,
  MarkEditorial: markEditorial,
  SignVersion: signVersion,
  WithdrawCoLead: withdrawCoLead,
  RequestApproval: approval.requestApproval,
  ConcurInternally: approval.concurInternally,
  PostViewApproval: approval.postViewApproval,
  ApproveDossier: approval.approveDossier,
  RefuseApproval: approval.refuseApproval,
  FileDossier: filing.fileDossier,
  AcceptDossier: filing.acceptDossier,
  ReturnDossier: filing.returnDossier,
  RecordCompleteness: filing.recordCompleteness,
  RecordOverlaps: filing.recordOverlaps,
  RecuseOfficer: recuseOfficer,
  OverrideRecusal: overrideRecusal,
  RequestLegalCheck: requestLegalCheck,
  RecordLegalCheck: recordLegalCheck,
  BeginReview: outcome.beginReview,
  ReportReview: outcome.reportReview,
  OpenRound: openRound,
  ExtendRound: extendRound,
  SuspendRound: suspendRound,
  ResumeRound: resumeRound,
  AbandonRound: abandonRound,
  AllocateDesk: allocateDesk,
  ObjectAllocation: objectAllocation,
  RuleOnAllocation: ruleOnAllocation,
  ApproveReturn: approveReturn,
  SetPosition: setPosition,
  AttachStatement: attachStatement,
  RaiseThread: raiseThread,
  AnswerThread: answering.answerThread,
  ProveDisposition: answering.proveDisposition,
  CloseThread: ending.closeThread,
  ReopenThread: ending.reopenThread,
  WithdrawThread: withdrawThread,
  EscalateThread: negotiation.escalateThread,
  ReserveThread: negotiation.reserveThread,
  RecordMemorandum: memoranda.recordMemorandum,
  ConfirmMemorandum: memoranda.confirmMemorandum,
  ConcludeRound: concludeRound,
  EndorseDossier: outcome.endorseDossier,
  DeclineToEndorse: outcome.declineToEndorse,
  OpenPublicComment: openPublicComment,
  ClosePublicComment: closePublicComment,
  DisposeComments: result.disposeComments,
  PublishCommentResult: result.publishCommentResult,
  AbandonAfterComment: result.abandonAfterComment,
  RequestFinalApproval: outcome.requestFinalApproval,
  LodgeItem: meeting.lodgeItem,
  PlaceOnAgenda: meeting.placeOnAgenda,
  DeferItem: meeting.deferItem,
  WithdrawItem: meeting.withdrawItem,
  DecideDossier: outcome.decideDossier,
  ActivateDossier: outcome.activateDossier,
  PublishDossier: outcome.publishDossier,
  ConfirmDossier: inForce.confirmDossier,
  AmendDossier: inForce.amendDossier,
  RepealDossier: inForce.repealDossier,
  WithdrawDossier: outcome.withdrawDossier,
  MoveProcedure: outcome.moveProcedure,
  TickClock: tickClock,
};

const factsOf = (dossier: Dossier | null, command: Command, setting: Setting): DomainEvent[] => {
  if (command.name === 'DraftDossier') {
    if (dossier) throw new Problem('already-exists', 'Choose another id for a new dossier.');
    return draftDossier(command, setting);
  }
  if (!dossier) throw new Problem('not-found', 'There is no such dossier.');
  requirePinned(dossier, setting);
  requireImpartial(dossier, command, setting);
  return (decisions[command.name] as Decision<CommandName>)(dossier, command, setting);
};

/** A build in which a released procedure was edited must not go on with the cases that are pinned to it. */
const requirePinned = ({ procedure }: Dossier, { digest }: Setting): void => {
  if (pin(pinnedProcedure(procedure), digest).hash === procedure.hash) return;
  throw new Error(
    `procedure ${procedure.name} version ${procedure.version} is not the one that was released`,
  );
};

/** What follows from a command: events, none when nothing changes, or a thrown Problem. Pure. */
export const decide = (dossier: Dossier | null, command: Command, setting: Setting): DomainEvent[] => {
  try {
    const facts = factsOf(dossier, command, setting);
    return [...facts, ...clockEvents(dossier, facts, command, setting)];
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    const detail = `${error.date} is outside the calendar (${error.firstYear} to ${error.lastYear}).`;
    throw new Problem('invalid-content', detail, { faults: [] });
  }
};
