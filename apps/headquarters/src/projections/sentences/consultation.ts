import { minute, type Words } from './say.js';

/** Rounds, who takes part, what they say. */
export const consultationWords = {
  RoundOpened: ({ roundNo, versionNo, participants, dueAt }) => [
    `第${roundNo}次協議を開始した: 第${versionNo}版、${participants.length}機関、期限 ${minute(dueAt)}。`,
    `Round ${roundNo} opened on version ${versionNo} with ${participants.length} organs, due ${minute(dueAt)}.`,
  ],
  PositionSet: ({ roundNo, organ, position, late }) => [
    `${organ}の回答(第${roundNo}次): ${position}${late ? '(期限後)' : ''}。`,
    `${organ} answered in round ${roundNo}: ${position}${late ? ' (late)' : ''}.`,
  ],
  RoundDeadlinePassed: ({ roundNo }) => [
    `第${roundNo}次協議の期限が過ぎた。`,
    `The due time of round ${roundNo} passed.`,
  ],
  SilenceRecorded: ({ roundNo, organ, as }) => [
    `${organ}は第${roundNo}次協議に回答がなかった: ${as}。`,
    `${organ} was silent in round ${roundNo}: ${as}.`,
  ],
  RoundConcluded: ({ roundNo, outcome, reservations = [] }) =>
    outcome === 'WITH_RESERVATION'
      ? [
          `第${roundNo}次協議が留保${reservations.length}件を付して終了した。`,
          `Round ${roundNo} was concluded with ${reservations.length} reservations.`,
        ]
      : [`第${roundNo}次協議が終了した。`, `Round ${roundNo} was concluded.`],
  RoundExtended: ({ roundNo, dueAt, reason }) => [
    `第${roundNo}次協議の期限を${minute(dueAt)}に延ばした。理由: ${reason}`,
    `Round ${roundNo} was extended until ${minute(dueAt)}: ${reason}`,
  ],
  RoundSuspended: ({ roundNo, ground, reason }) => [
    `第${roundNo}次協議を停止した(${ground})。理由: ${reason}`,
    `Round ${roundNo} was suspended (${ground}): ${reason}`,
  ],
  RoundResumed: ({ roundNo, dueAt, reason }) => [
    `第${roundNo}次協議を再開した。期限 ${minute(dueAt)}。理由: ${reason}`,
    `Round ${roundNo} goes on, due ${minute(dueAt)}: ${reason}`,
  ],
  RoundAbandoned: ({ roundNo, reason }) => [
    `第${roundNo}次協議を取りやめた。理由: ${reason}`,
    `Round ${roundNo} was given up: ${reason}`,
  ],
  DeskAllocated: ({ roundNo, organ, desk }) => [
    `${organ}は第${roundNo}次協議を${desk}に割り振った。`,
    `${organ} gave round ${roundNo} to ${desk}.`,
  ],
  AllocationObjected: ({ organ, claim, also }) =>
    claim === 'ALSO'
      ? [
          `${organ}が割振り異議を申し立てた: ${also}も協議先とすべき。`,
          `${organ} asked that ${also} be asked too.`,
        ]
      : [`${organ}が割振り異議を申し立てた: 所掌外。`, `${organ} objected to being asked: not its affair.`],
  AllocationRuled: ({ organ, ruling }) => [
    `${organ}の割振り異議: ${ruling}。`,
    `The objection of ${organ} to the allocation: ${ruling}.`,
  ],
  ParticipantAdded: ({ roundNo, participant: { organ, mode } }) => [
    `第${roundNo}次協議に${organ}が加わった(${mode})。`,
    `${organ} was added to round ${roundNo} (${mode}).`,
  ],
  ParticipantReleased: ({ roundNo, organ, reason }) => [
    `${organ}は第${roundNo}次協議から外れた。理由: ${reason}`,
    `${organ} was released from round ${roundNo}: ${reason}`,
  ],
  ReturnApproved: ({ roundNo, organ, position }) => [
    `${organ}が第${roundNo}次協議の回答${position ? `(${position})` : ''}を決裁した。`,
    `${organ} approved its answer to round ${roundNo}${position ? `: ${position}` : ''}.`,
  ],
  StatementAttached: ({ organ }) => [`${organ}が調整意見を付した。`, `${organ} attached a statement.`],
  RoundAnswered: ({ roundNo }) => [
    `第${roundNo}次協議の回答が出そろった。`,
    `All who were asked have spoken in round ${roundNo}.`,
  ],
} satisfies Words;
