export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FeedEvent: {
            /** @constant */
            specversion: "1.0";
            /** Format: uuid */
            id: string;
            source: string;
            type: string;
            subject: string;
            time: string;
            recordedtime: string;
            /** @constant */
            datacontenttype: "application/json";
            /** Format: uri */
            dataschema: string;
            sequence: string;
            partitionkey: string;
            streamversion: number;
            /** @enum {string} */
            classification: "1" | "2";
            actororgan: string;
            actorrole: string;
            correlationid: string;
            causationid?: string;
            traceparent?: string;
            dataref?: string;
            data?: {
                [key: string]: unknown;
            };
            subsequence: string;
            prevsequence: string;
        };
        DossierDrafted: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-drafted.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-drafted.v1.json";
            data?: components["schemas"]["DossierDraftedDataV1"];
        } & (unknown | unknown);
        DossierRevised: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-revised.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-revised.v1.json";
            data?: components["schemas"]["DossierRevisedDataV1"];
        } & (unknown | unknown);
        EditorialMarked: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.editorial-marked.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/editorial-marked.v1.json";
            data?: components["schemas"]["EditorialMarkedDataV1"];
        } & (unknown | unknown);
        VersionSigned: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.version-signed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/version-signed.v1.json";
            data?: components["schemas"]["VersionSignedDataV1"];
        } & (unknown | unknown);
        SignaturesVoided: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.signatures-voided.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/signatures-voided.v1.json";
            data?: components["schemas"]["SignaturesVoidedDataV1"];
        } & (unknown | unknown);
        CoLeadWithdrawn: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.co-lead-withdrawn.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/co-lead-withdrawn.v1.json";
            data?: components["schemas"]["CoLeadWithdrawnDataV1"];
        } & (unknown | unknown);
        ApprovalRequested: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.approval-requested.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/approval-requested.v1.json";
            data?: components["schemas"]["ApprovalRequestedDataV1"];
        } & (unknown | unknown);
        InternallyConcurred: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.internally-concurred.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/internally-concurred.v1.json";
            data?: components["schemas"]["InternallyConcurredDataV1"];
        } & (unknown | unknown);
        ApprovalPostViewed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.approval-post-viewed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/approval-post-viewed.v1.json";
            data?: components["schemas"]["ApprovalPostViewedDataV1"];
        } & (unknown | unknown);
        DossierApproved: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-approved.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-approved.v1.json";
            data?: components["schemas"]["DossierApprovedDataV1"];
        } & (unknown | unknown);
        ApprovalRefused: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.approval-refused.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/approval-refused.v1.json";
            data?: components["schemas"]["ApprovalRefusedDataV1"];
        } & (unknown | unknown);
        DossierFiled: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-filed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-filed.v1.json";
            data?: components["schemas"]["DossierFiledDataV1"];
        } & (unknown | unknown);
        CompletenessChecked: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.completeness-checked.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/completeness-checked.v1.json";
            data?: components["schemas"]["CompletenessCheckedDataV1"];
        } & (unknown | unknown);
        OverlapsFound: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.overlaps-found.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/overlaps-found.v1.json";
            data?: components["schemas"]["OverlapsFoundDataV1"];
        } & (unknown | unknown);
        DossierAccepted: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-accepted.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-accepted.v1.json";
            data?: components["schemas"]["DossierAcceptedDataV1"];
        } & (unknown | unknown);
        DossierReturned: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-returned.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-returned.v1.json";
            data?: components["schemas"]["DossierReturnedDataV1"];
        } & (unknown | unknown);
        DossierWithdrawn: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-withdrawn.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-withdrawn.v1.json";
            data?: components["schemas"]["DossierWithdrawnDataV1"];
        } & (unknown | unknown);
        DossierLapsed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-lapsed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-lapsed.v1.json";
            data?: components["schemas"]["DossierLapsedDataV1"];
        } & (unknown | unknown);
        ProcedureMoved: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.procedure-moved.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/procedure-moved.v1.json";
            data?: components["schemas"]["ProcedureMovedDataV1"];
        } & (unknown | unknown);
        RoundOpened: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-opened.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-opened.v1.json";
            data?: components["schemas"]["RoundOpenedDataV1"];
        } & (unknown | unknown);
        RoundExtended: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-extended.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-extended.v1.json";
            data?: components["schemas"]["RoundExtendedDataV1"];
        } & (unknown | unknown);
        RoundSuspended: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-suspended.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-suspended.v1.json";
            data?: components["schemas"]["RoundSuspendedDataV1"];
        } & (unknown | unknown);
        RoundResumed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-resumed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-resumed.v1.json";
            data?: components["schemas"]["RoundResumedDataV1"];
        } & (unknown | unknown);
        RoundAbandoned: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-abandoned.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-abandoned.v1.json";
            data?: components["schemas"]["RoundAbandonedDataV1"];
        } & (unknown | unknown);
        DeskAllocated: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.desk-allocated.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/desk-allocated.v1.json";
            data?: components["schemas"]["DeskAllocatedDataV1"];
        } & (unknown | unknown);
        AllocationObjected: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.allocation-objected.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/allocation-objected.v1.json";
            data?: components["schemas"]["AllocationObjectedDataV1"];
        } & (unknown | unknown);
        AllocationRuled: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.allocation-ruled.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/allocation-ruled.v1.json";
            data?: components["schemas"]["AllocationRuledDataV1"];
        } & (unknown | unknown);
        ParticipantAdded: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.participant-added.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/participant-added.v1.json";
            data?: components["schemas"]["ParticipantAddedDataV1"];
        } & (unknown | unknown);
        ParticipantReleased: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.participant-released.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/participant-released.v1.json";
            data?: components["schemas"]["ParticipantReleasedDataV1"];
        } & (unknown | unknown);
        ReturnApproved: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.return-approved.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/return-approved.v1.json";
            data?: components["schemas"]["ReturnApprovedDataV1"];
        } & (unknown | unknown);
        PositionSet: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.position-set.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/position-set.v1.json";
            data?: components["schemas"]["PositionSetDataV1"];
        } & (unknown | unknown);
        StatementAttached: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.statement-attached.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/statement-attached.v1.json";
            data?: components["schemas"]["StatementAttachedDataV1"];
        } & (unknown | unknown);
        RoundAnswered: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-answered.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-answered.v1.json";
            data?: components["schemas"]["RoundAnsweredDataV1"];
        } & (unknown | unknown);
        RoundDeadlinePassed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-deadline-passed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-deadline-passed.v1.json";
            data?: components["schemas"]["RoundDeadlinePassedDataV1"];
        } & (unknown | unknown);
        SilenceRecorded: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.silence-recorded.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/silence-recorded.v1.json";
            data?: components["schemas"]["SilenceRecordedDataV1"];
        } & (unknown | unknown);
        RoundConcluded: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.round-concluded.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/round-concluded.v1.json";
            data?: components["schemas"]["RoundConcludedDataV1"];
        } & (unknown | unknown);
        ThreadRaised: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-raised.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-raised.v1.json";
            data?: components["schemas"]["ThreadRaisedDataV1"];
        } & (unknown | unknown);
        ThreadAnswered: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-answered.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-answered.v1.json";
            data?: components["schemas"]["ThreadAnsweredDataV1"];
        } & (unknown | unknown);
        DispositionProved: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.disposition-proved.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/disposition-proved.v1.json";
            data?: components["schemas"]["DispositionProvedDataV1"];
        } & (unknown | unknown);
        ThreadClosed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-closed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-closed.v1.json";
            data?: components["schemas"]["ThreadClosedDataV1"];
        } & (unknown | unknown);
        ThreadReopened: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-reopened.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-reopened.v1.json";
            data?: components["schemas"]["ThreadReopenedDataV1"];
        } & (unknown | unknown);
        ThreadWithdrawn: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-withdrawn.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-withdrawn.v1.json";
            data?: components["schemas"]["ThreadWithdrawnDataV1"];
        } & (unknown | unknown);
        EscalationProposed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.escalation-proposed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/escalation-proposed.v1.json";
            data?: components["schemas"]["EscalationProposedDataV1"];
        } & (unknown | unknown);
        ThreadEscalated: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-escalated.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-escalated.v1.json";
            data?: components["schemas"]["ThreadEscalatedDataV1"];
        } & (unknown | unknown);
        ThreadReserved: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.thread-reserved.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/thread-reserved.v1.json";
            data?: components["schemas"]["ThreadReservedDataV1"];
        } & (unknown | unknown);
        MemorandumRecorded: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.memorandum-recorded.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/memorandum-recorded.v1.json";
            data?: components["schemas"]["MemorandumRecordedDataV1"];
        } & (unknown | unknown);
        MemorandumConfirmed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.memorandum-confirmed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/memorandum-confirmed.v1.json";
            data?: components["schemas"]["MemorandumConfirmedDataV1"];
        } & (unknown | unknown);
        AnswersOverdue: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.answers-overdue.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/answers-overdue.v1.json";
            data?: components["schemas"]["AnswersOverdueDataV1"];
        } & (unknown | unknown);
        LegalCheckRequested: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.legal-check-requested.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/legal-check-requested.v1.json";
            data?: components["schemas"]["LegalCheckRequestedDataV1"];
        } & (unknown | unknown);
        LegalCheckRecorded: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.legal-check-recorded.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/legal-check-recorded.v1.json";
            data?: components["schemas"]["LegalCheckRecordedDataV1"];
        } & (unknown | unknown);
        ReviewBegun: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.review-begun.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/review-begun.v1.json";
            data?: components["schemas"]["ReviewBegunDataV1"];
        } & (unknown | unknown);
        ReviewReported: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.review-reported.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/review-reported.v1.json";
            data?: components["schemas"]["ReviewReportedDataV1"];
        } & (unknown | unknown);
        OfficerRecused: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.officer-recused.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/officer-recused.v1.json";
            data?: components["schemas"]["OfficerRecusedDataV1"];
        } & (unknown | unknown);
        RecusalOverridden: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.recusal-overridden.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/recusal-overridden.v1.json";
            data?: components["schemas"]["RecusalOverriddenDataV1"];
        } & (unknown | unknown);
        DossierEndorsed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-endorsed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-endorsed.v1.json";
            data?: components["schemas"]["DossierEndorsedDataV1"];
        } & (unknown | unknown);
        EndorsementDeclined: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.endorsement-declined.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/endorsement-declined.v1.json";
            data?: components["schemas"]["EndorsementDeclinedDataV1"];
        } & (unknown | unknown);
        PublicCommentOpened: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.public-comment-opened.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/public-comment-opened.v1.json";
            data?: components["schemas"]["PublicCommentOpenedDataV1"];
        } & (unknown | unknown);
        PublicCommentClosed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.public-comment-closed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/public-comment-closed.v1.json";
            data?: components["schemas"]["PublicCommentClosedDataV1"];
        } & (unknown | unknown);
        CommentGroupDisposed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.comment-group-disposed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/comment-group-disposed.v1.json";
            data?: components["schemas"]["CommentGroupDisposedDataV1"];
        } & (unknown | unknown);
        CommentResultPublished: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.comment-result-published.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/comment-result-published.v1.json";
            data?: components["schemas"]["CommentResultPublishedDataV1"];
        } & (unknown | unknown);
        CommentAbandoned: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.comment-abandoned.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/comment-abandoned.v1.json";
            data?: components["schemas"]["CommentAbandonedDataV1"];
        } & (unknown | unknown);
        FinalApprovalRequested: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.final-approval-requested.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/final-approval-requested.v1.json";
            data?: components["schemas"]["FinalApprovalRequestedDataV1"];
        } & (unknown | unknown);
        ItemLodged: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.item-lodged.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/item-lodged.v1.json";
            data?: components["schemas"]["ItemLodgedDataV1"];
        } & (unknown | unknown);
        ItemPlaced: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.item-placed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/item-placed.v1.json";
            data?: components["schemas"]["ItemPlacedDataV1"];
        } & (unknown | unknown);
        ItemDeferred: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.item-deferred.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/item-deferred.v1.json";
            data?: components["schemas"]["ItemDeferredDataV1"];
        } & (unknown | unknown);
        ItemWithdrawn: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.item-withdrawn.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/item-withdrawn.v1.json";
            data?: components["schemas"]["ItemWithdrawnDataV1"];
        } & (unknown | unknown);
        DossierDecided: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-decided.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-decided.v1.json";
            data?: components["schemas"]["DossierDecidedDataV1"];
        } & (unknown | unknown);
        DossierActivated: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-activated.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-activated.v1.json";
            data?: components["schemas"]["DossierActivatedDataV1"];
        } & (unknown | unknown);
        DossierPublished: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-published.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-published.v1.json";
            data?: components["schemas"]["DossierPublishedDataV1"];
        } & (unknown | unknown);
        ReviewFellDue: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.review-fell-due.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/review-fell-due.v1.json";
            data?: components["schemas"]["ReviewFellDueDataV1"];
        } & (unknown | unknown);
        DossierConfirmed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-confirmed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-confirmed.v1.json";
            data?: components["schemas"]["DossierConfirmedDataV1"];
        } & (unknown | unknown);
        DossierAmending: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-amending.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-amending.v1.json";
            data?: components["schemas"]["DossierAmendingDataV1"];
        } & (unknown | unknown);
        DossierRepealed: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.dossier-repealed.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/dossier-repealed.v1.json";
            data?: components["schemas"]["DossierRepealedDataV1"];
        } & (unknown | unknown);
        ClockStarted: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.clock-started.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/clock-started.v1.json";
            data?: components["schemas"]["ClockStartedDataV1"];
        } & (unknown | unknown);
        ClockStopped: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.clock-stopped.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/clock-stopped.v1.json";
            data?: components["schemas"]["ClockStoppedDataV1"];
        } & (unknown | unknown);
        ClockWarned: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.clock-warned.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/clock-warned.v1.json";
            data?: components["schemas"]["ClockWarnedDataV1"];
        } & (unknown | unknown);
        ClockDue: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.clock-due.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/clock-due.v1.json";
            data?: components["schemas"]["ClockDueDataV1"];
        } & (unknown | unknown);
        ClockOverdue: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.clock-overdue.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/clock-overdue.v1.json";
            data?: components["schemas"]["ClockOverdueDataV1"];
        } & (unknown | unknown);
        ClockEscalated: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.clock-escalated.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/clock-escalated.v1.json";
            data?: components["schemas"]["ClockEscalatedDataV1"];
        } & (unknown | unknown);
        PayloadErased: components["schemas"]["FeedEvent"] & {
            /** @constant */
            type?: "org.kyogi.payload-erased.v1";
            /** @constant */
            dataschema?: "https://kyogi.example/schemas/payload-erased.v1.json";
            data?: components["schemas"]["PayloadErasedDataV1"];
        } & (unknown | unknown);
        DeliveryGap: {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            /** @constant */
            type: "org.kyogi.delivery-gap.v1";
            subject: string;
            time: string;
            recordedtime: string;
            /** @constant */
            datacontenttype: "application/json";
            /** @constant */
            dataschema: "https://kyogi.example/schemas/delivery-gap.v1.json";
            sequence: string;
            partitionkey: string;
            streamversion: number;
            /** @enum {string} */
            classification: "1" | "2";
            actororgan: string;
            actorrole: string;
            correlationid: string;
            causationid?: string;
            traceparent?: string;
            subsequence: string;
            prevsequence: string;
            data: {
                /** Format: uuid */
                eventId: string;
                sequence: string;
                reason: string;
                attempts: number;
            };
        };
        FeedBatch: (components["schemas"]["DossierDrafted"] | components["schemas"]["DossierRevised"] | components["schemas"]["EditorialMarked"] | components["schemas"]["VersionSigned"] | components["schemas"]["SignaturesVoided"] | components["schemas"]["CoLeadWithdrawn"] | components["schemas"]["ApprovalRequested"] | components["schemas"]["InternallyConcurred"] | components["schemas"]["ApprovalPostViewed"] | components["schemas"]["DossierApproved"] | components["schemas"]["ApprovalRefused"] | components["schemas"]["DossierFiled"] | components["schemas"]["CompletenessChecked"] | components["schemas"]["OverlapsFound"] | components["schemas"]["DossierAccepted"] | components["schemas"]["DossierReturned"] | components["schemas"]["DossierWithdrawn"] | components["schemas"]["DossierLapsed"] | components["schemas"]["ProcedureMoved"] | components["schemas"]["RoundOpened"] | components["schemas"]["RoundExtended"] | components["schemas"]["RoundSuspended"] | components["schemas"]["RoundResumed"] | components["schemas"]["RoundAbandoned"] | components["schemas"]["DeskAllocated"] | components["schemas"]["AllocationObjected"] | components["schemas"]["AllocationRuled"] | components["schemas"]["ParticipantAdded"] | components["schemas"]["ParticipantReleased"] | components["schemas"]["ReturnApproved"] | components["schemas"]["PositionSet"] | components["schemas"]["StatementAttached"] | components["schemas"]["RoundAnswered"] | components["schemas"]["RoundDeadlinePassed"] | components["schemas"]["SilenceRecorded"] | components["schemas"]["RoundConcluded"] | components["schemas"]["ThreadRaised"] | components["schemas"]["ThreadAnswered"] | components["schemas"]["DispositionProved"] | components["schemas"]["ThreadClosed"] | components["schemas"]["ThreadReopened"] | components["schemas"]["ThreadWithdrawn"] | components["schemas"]["EscalationProposed"] | components["schemas"]["ThreadEscalated"] | components["schemas"]["ThreadReserved"] | components["schemas"]["MemorandumRecorded"] | components["schemas"]["MemorandumConfirmed"] | components["schemas"]["AnswersOverdue"] | components["schemas"]["LegalCheckRequested"] | components["schemas"]["LegalCheckRecorded"] | components["schemas"]["ReviewBegun"] | components["schemas"]["ReviewReported"] | components["schemas"]["OfficerRecused"] | components["schemas"]["RecusalOverridden"] | components["schemas"]["DossierEndorsed"] | components["schemas"]["EndorsementDeclined"] | components["schemas"]["PublicCommentOpened"] | components["schemas"]["PublicCommentClosed"] | components["schemas"]["CommentGroupDisposed"] | components["schemas"]["CommentResultPublished"] | components["schemas"]["CommentAbandoned"] | components["schemas"]["FinalApprovalRequested"] | components["schemas"]["ItemLodged"] | components["schemas"]["ItemPlaced"] | components["schemas"]["ItemDeferred"] | components["schemas"]["ItemWithdrawn"] | components["schemas"]["DossierDecided"] | components["schemas"]["DossierActivated"] | components["schemas"]["DossierPublished"] | components["schemas"]["ReviewFellDue"] | components["schemas"]["DossierConfirmed"] | components["schemas"]["DossierAmending"] | components["schemas"]["DossierRepealed"] | components["schemas"]["ClockStarted"] | components["schemas"]["ClockStopped"] | components["schemas"]["ClockWarned"] | components["schemas"]["ClockDue"] | components["schemas"]["ClockOverdue"] | components["schemas"]["ClockEscalated"] | components["schemas"]["PayloadErased"] | components["schemas"]["DeliveryGap"])[];
        Version: {
            no: number;
            body: {
                /** @constant */
                type: "initiative";
                head: components["schemas"]["Head"];
                content: components["schemas"]["initiative-content"];
                /** @default [] */
                clauses: components["schemas"]["Clause"][];
            } | {
                /** @constant */
                type: "guideline";
                head: components["schemas"]["Head"];
                content: components["schemas"]["guideline-content"];
                /** @default [] */
                clauses: components["schemas"]["Clause"][];
            } | {
                /** @constant */
                type: "oral-item";
                head: components["schemas"]["Head"];
                content: components["schemas"]["oral-item-content"];
                /** @default [] */
                clauses: components["schemas"]["Clause"][];
            } | {
                type: string;
            };
            sha256: string;
            /** Format: date-time */
            at: string;
        };
        Head: {
            title: components["schemas"]["Wording"];
            summary?: string;
            lead: string;
            /** @default [] */
            coLeads: string[];
            contact: components["schemas"]["Contact"];
            /** @default [] */
            pillars: ("P1" | "P2" | "P3" | "P4")[];
            /** @default [] */
            competenceTags: components["schemas"]["CompetenceTag"][];
            /** @default [] */
            legalBasis: {
                lawId: string;
                article: string;
            }[];
            /** @default [] */
            measureRefs: string[];
            /** @default [] */
            budgetProjectIds: string[];
            externalId?: string;
            /**
             * @default {
             *       "confidentiality": 1,
             *       "handling": []
             *     }
             */
            marking: components["schemas"]["Marking"];
        };
        Wording: {
            ja?: string;
            en?: string;
        };
        Contact: {
            bureau: string;
            division?: string;
        };
        CompetenceTag: ("personal-data" | "copyright" | "consumer" | "children" | "labour" | "medical" | "finance" | "security" | "local-government" | "international" | "procurement" | "cyber" | "education" | "mobility" | "energy" | "budget" | "agriculture" | "communications" | "competition" | "environment" | "housing" | "industry" | "justice" | "legal" | "public-service" | "records" | "science" | "space" | "veterans") | string;
        Marking: {
            confidentiality: 1 | 2;
            handling: string[];
        };
        "initiative-content": {
            problem?: string;
            objective?: string;
            description?: string;
            beneficiaries?: string;
            /** @enum {string} */
            aiStage?: "idea" | "proof-of-concept" | "trial" | "full" | "ended";
            /** @enum {string} */
            aiKind?: "generative" | "agentic" | "predictive" | "vision" | "nlp" | "physical" | "other";
            /** Format: date */
            start?: string;
            /** Format: date */
            end?: string;
            /** @default [] */
            budget: {
                fiscalYear: number;
                account: string;
                amountYen: number;
                /** @enum {string} */
                stage: "request" | "initial" | "supplementary";
            }[];
            /** @default [] */
            partners: string[];
            personalData?: {
                used: boolean;
                basis?: string;
            };
            /** @default false */
            affectsLocalGovernments: boolean;
            highRiskSheet?: {
                publicUsers?: boolean;
                affectsRights?: boolean;
                learnsConfidentialData?: boolean;
                outputUsedUnjudged?: boolean;
                /** @enum {string} */
                result: "high" | "presumed-not-high" | "not-high";
                reason?: string;
            };
            dataUsed?: string;
            humanOversight?: string;
            expectedOutcomes?: string;
        };
        Clause: {
            id: string;
            heading?: string;
            text: string;
            tags?: components["schemas"]["CompetenceTag"][];
            children: components["schemas"]["Clause"][];
        };
        "guideline-content": {
            /** @enum {string} */
            instrumentClass: "HQ_DECISION" | "MINISTRY_GUIDELINE" | "ADMINISTRATIVE_GUIDANCE" | "REVIEW_STANDARD" | "LIAISON_AGREEMENT" | "CHECKLIST" | "MANUAL";
            addressees: string[];
            scope?: string;
            reasons?: string;
            pages: number;
            /** Format: date */
            effectiveFrom?: string;
            /** Format: date */
            reviewBy?: string;
            citesLaw?: boolean;
            supersedes?: string;
            /** @enum {string} */
            decisionBody: "HEADQUARTERS" | "CABINET" | "MINISTER" | "LIAISON_MEETING";
        };
        "oral-item-content": {
            reference: string;
            /** Format: date */
            meetingOn?: string;
        };
        DossierDraftedDataV1: {
            stage: string;
            procedure: {
                name: string;
                version: number;
                hash: string;
            };
            version: components["schemas"]["Version"];
        };
        DossierRevisedDataV1: {
            stage: string;
            version: components["schemas"]["Version"];
            note?: string;
        };
        EditorialMarkedDataV1: {
            versionNo: number;
            clauseIds: string[];
            reason: string;
            notified: string[];
        };
        VersionSignedDataV1: {
            versionNo: number;
            sha256: string;
            organ: string;
        };
        SignaturesVoidedDataV1: {
            versionNo: number;
            organs: string[];
        };
        CoLeadWithdrawnDataV1: {
            organ: string;
            reason: string;
        };
        ApprovalRequestedDataV1: {
            stage: string;
            versionNo: number;
            concurrence?: {
                division: string;
            }[];
        };
        InternallyConcurredDataV1: {
            versionNo: number;
            division: string;
            acting: boolean;
        };
        ApprovalPostViewedDataV1: {
            versionNo: number;
        };
        DossierApprovedDataV1: {
            stage: string;
            versionNo: number;
            sha256: string;
        };
        ApprovalRefusedDataV1: {
            stage: string;
            reason: string;
        };
        DossierFiledDataV1: {
            stage: string;
            versionNo: number;
            sha256: string;
        };
        CompletenessCheckedDataV1: {
            versionNo: number;
            missing: string[];
        };
        OverlapsFoundDataV1: {
            versionNo: number;
            similar: {
                dossierId: string;
                lead: string;
                title: components["schemas"]["Wording"];
                score: number;
            }[];
        };
        DossierAcceptedDataV1: {
            stage: string;
            unchecked: boolean;
        };
        DossierReturnedDataV1: {
            stage: string;
            reasons: string[];
        };
        DossierWithdrawnDataV1: {
            stage: string;
            reason: string;
        };
        DossierLapsedDataV1: {
            stage: string;
            clock: string;
        };
        ProcedureMovedDataV1: {
            from: {
                name: string;
                version: number;
                hash: string;
            };
            to: {
                name: string;
                version: number;
                hash: string;
            };
            reason: string;
        };
        Participant: {
            organ: string;
            /** @enum {string} */
            mode: "DRAFT" | "CONCUR" | "INPUT" | "INFORM";
            mandatoryExplicit: boolean;
            reasons: string[];
        };
        ClauseChange: {
            clauseId: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed" | "moved";
        };
        RoundOpenedDataV1: {
            stage: string;
            roundNo: number;
            /** @enum {string} */
            kind: "FULL" | "DELTA" | "EXPEDITED" | "INFORMAL";
            versionNo: number;
            sha256: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string;
            minimumDays: number;
            basis: string;
            participants: components["schemas"]["Participant"][];
            reason?: string;
            hideNames?: boolean;
            delta?: {
                fromVersionNo: number;
                changes: components["schemas"]["ClauseChange"][];
            };
        };
        RoundExtendedDataV1: {
            roundNo: number;
            /** Format: date-time */
            dueAt: string;
            reason: string;
            /** @enum {string} */
            by: "lead" | "secretariat" | "allocation";
        };
        RoundSuspendedDataV1: {
            roundNo: number;
            /** @enum {string} */
            ground: "LEAD" | "PROCEDURAL_FAULT" | "CO_LEAD_WITHDRAWN";
            reason: string;
        };
        RoundResumedDataV1: {
            roundNo: number;
            /** Format: date-time */
            dueAt: string;
            reason: string;
        };
        RoundAbandonedDataV1: {
            stage: string;
            roundNo: number;
            reason: string;
        };
        DeskAllocatedDataV1: {
            roundNo: number;
            organ: string;
            desk: string;
        };
        AllocationObjectedDataV1: {
            roundNo: number;
            objectionNo: number;
            organ: string;
            /** @enum {string} */
            claim: "NOT_OURS" | "ALSO";
            also?: string;
            reason: string;
        };
        AllocationRuledDataV1: {
            roundNo: number;
            objectionNo: number;
            organ: string;
            /** @enum {string} */
            ruling: "UPHELD" | "DISMISSED" | "STANDS";
            reason?: string;
        };
        ParticipantAddedDataV1: {
            roundNo: number;
            participant: components["schemas"]["Participant"];
        };
        ParticipantReleasedDataV1: {
            roundNo: number;
            organ: string;
            reason: string;
        };
        ReturnApprovedDataV1: {
            roundNo: number;
            organ: string;
            /** @enum {string} */
            position?: "CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT";
        };
        ThreadRef: string;
        PositionSetDataV1: {
            roundNo: number;
            organ: string;
            /** @enum {string} */
            position: "CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT";
            comment?: string;
            late: boolean;
            settledBefore?: components["schemas"]["ThreadRef"][];
        };
        StatementAttachedDataV1: {
            organ: string;
            text: string;
        };
        RoundAnsweredDataV1: {
            roundNo: number;
        };
        RoundDeadlinePassedDataV1: {
            roundNo: number;
        };
        SilenceRecordedDataV1: {
            roundNo: number;
            organ: string;
            /** @enum {string} */
            as: "DEEMED_NO_OPINION" | "DONE" | "OVERDUE_EXPLICIT";
        };
        LedgerLine: {
            thread: components["schemas"]["ThreadRef"];
            /** @enum {string} */
            weight: "MUST" | "SHOULD" | "NOTE";
            /** @enum {string} */
            end: "PROVED" | "ACCEPTED" | "SILENT" | "WITHDRAWN" | "RESERVED";
            proof?: components["schemas"]["Proof"];
        };
        Proof: {
            versionNo: number;
            clauseId: string;
            text: string;
        };
        Reservation: {
            thread: components["schemas"]["ThreadRef"];
            organ: string;
            clauseId?: string;
            body: string;
            reason: string;
            level: number;
        };
        Statement: {
            organ: string;
            text: string;
            /** Format: date-time */
            at?: string;
        };
        RoundConcludedDataV1: {
            stage: string;
            roundNo: number;
            /** @enum {string} */
            outcome: "AGREED" | "WITH_RESERVATION" | "INFORMAL";
            sha256: string;
            ledger?: components["schemas"]["LedgerLine"][];
            reservations?: components["schemas"]["Reservation"][];
            statements?: components["schemas"]["Statement"][];
        };
        ThreadRaisedDataV1: {
            roundNo: number;
            thread: components["schemas"]["ThreadRef"];
            organ: string;
            desk?: string;
            /** @enum {string} */
            kind: "QUESTION" | "OPINION";
            /** @enum {string} */
            weight: "MUST" | "SHOULD" | "NOTE";
            versionNo: number;
            clauseId?: string;
            quotedText?: string;
            body: string;
            reason?: string;
            proposedText?: string;
            late: boolean;
        };
        ThreadAnsweredDataV1: {
            thread: components["schemas"]["ThreadRef"];
            answer: string;
            /** @enum {string} */
            disposition?: "ADOPTED" | "PARTLY_ADOPTED" | "NOT_ADOPTED" | "EXPLAINED";
            proof?: components["schemas"]["Proof"];
        };
        DispositionProvedDataV1: {
            thread: components["schemas"]["ThreadRef"];
            proof: components["schemas"]["Proof"];
        };
        ThreadClosedDataV1: {
            thread: components["schemas"]["ThreadRef"];
            /** @enum {string} */
            by: "commenter" | "silence";
            note?: string;
        };
        ThreadReopenedDataV1: {
            thread: components["schemas"]["ThreadRef"];
            body: string;
            proposedText?: string;
            times: number;
        };
        ThreadWithdrawnDataV1: {
            thread: components["schemas"]["ThreadRef"];
            reason?: string;
        };
        EscalationProposedDataV1: {
            thread: components["schemas"]["ThreadRef"];
            level: number;
        };
        ThreadEscalatedDataV1: {
            thread: components["schemas"]["ThreadRef"];
            level: number;
            /** @enum {string} */
            by: "lead" | "commenter" | "clock";
            reason?: string;
            rule: string;
        };
        ThreadReservedDataV1: {
            thread: components["schemas"]["ThreadRef"];
            level: number;
            /** @enum {string} */
            by: "commenter" | "secretariat";
            reason: string;
        };
        MemorandumRecordedDataV1: {
            memorandumNo: number;
            organ: string;
            parties: string[];
            level: number;
            threads: components["schemas"]["ThreadRef"][];
            clauseIds: string[];
            text: string;
        };
        MemorandumConfirmedDataV1: {
            memorandumNo: number;
            organ: string;
        };
        AnswersOverdueDataV1: {
            roundNo: number;
            threads: components["schemas"]["ThreadRef"][];
        };
        LegalCheckRequestedDataV1: {
            stage: string;
            why: string[];
            asked: string[];
        };
        LegalCheckRecordedDataV1: {
            stage: string;
            organ: string;
            /** @enum {string} */
            finding: "PASSED" | "OBJECTIONS";
            notes?: string;
        };
        ReviewBegunDataV1: {
            stage: string;
        };
        ReviewReportedDataV1: {
            stage: string;
            findings: string;
        };
        OfficerRecusedDataV1: {
            /** @enum {string} */
            by: "self" | "director";
        };
        RecusalOverriddenDataV1: Record<string, never>;
        DossierEndorsedDataV1: {
            stage: string;
            conditions: string[];
        };
        EndorsementDeclinedDataV1: {
            stage: string;
            reason: string;
        };
        PublicCommentOpenedDataV1: {
            stage: string;
            /** @enum {string} */
            kind: "STATUTORY_ART39" | "ART40_SHORT" | "VOLUNTARY";
            /** @enum {string} */
            derivedKind: "STATUTORY_ART39" | "ART40_SHORT" | "VOLUNTARY";
            kindReason?: string;
            caseNo?: string;
            /** Format: date-time */
            openAt: string;
            /** Format: date-time */
            closeAt: string;
            days: number;
            reasonIfShort?: string;
            versionNo: number;
            sha256: string;
            materials: string[];
            warnings: string[];
        };
        PublicCommentClosedDataV1: {
            stage: string;
            received: number;
            unique: number;
            digest: string;
        };
        CommentGroupDisposedDataV1: {
            groupNo: number;
            gist: string;
            count: number;
            response: string;
            changeMade: boolean;
            clauseId?: string;
        };
        CommentResultPublishedDataV1: {
            stage: string;
            url: string;
            /** Format: date */
            publishedOn: string;
            received: number;
            unique: number;
            statement: string;
            abandoned: boolean;
        };
        CommentAbandonedDataV1: {
            stage: string;
            reason: string;
        };
        FinalApprovalRequestedDataV1: {
            stage: string;
            versionNo: number;
            sha256: string;
        };
        ItemLodgedDataV1: {
            body: string;
            /** @enum {string} */
            form: "DECISION" | "APPROVAL" | "REPORT" | "HANDOUT";
            /** @enum {string} */
            manner: "SITTING" | "CIRCULATED";
            /** Format: date */
            meetingOn: string;
            /** Format: date-time */
            lodgingDeadline: string;
            papers: string[];
            versionNo: number;
            sha256: string;
            reservations: components["schemas"]["Reservation"][];
            statements: components["schemas"]["Statement"][];
        };
        ItemPlacedDataV1: {
            /** @enum {string} */
            agenda: "DRAFT" | "FINAL";
        };
        ItemDeferredDataV1: {
            /** Format: date */
            meetingOn: string;
            /** Format: date-time */
            lodgingDeadline: string;
            reason: string;
        };
        ItemWithdrawnDataV1: {
            reason: string;
        };
        DossierDecidedDataV1: {
            stage: string;
            body: string;
            /** Format: date */
            decidedOn: string;
            reference: string;
            sha256: string;
            reservations?: components["schemas"]["Reservation"][];
            statements?: components["schemas"]["Statement"][];
        };
        DossierActivatedDataV1: {
            stage: string;
        };
        DossierPublishedDataV1: {
            stage: string;
            url: string;
            /** @enum {string} */
            language: "ja" | "en";
            /** Format: date */
            publishedOn: string;
        };
        ReviewFellDueDataV1: {
            stage: string;
        };
        DossierConfirmedDataV1: {
            stage: string;
            /** Format: date */
            reviewBy?: string;
            reason?: string;
        };
        DossierAmendingDataV1: {
            stage: string;
            successorId: string;
        };
        DossierRepealedDataV1: {
            stage: string;
            reason: string;
        };
        Role: ("LIAISON" | "DESK" | "MIN_APPROVER" | "CAIO" | "SECR_INTAKE" | "SECR_REVIEWER" | "SECR_APPROVER" | "SECR_DIRECTOR" | "HQ_MINISTER" | "HQ_CHAIR" | "OBSERVER" | "DOWNSTREAM" | "PUBLIC" | "SYSTEM") | string;
        ClockStartedDataV1: {
            clock: string;
            epoch: number;
            holder: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            warnAt: string;
            /** Format: date-time */
            dueAt: string;
            overdueAt: string[];
            rungs?: {
                /** Format: date-time */
                at: string;
                to: components["schemas"]["Role"];
            }[];
        };
        ClockStoppedDataV1: {
            clock: string;
            epoch: number;
            remainingDays?: number;
        };
        ClockWarnedDataV1: {
            clock: string;
            epoch: number;
            holder: string;
            /** Format: date-time */
            dueAt: string;
        };
        ClockDueDataV1: {
            clock: string;
            epoch: number;
            holder: string;
            /** Format: date-time */
            dueAt: string;
        };
        ClockOverdueDataV1: {
            clock: string;
            epoch: number;
            holder: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            markAt: string;
        };
        ClockEscalatedDataV1: {
            clock: string;
            epoch: number;
            holder: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            markAt: string;
            to: components["schemas"]["Role"];
            rule: string;
        };
        PayloadErasedDataV1: {
            /** Format: uuid */
            eventId: string;
            position: number;
            paths: (string | number)[][];
            removed: (string | number)[][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
/** Data of every event of the feed, by the type of the event. */
export interface FeedData {
    "org.kyogi.dossier-drafted.v1": components["schemas"]["DossierDraftedDataV1"];
    "org.kyogi.dossier-revised.v1": components["schemas"]["DossierRevisedDataV1"];
    "org.kyogi.editorial-marked.v1": components["schemas"]["EditorialMarkedDataV1"];
    "org.kyogi.version-signed.v1": components["schemas"]["VersionSignedDataV1"];
    "org.kyogi.signatures-voided.v1": components["schemas"]["SignaturesVoidedDataV1"];
    "org.kyogi.co-lead-withdrawn.v1": components["schemas"]["CoLeadWithdrawnDataV1"];
    "org.kyogi.approval-requested.v1": components["schemas"]["ApprovalRequestedDataV1"];
    "org.kyogi.internally-concurred.v1": components["schemas"]["InternallyConcurredDataV1"];
    "org.kyogi.approval-post-viewed.v1": components["schemas"]["ApprovalPostViewedDataV1"];
    "org.kyogi.dossier-approved.v1": components["schemas"]["DossierApprovedDataV1"];
    "org.kyogi.approval-refused.v1": components["schemas"]["ApprovalRefusedDataV1"];
    "org.kyogi.dossier-filed.v1": components["schemas"]["DossierFiledDataV1"];
    "org.kyogi.completeness-checked.v1": components["schemas"]["CompletenessCheckedDataV1"];
    "org.kyogi.overlaps-found.v1": components["schemas"]["OverlapsFoundDataV1"];
    "org.kyogi.dossier-accepted.v1": components["schemas"]["DossierAcceptedDataV1"];
    "org.kyogi.dossier-returned.v1": components["schemas"]["DossierReturnedDataV1"];
    "org.kyogi.dossier-withdrawn.v1": components["schemas"]["DossierWithdrawnDataV1"];
    "org.kyogi.dossier-lapsed.v1": components["schemas"]["DossierLapsedDataV1"];
    "org.kyogi.procedure-moved.v1": components["schemas"]["ProcedureMovedDataV1"];
    "org.kyogi.round-opened.v1": components["schemas"]["RoundOpenedDataV1"];
    "org.kyogi.round-extended.v1": components["schemas"]["RoundExtendedDataV1"];
    "org.kyogi.round-suspended.v1": components["schemas"]["RoundSuspendedDataV1"];
    "org.kyogi.round-resumed.v1": components["schemas"]["RoundResumedDataV1"];
    "org.kyogi.round-abandoned.v1": components["schemas"]["RoundAbandonedDataV1"];
    "org.kyogi.desk-allocated.v1": components["schemas"]["DeskAllocatedDataV1"];
    "org.kyogi.allocation-objected.v1": components["schemas"]["AllocationObjectedDataV1"];
    "org.kyogi.allocation-ruled.v1": components["schemas"]["AllocationRuledDataV1"];
    "org.kyogi.participant-added.v1": components["schemas"]["ParticipantAddedDataV1"];
    "org.kyogi.participant-released.v1": components["schemas"]["ParticipantReleasedDataV1"];
    "org.kyogi.return-approved.v1": components["schemas"]["ReturnApprovedDataV1"];
    "org.kyogi.position-set.v1": components["schemas"]["PositionSetDataV1"];
    "org.kyogi.statement-attached.v1": components["schemas"]["StatementAttachedDataV1"];
    "org.kyogi.round-answered.v1": components["schemas"]["RoundAnsweredDataV1"];
    "org.kyogi.round-deadline-passed.v1": components["schemas"]["RoundDeadlinePassedDataV1"];
    "org.kyogi.silence-recorded.v1": components["schemas"]["SilenceRecordedDataV1"];
    "org.kyogi.round-concluded.v1": components["schemas"]["RoundConcludedDataV1"];
    "org.kyogi.thread-raised.v1": components["schemas"]["ThreadRaisedDataV1"];
    "org.kyogi.thread-answered.v1": components["schemas"]["ThreadAnsweredDataV1"];
    "org.kyogi.disposition-proved.v1": components["schemas"]["DispositionProvedDataV1"];
    "org.kyogi.thread-closed.v1": components["schemas"]["ThreadClosedDataV1"];
    "org.kyogi.thread-reopened.v1": components["schemas"]["ThreadReopenedDataV1"];
    "org.kyogi.thread-withdrawn.v1": components["schemas"]["ThreadWithdrawnDataV1"];
    "org.kyogi.escalation-proposed.v1": components["schemas"]["EscalationProposedDataV1"];
    "org.kyogi.thread-escalated.v1": components["schemas"]["ThreadEscalatedDataV1"];
    "org.kyogi.thread-reserved.v1": components["schemas"]["ThreadReservedDataV1"];
    "org.kyogi.memorandum-recorded.v1": components["schemas"]["MemorandumRecordedDataV1"];
    "org.kyogi.memorandum-confirmed.v1": components["schemas"]["MemorandumConfirmedDataV1"];
    "org.kyogi.answers-overdue.v1": components["schemas"]["AnswersOverdueDataV1"];
    "org.kyogi.legal-check-requested.v1": components["schemas"]["LegalCheckRequestedDataV1"];
    "org.kyogi.legal-check-recorded.v1": components["schemas"]["LegalCheckRecordedDataV1"];
    "org.kyogi.review-begun.v1": components["schemas"]["ReviewBegunDataV1"];
    "org.kyogi.review-reported.v1": components["schemas"]["ReviewReportedDataV1"];
    "org.kyogi.officer-recused.v1": components["schemas"]["OfficerRecusedDataV1"];
    "org.kyogi.recusal-overridden.v1": components["schemas"]["RecusalOverriddenDataV1"];
    "org.kyogi.dossier-endorsed.v1": components["schemas"]["DossierEndorsedDataV1"];
    "org.kyogi.endorsement-declined.v1": components["schemas"]["EndorsementDeclinedDataV1"];
    "org.kyogi.public-comment-opened.v1": components["schemas"]["PublicCommentOpenedDataV1"];
    "org.kyogi.public-comment-closed.v1": components["schemas"]["PublicCommentClosedDataV1"];
    "org.kyogi.comment-group-disposed.v1": components["schemas"]["CommentGroupDisposedDataV1"];
    "org.kyogi.comment-result-published.v1": components["schemas"]["CommentResultPublishedDataV1"];
    "org.kyogi.comment-abandoned.v1": components["schemas"]["CommentAbandonedDataV1"];
    "org.kyogi.final-approval-requested.v1": components["schemas"]["FinalApprovalRequestedDataV1"];
    "org.kyogi.item-lodged.v1": components["schemas"]["ItemLodgedDataV1"];
    "org.kyogi.item-placed.v1": components["schemas"]["ItemPlacedDataV1"];
    "org.kyogi.item-deferred.v1": components["schemas"]["ItemDeferredDataV1"];
    "org.kyogi.item-withdrawn.v1": components["schemas"]["ItemWithdrawnDataV1"];
    "org.kyogi.dossier-decided.v1": components["schemas"]["DossierDecidedDataV1"];
    "org.kyogi.dossier-activated.v1": components["schemas"]["DossierActivatedDataV1"];
    "org.kyogi.dossier-published.v1": components["schemas"]["DossierPublishedDataV1"];
    "org.kyogi.review-fell-due.v1": components["schemas"]["ReviewFellDueDataV1"];
    "org.kyogi.dossier-confirmed.v1": components["schemas"]["DossierConfirmedDataV1"];
    "org.kyogi.dossier-amending.v1": components["schemas"]["DossierAmendingDataV1"];
    "org.kyogi.dossier-repealed.v1": components["schemas"]["DossierRepealedDataV1"];
    "org.kyogi.clock-started.v1": components["schemas"]["ClockStartedDataV1"];
    "org.kyogi.clock-stopped.v1": components["schemas"]["ClockStoppedDataV1"];
    "org.kyogi.clock-warned.v1": components["schemas"]["ClockWarnedDataV1"];
    "org.kyogi.clock-due.v1": components["schemas"]["ClockDueDataV1"];
    "org.kyogi.clock-overdue.v1": components["schemas"]["ClockOverdueDataV1"];
    "org.kyogi.clock-escalated.v1": components["schemas"]["ClockEscalatedDataV1"];
    "org.kyogi.payload-erased.v1": components["schemas"]["PayloadErasedDataV1"];
    "org.kyogi.delivery-gap.v1": components["schemas"]["DeliveryGap"]["data"];
}
