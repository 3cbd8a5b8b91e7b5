export interface paths {
    "/v1/dossiers/{id}/draft-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a dossier with its first version. */
        post: operations["DraftDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/revise-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the next version: replace head or content, edit clauses by their ids. */
        post: operations["ReviseDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/mark-editorial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that changes of the present version are of wording only (字句整理): all are notified, nobody is asked again. */
        post: operations["MarkEditorial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/sign-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign exactly this text as a co-lead; a later edit voids the signature. */
        post: operations["SignVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/withdraw-co-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the joint lead, with the reason; a running round is suspended until the leads have settled it. */
        post: operations["WithdrawCoLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/request-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the present version to the ministry approver, and before to the divisions that must concur. */
        post: operations["RequestApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/concur-internally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Concur for a division of the own ministry (合議); a delegate may act for an absent person (代決). */
        post: operations["ConcurInternally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/post-view-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See afterwards what a delegate concurred with in your absence (後閲). */
        post: operations["PostViewApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/approve-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the present version; never by one of its drafters. */
        post: operations["ApproveDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/refuse-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the draft back to its desk. */
        post: operations["RefuseApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/file-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** File the approved version with the headquarters secretariat; all co-leads have signed it. */
        post: operations["FileDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/accept-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive a filing after the completeness check. */
        post: operations["AcceptDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/return-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a filing for correction, with the reasons. */
        post: operations["ReturnDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/request-legal-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the consulted text to the legal check (order, or a text that cites law). */
        post: operations["RequestLegalCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/record-legal-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the legal check found: by the reviewing bureau, or by the legal division of the lead. */
        post: operations["RecordLegalCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/begin-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a dossier into substantive review. */
        post: operations["BeginReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/report-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the substantive review of a guideline with its findings. */
        post: operations["ReportReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/recuse-officer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an officer of the secretariat off this dossier (回避): an officer for themself, the director for anybody. */
        post: operations["RecuseOfficer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/override-recusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a recused officer act on this dossier nevertheless, with the reason; never for oneself. */
        post: operations["OverrideRecusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/endorse-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an initiative into the headquarters portfolio, with or without conditions. */
        post: operations["EndorseDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/decline-to-endorse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave an initiative outside the portfolio; the ministry stays free to act. */
        post: operations["DeclineToEndorse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/open-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Circulate the present version: participants are computed, the due time is checked against the minimum period. */
        post: operations["OpenRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/extend-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a round more time: the lead once by up to five business days, the secretariat beyond. */
        post: operations["ExtendRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/suspend-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a round and all its clocks; by the secretariat for a procedural fault, which only the secretariat lifts. */
        post: operations["SuspendRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/resume-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended round go on with the business days it had left. */
        post: operations["ResumeRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/abandon-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up the consultation on this text. */
        post: operations["AbandonRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/allocate-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which desk of the ministry answers. */
        post: operations["AllocateDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/object-allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object to being asked, or ask for another ministry too (割振り異議), within one working day. */
        post: operations["ObjectAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/rule-on-allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an objection to an allocation. */
        post: operations["RuleOnAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/approve-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the ministry's answer before its hub returns it, where the cabinet asks for that. */
        post: operations["ApproveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/set-position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State a ministry's position in the running round. */
        post: operations["SetPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/attach-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say to the deciders, in 400 characters of your own, what they should know; the lead cannot change it. */
        post: operations["AttachStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/conclude-round": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the consultation; refused, with the list, while a MUST is open or an explicit position is missing. */
        post: operations["ConcludeRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/raise-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Raise a question or an opinion on a clause. */
        post: operations["RaiseThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/answer-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer for the lead; an opinion is answered with a disposition, proved by the text if it stands already. */
        post: operations["AnswerThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/prove-disposition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Point to the text that satisfies an adopted opinion. */
        post: operations["ProveDisposition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/close-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the answer (了). */
        post: operations["CloseThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/reopen-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask or object again after an answer (再質問・再意見). */
        post: operations["ReopenThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/withdraw-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a question or an opinion back. */
        post: operations["WithdrawThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/escalate-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a thread to the next level of negotiation; for the lead or the commenter. */
        post: operations["EscalateThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/reserve-thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an objection is maintained (留保), from the second level on. */
        post: operations["ReserveThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/record-memorandum": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what was agreed (覚書・確認事項), linked to threads and clauses; the other parties confirm it. */
        post: operations["RecordMemorandum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/confirm-memorandum": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a memorandum word for word for your ministry. */
        post: operations["ConfirmMemorandum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/open-public-comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft for comment until the end of a day. */
        post: operations["OpenPublicComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/dispose-comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a group of comments: what they say, how many, the response, and the change made. */
        post: operations["DisposeComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/publish-comment-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the result (Art. 43); also when there were no comments, which is said. */
        post: operations["PublishCommentResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/abandon-after-comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the instrument up after public comment; that it was given up is published too (Art. 43(4)). */
        post: operations["AbandonAfterComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/request-final-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the text that is to be decided to the final approval of its leads. */
        post: operations["RequestFinalApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/lodge-item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lodge the dossier for a meeting of the deciding body; statements and reservations go with it word for word. */
        post: operations["LodgeItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/place-on-agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the item on the draft or the final agenda. */
        post: operations["PlaceOnAgenda"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/defer-item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the item to a later meeting. */
        post: operations["DeferItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/withdraw-item": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the item off the agenda. */
        post: operations["WithdrawItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/decide-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the decision of the deciding body. */
        post: operations["DecideDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/activate-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an initiative runs or a guideline applies. */
        post: operations["ActivateDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/publish-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record where and when it was published. */
        post: operations["PublishDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/confirm-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a guideline after its review; the next review is in twelve months unless said otherwise. */
        post: operations["ConfirmDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/amend-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the dossier by which a guideline in force is being amended. */
        post: operations["AmendDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/repeal-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a guideline, with the reason. */
        post: operations["RepealDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/withdraw-dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the dossier back, with the reason. */
        post: operations["WithdrawDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/move-procedure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a case under way to another version of its procedure. */
        post: operations["MoveProcedure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{id}/grant-delegation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a role of yours to another person of the organ for a time (専決, 代決). */
        post: operations["GrantDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{id}/revoke-delegation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a delegation before its time: its delegator, or an approver of the organ. */
        post: operations["RevokeDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands in for whom in the organs you work in. */
        get: operations["readDelegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/erase-payload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take words out of the record for good: the director of the secretariat. Place, time and proof of the event stay. */
        post: operations["ErasePayload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File a spreadsheet: every row becomes a dossier, by the same commands as anybody’s. Send it once per step.
         * @description The body is read as a stream: CSV in UTF-8 (RFC 4180), the header first, at most 10000 rows of 262144 bytes. The answer has one line of JSON per row, in order, while the body is still being sent; read both at once. The last line is the summary, or `{"problem": …}` when the run ended early. A repetition files nothing twice: repeat a request that broke off. A broken quote is rejected with its row and ends the reading.
         */
        post: operations["fileSpreadsheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/opinion-table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the filled opinion table (意見一覧表): every new row becomes a thread, as by RaiseThread.
         * @description The XLSX that headquarters made for the ministry (`opinion-table.xlsx?organ=…`), filled in any program, at most 2097152 bytes and 1000 rows. A row that is wrong is refused with the column and what to change, and does not stop the others. A row that is a thread already is skipped, also when it was changed, so the same file may be sent again. A table of another dossier, round, text or layout is refused whole.
         */
        post: operations["returnOpinionTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public-comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notice: on what, until when and under which rule comments are taken. */
        get: operations["readPublicCommentNotice"];
        put?: never;
        /** Comment on a draft that is open for comment. Everything but the text is optional. */
        post: operations["sendPublicComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/public-comments/{id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came in, for the leads and the secretariat: texts that say the same are one group. */
        get: operations["readCommentGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands, dossier types and their schemas, for forms and tools. */
        get: operations["readCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs. */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process can do its work. */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers in the format of Prometheus. */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbandonAfterComment: {
            reason: string;
        };
        AbandonRound: {
            roundNo: number;
            reason: string;
        };
        AcceptDossier: Record<string, never>;
        ActivateDossier: Record<string, never>;
        AllocateDesk: {
            roundNo: number;
            organ: string;
            desk: string;
        };
        AmendDossier: {
            successorId: string;
        };
        AnswerThread: {
            thread: components["schemas"]["ThreadRef"];
            answer: string;
            /** @enum {string} */
            disposition?: "ADOPTED" | "PARTLY_ADOPTED" | "NOT_ADOPTED" | "EXPLAINED";
            proof?: components["schemas"]["Proof"];
        };
        ApproveDossier: Record<string, never>;
        ApproveReturn: {
            roundNo: number;
            organ: string;
            /** @enum {string} */
            position?: "CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT";
        };
        AttachStatement: {
            organ: string;
            text: string;
        };
        BeginReview: Record<string, never>;
        Catalogue: {
            commands: {
                name: string;
                path: string;
                summary: string;
                creates: boolean;
                by: {
                    [key: string]: string;
                };
                /** @description JSON Schema of the body; refers to `schemas` */
                schema: {
                    [key: string]: unknown;
                };
            }[];
            dossierTypes: {
                type: string;
                ja: string;
                en: string;
                /** @description JSON Schema of `content` */
                schema: {
                    [key: string]: unknown;
                };
                procedures: {
                    [key: string]: unknown;
                }[];
                example: {
                    [key: string]: unknown;
                };
            }[];
            schemas: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
        };
        Clause: {
            id: string;
            heading?: string;
            text: string;
            tags?: components["schemas"]["CompetenceTag"][];
            children: components["schemas"]["Clause"][];
        };
        ClauseEdit: {
            /** @constant */
            op: "replace";
            clauseId: string;
            heading?: string;
            text: string;
            tags?: components["schemas"]["CompetenceTag"][];
        } | {
            /** @constant */
            op: "insert";
            parent: string | null;
            after: string | null;
            clause: components["schemas"]["Clause"];
        } | {
            /** @constant */
            op: "move";
            clauseId: string;
            parent: string | null;
            after: string | null;
        } | {
            /** @constant */
            op: "remove";
            clauseId: string;
        };
        CloseThread: {
            thread: components["schemas"]["ThreadRef"];
            note?: string;
        };
        CommandAnswer: {
            dossierId: string;
            /** @description version of the dossier after the command; the ETag */
            version: number;
            stage: string;
            /** @description place in the ledger, for Min-Position of queries; null: nothing was to change */
            position: number | null;
        };
        CommentGroup: {
            /** @description in the order in which groups came up; stays when others follow */
            no: number;
            count: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            text: string;
            name?: string;
            affiliation?: string;
        };
        CommentGroups: {
            received: number;
            unique: number;
            items: components["schemas"]["CommentGroup"][];
            /** @description for `before`; absent on the last page */
            next?: string;
        };
        /** @enum {string} */
        CompetenceTag: "personal-data" | "copyright" | "consumer" | "children" | "labour" | "medical" | "finance" | "security" | "local-government" | "international" | "procurement" | "cyber" | "education" | "mobility" | "energy" | "budget" | "agriculture" | "communications" | "competition" | "environment" | "housing" | "industry" | "justice" | "legal" | "public-service" | "records" | "science" | "space" | "veterans";
        ConcludeRound: {
            roundNo: number;
        };
        ConcurInternally: Record<string, never>;
        ConfirmDossier: {
            /** Format: date */
            reviewBy?: string;
            reason?: string;
        };
        ConfirmMemorandum: {
            organ: string;
            memorandumNo: number;
        };
        Contact: {
            bureau: string;
            division?: string;
            name?: string;
            extension?: string;
            /** Format: email */
            email?: string;
        };
        DecideDossier: {
            /** Format: date */
            decidedOn: string;
            reference: string;
        };
        DeclineToEndorse: {
            reason: string;
        };
        DeferItem: {
            /** Format: date */
            meetingOn: string;
            reason: string;
        };
        Delegation: {
            id: string;
            from: string;
            to: string;
            /** @enum {string} */
            role: "MIN_APPROVER" | "LIAISON" | "CAIO" | "SECR_REVIEWER" | "SECR_APPROVER";
            organ: string;
            kind: components["schemas"]["DelegationKind"];
            dossierTypes?: ("initiative" | "guideline" | "oral-item")[];
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
            /** @description the standing delegation that it passes on */
            via: string | null;
            /**
             * @description by its own dates and revocation
             * @enum {string}
             */
            state: "FUTURE" | "IN_FORCE" | "ENDED" | "REVOKED";
        };
        DelegationAnswer: {
            delegationId: string;
            version: number;
            position: number | null;
        };
        /** @enum {string} */
        DelegationKind: "STANDING" | "ACTING";
        DelegationList: {
            items: components["schemas"]["Delegation"][];
        };
        DisposeComments: {
            groupNo: number;
            gist: string;
            count: number;
            response: string;
            changeMade: boolean;
            clauseId?: string;
        };
        DraftDossier: {
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
        };
        EndorseDossier: {
            /** @default [] */
            conditions: string[];
        };
        ErasePayload: {
            /** Format: uuid */
            eventId: string;
            paths: (string | number)[][];
            reason: string;
        };
        ErasureAnswer: {
            dossierId: string;
            version: number;
            position: number | null;
            remaining: {
                /** Format: uuid */
                eventId: string;
                type: string;
                paths: (string | number)[][];
            }[];
        };
        EscalateThread: {
            thread: components["schemas"]["ThreadRef"];
            organ: string;
            reason: string;
        };
        ExtendRound: {
            roundNo: number;
            /** Format: date-time */
            dueAt: string;
            reason: string;
        };
        Fault: {
            /** @description place in the body, steps joined by dots; empty: the body itself */
            path: string;
            message: string;
        };
        FileDossier: {
            sha256?: string;
        };
        FilingLine: {
            /** @description as a spreadsheet numbers it: the header is row 1 */
            row: number;
            /** @enum {string} */
            outcome: "drafted" | "approved" | "filed" | "already" | "rejected";
            /** @description follows from the identity of the row, so a repetition meets it again */
            dossierId?: string;
            stage?: string;
            /** @description rejected: the cell to change */
            column?: string;
            /** @description rejected: what is wrong */
            reason?: string;
            /**
             * @description rejected by a command: the type of its problem
             * @enum {string}
             */
            problemType?: "malformed-body" | "invalid-request" | "idempotency-key-missing" | "unauthenticated" | "not-permitted" | "four-eyes" | "recused" | "not-found" | "method-not-allowed" | "not-allowed-in-stage" | "already-exists" | "guard-refused" | "positions-missing" | "clock-not-running" | "feed-expired" | "version-stale" | "body-too-large" | "unsupported-media-type" | "invalid-content" | "key-reused" | "marking-refused" | "if-match-required" | "too-many-requests" | "internal-error" | "not-yet-visible" | "unavailable";
        };
        FilingSummary: {
            summary: {
                map: string;
                cabinet: string;
                /** @enum {string} */
                step: "draft" | "approve" | "file";
                rows: number;
                drafted: number;
                approved: number;
                filed: number;
                already: number;
                rejected: number;
                seconds: number;
            };
        };
        GrantDelegation: {
            to: string;
            /** @enum {string} */
            role: "MIN_APPROVER" | "LIAISON" | "CAIO" | "SECR_REVIEWER" | "SECR_APPROVER";
            organ: string;
            kind: components["schemas"]["DelegationKind"];
            dossierTypes?: ("initiative" | "guideline" | "oral-item")[];
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validTo: string;
            reason: string;
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
        LodgeItem: {
            /**
             * @default DECISION
             * @enum {string}
             */
            form: "DECISION" | "APPROVAL" | "REPORT" | "HANDOUT";
            /**
             * @default SITTING
             * @enum {string}
             */
            manner: "SITTING" | "CIRCULATED";
            /** Format: date */
            meetingOn: string;
            /** @default [] */
            papers: string[];
        };
        MarkEditorial: {
            versionNo: number;
            clauseIds: string[];
            reason: string;
        };
        Marking: {
            confidentiality: 1 | 2;
            handling: string[];
        };
        MoveProcedure: {
            version: number;
            reason: string;
        };
        NewPublicComment: {
            text: string;
            name?: string;
            affiliation?: string;
        };
        NewThread: {
            /** @constant */
            kind: "QUESTION";
            /**
             * @default NOTE
             * @enum {string}
             */
            weight: "MUST" | "SHOULD" | "NOTE";
            clauseId?: string;
            quotedText?: string;
            body: string;
            reason?: string;
            desk?: string;
        } | {
            /** @constant */
            kind: "OPINION";
            /** @enum {string} */
            weight: "MUST" | "SHOULD" | "NOTE";
            clauseId?: string;
            quotedText?: string;
            body: string;
            reason?: string;
            desk?: string;
            proposedText?: string;
        };
        ObjectAllocation: {
            roundNo: number;
            organ: string;
            /** @enum {string} */
            claim: "NOT_OURS" | "ALSO";
            also?: string;
            reason: string;
        };
        OpenPublicComment: {
            /** @enum {string} */
            kind?: "STATUTORY_ART39" | "ART40_SHORT" | "VOLUNTARY";
            kindReason?: string;
            /** Format: date */
            closeOn?: string;
            reasonIfShort?: string;
            caseNo?: string;
            /** @default [] */
            materials: string[];
        };
        OpenRound: {
            /**
             * @default FULL
             * @enum {string}
             */
            kind: "FULL" | "DELTA" | "EXPEDITED" | "INFORMAL";
            /** Format: date-time */
            dueAt?: string;
            /** @default [] */
            participants: {
                organ: string;
                /** @enum {string} */
                mode: "DRAFT" | "CONCUR" | "INPUT" | "INFORM";
            }[];
            reason?: string;
            /** @default false */
            hideNames: boolean;
        };
        OpinionRow: {
            /** @description as the spreadsheet numbers it */
            row: number;
            /** @enum {string} */
            outcome: "raised" | "skipped" | "refused";
            /** @description the thread it became, or is already */
            thread?: components["schemas"]["ThreadRef"];
            /** @description refused: what to change */
            errors?: components["schemas"]["OpinionRowFault"][];
            /** @description skipped: why */
            note?: {
                ja: string;
                en: string;
            };
        };
        OpinionRowFault: {
            column?: string;
            ja: string;
            en: string;
        };
        OpinionTableAnswer: {
            dossierId: string;
            organ: string;
            roundNo: number;
            rows: components["schemas"]["OpinionRow"][];
            raised: number;
            skipped: number;
            refused: number;
            /** @description place of the last new thread in the ledger, for Min-Position */
            position: number | null;
        };
        OverrideRecusal: {
            person: string;
            reason: string;
        };
        PlaceOnAgenda: {
            /** @enum {string} */
            agenda: "DRAFT" | "FINAL";
        };
        PostViewApproval: Record<string, never>;
        Problem: {
            /** @enum {string} */
            type: "https://kyogi.example/problems/malformed-body" | "https://kyogi.example/problems/invalid-request" | "https://kyogi.example/problems/idempotency-key-missing" | "https://kyogi.example/problems/unauthenticated" | "https://kyogi.example/problems/not-permitted" | "https://kyogi.example/problems/four-eyes" | "https://kyogi.example/problems/recused" | "https://kyogi.example/problems/not-found" | "https://kyogi.example/problems/method-not-allowed" | "https://kyogi.example/problems/not-allowed-in-stage" | "https://kyogi.example/problems/already-exists" | "https://kyogi.example/problems/guard-refused" | "https://kyogi.example/problems/positions-missing" | "https://kyogi.example/problems/clock-not-running" | "https://kyogi.example/problems/feed-expired" | "https://kyogi.example/problems/version-stale" | "https://kyogi.example/problems/body-too-large" | "https://kyogi.example/problems/unsupported-media-type" | "https://kyogi.example/problems/invalid-content" | "https://kyogi.example/problems/key-reused" | "https://kyogi.example/problems/marking-refused" | "https://kyogi.example/problems/if-match-required" | "https://kyogi.example/problems/too-many-requests" | "https://kyogi.example/problems/internal-error" | "https://kyogi.example/problems/not-yet-visible" | "https://kyogi.example/problems/unavailable";
            title: string;
            status: number;
            /** @description what to change */
            detail: string;
            /** @description the request; the same id is in X-Correlation-Id and in the logs */
            instance: string;
            faults?: components["schemas"]["Fault"][];
            /** @description version-stale: the present version, also in ETag */
            current?: number;
        } & {
            [key: string]: unknown;
        };
        Proof: {
            versionNo: number;
            clauseId: string;
            text: string;
        };
        ProveDisposition: {
            thread: components["schemas"]["ThreadRef"];
            proof: components["schemas"]["Proof"];
        };
        PublicCommentNotice: {
            dossierId: string;
            title: components["schemas"]["Wording"];
            /** @description comments are taken now */
            open: boolean;
            /** @enum {string} */
            kind: "STATUTORY_ART39" | "ART40_SHORT" | "VOLUNTARY";
            /** Format: date-time */
            openAt: string;
            /** Format: date-time */
            closeAt: string;
            days: number;
            /** @description Art. 40: why it is shorter than 30 days */
            reasonIfShort?: string;
            caseNo?: string;
            versionNo: number;
            sha256: string;
            materials: string[];
        };
        PublicCommentReceipt: {
            /** @description number of the receipt */
            receipt: string;
            /** Format: date-time */
            receivedAt: string;
        };
        PublishCommentResult: {
            /** Format: uri */
            url: string;
            /** Format: date */
            publishedOn: string;
        };
        PublishDossier: {
            /** Format: uri */
            url: string;
            /** @enum {string} */
            language: "ja" | "en";
            /** Format: date */
            publishedOn: string;
        };
        RaiseThread: {
            roundNo: number;
            organ: string;
            thread: components["schemas"]["NewThread"];
        };
        RecordLegalCheck: {
            organ: string;
            /** @enum {string} */
            finding: "PASSED" | "OBJECTIONS";
            notes?: string;
        };
        RecordMemorandum: {
            organ: string;
            /** @default [] */
            threads: components["schemas"]["ThreadRef"][];
            clauseIds: string[];
            text: string;
        };
        RecuseOfficer: {
            person: string;
            reason: string;
        };
        RefuseApproval: {
            reason: string;
        };
        ReopenThread: {
            thread: components["schemas"]["ThreadRef"];
            body: string;
            proposedText?: string;
        };
        RepealDossier: {
            reason: string;
        };
        ReportReview: {
            findings: string;
        };
        RequestApproval: {
            /** @default [] */
            concurrence: {
                division: string;
                person: string;
            }[];
        };
        RequestFinalApproval: Record<string, never>;
        RequestLegalCheck: Record<string, never>;
        ReserveThread: {
            thread: components["schemas"]["ThreadRef"];
            reason: string;
        };
        ResumeRound: {
            roundNo: number;
            reason: string;
        };
        ReturnDossier: {
            reasons: string[];
        };
        ReviseDossier: {
            /** @constant */
            type: "initiative";
            head?: components["schemas"]["Head"];
            content?: components["schemas"]["initiative-content"];
            /** @default [] */
            clauseEdits: components["schemas"]["ClauseEdit"][];
            note?: string;
        } | {
            /** @constant */
            type: "guideline";
            head?: components["schemas"]["Head"];
            content?: components["schemas"]["guideline-content"];
            /** @default [] */
            clauseEdits: components["schemas"]["ClauseEdit"][];
            note?: string;
        } | {
            /** @constant */
            type: "oral-item";
            head?: components["schemas"]["Head"];
            content?: components["schemas"]["oral-item-content"];
            /** @default [] */
            clauseEdits: components["schemas"]["ClauseEdit"][];
            note?: string;
        };
        RevokeDelegation: {
            reason: string;
        };
        /** @enum {string} */
        Role: "LIAISON" | "DESK" | "MIN_APPROVER" | "CAIO" | "SECR_INTAKE" | "SECR_REVIEWER" | "SECR_APPROVER" | "SECR_DIRECTOR" | "HQ_MINISTER" | "HQ_CHAIR" | "OBSERVER" | "DOWNSTREAM" | "PUBLIC" | "SYSTEM";
        RuleOnAllocation: {
            roundNo: number;
            objectionNo: number;
            /** @enum {string} */
            ruling: "UPHELD" | "DISMISSED";
            reason: string;
        };
        SetPosition: {
            roundNo: number;
            organ: string;
            /** @enum {string} */
            position: "CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT";
            comment?: string;
        };
        SignVersion: {
            organ: string;
            sha256: string;
        };
        SuspendRound: {
            roundNo: number;
            reason: string;
        };
        ThreadRef: string;
        WithdrawCoLead: {
            organ: string;
            reason: string;
        };
        WithdrawDossier: {
            reason: string;
        };
        WithdrawItem: {
            reason: string;
        };
        WithdrawThread: {
            thread: components["schemas"]["ThreadRef"];
            reason?: string;
        };
        Wording: {
            ja?: string;
            en?: string;
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
        "oral-item-content": {
            reference: string;
            /** Format: date */
            meetingOn?: string;
        };
    };
    responses: {
        /** @description `malformed-body`: The body is not valid JSON in UTF-8; `invalid-request`: The request does not fit its schema; `idempotency-key-missing`: An Idempotency-Key header is required */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: A valid access token is required */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-permitted`: Your roles do not allow this command here; `four-eyes`: Another person must do this; `recused`: You are not impartial in this matter */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-found`: No such thing, or it is not open to you */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `method-not-allowed`: This address does not take that method */
        Problem405: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-allowed-in-stage`: The procedure does not allow this command now; `already-exists`: A dossier with this id exists; `guard-refused`: A rule of the procedure is not met; `positions-missing`: The round cannot be concluded yet; `clock-not-running`: That clock has stopped or was started anew */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `feed-expired`: What lies before is not kept any more */
        Problem410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version-stale`: The dossier has changed since you read it */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `body-too-large`: The body is larger than the limit */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported-media-type`: The body has another media type than this address takes */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `invalid-content`: The content contradicts itself, the cabinet or the calendar; `key-reused`: This Idempotency-Key was used with another request; `marking-refused`: Content marked 機密性3 is not kept here */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `if-match-required`: An If-Match header is required */
        Problem428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `too-many-requests`: Too many requests */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal-error`: Kyogi failed; nothing was written */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not-yet-visible`: The read model has not reached that position yet; `unavailable`: A part that Kyogi needs is not available */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description ULID of the dossier; for a creation, one of your making. */
        DossierId: string;
        /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
        IdempotencyKey: string;
        /** @description The ETag of the version you decided on; or * when the command holds for any version. */
        IfMatch: string;
        /** @description Only *: there must be no such dossier yet. */
        IfNoneMatch: "*";
        /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
        CorrelationId: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of the dossier, in quotes; for If-Match. */
        ETag: string;
        /** @description The address of the new dossier. */
        Location: string;
        /** @description true: the answer of an earlier request with this key; nothing was done now. */
        IdempotencyReplayed: string;
        /** @description Names the request in the logs. */
        XCorrelationId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    DraftDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Only *: there must be no such dossier yet. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ReviseDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    MarkEditorial: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkEditorial"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    SignVersion: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignVersion"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    WithdrawCoLead: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawCoLead"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RequestApproval: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestApproval"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ConcurInternally: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcurInternally"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    PostViewApproval: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostViewApproval"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ApproveDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RefuseApproval: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseApproval"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    FileDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AcceptDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ReturnDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RequestLegalCheck: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestLegalCheck"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RecordLegalCheck: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordLegalCheck"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    BeginReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginReview"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ReportReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReview"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RecuseOfficer: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecuseOfficer"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    OverrideRecusal: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideRecusal"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    EndorseDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndorseDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    DeclineToEndorse: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineToEndorse"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    OpenRound: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenRound"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ExtendRound: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendRound"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    SuspendRound: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendRound"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ResumeRound: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeRound"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AbandonRound: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbandonRound"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AllocateDesk: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocateDesk"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ObjectAllocation: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectAllocation"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RuleOnAllocation: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleOnAllocation"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ApproveReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveReturn"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    SetPosition: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPosition"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AttachStatement: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachStatement"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ConcludeRound: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludeRound"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RaiseThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RaiseThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AnswerThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ProveDisposition: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveDisposition"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    CloseThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ReopenThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    WithdrawThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    EscalateThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalateThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ReserveThread: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveThread"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RecordMemorandum: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordMemorandum"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ConfirmMemorandum: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmMemorandum"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    OpenPublicComment: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPublicComment"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    DisposeComments: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisposeComments"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    PublishCommentResult: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishCommentResult"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AbandonAfterComment: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbandonAfterComment"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RequestFinalApproval: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestFinalApproval"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    LodgeItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LodgeItem"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    PlaceOnAgenda: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOnAgenda"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    DeferItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeferItem"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    WithdrawItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawItem"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    DecideDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ActivateDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    PublishDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ConfirmDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AmendDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RepealDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepealDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    WithdrawDossier: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawDossier"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    MoveProcedure: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The ETag of the version you decided on; or * when the command holds for any version. */
                "If-Match": components["parameters"]["IfMatch"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveProcedure"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    "X-Correlation-Id": components["headers"]["XCorrelationId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    GrantDelegation: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the delegation; for a grant, one of your making. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantDelegation"];
            };
        };
        responses: {
            /** @description Decided and written; in force at the next command. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RevokeDelegation: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the delegation; for a grant, one of your making. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeDelegation"];
            };
        };
        responses: {
            /** @description Decided and written; in force at the next command. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ErasePayload: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePayload"];
            };
        };
        responses: {
            /** @description Erased; `remaining` says where else in this dossier the same words stand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    fileSpreadsheet: {
        parameters: {
            query: {
                /** @description Name of the map that says how columns become fields: cabinets/maps/<name>.json. */
                map: string;
                /** @description Each step needs a person with the role for it; approval never by the one who drafted. */
                step: "draft" | "approve" | "file";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description One line per row, then the summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["FilingLine"] | components["schemas"]["FilingSummary"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            415: components["responses"]["Problem415"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    returnOpinionTable: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the dossier; for a creation, one of your making. */
                id: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpinionTableAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readPublicCommentNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ULID of the dossier. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCommentNotice"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sendPublicComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description ULID of the dossier. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPublicComment"];
            };
        };
        responses: {
            /** @description Received; it will be counted. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCommentReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readCommentGroups: {
        parameters: {
            query?: {
                /** @description The `next` of the page before. */
                before?: string;
                /** @description Groups on a page. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description ULID of the dossier. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Groups, those with the newest comment first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentGroups"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalogue"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            500: components["responses"]["Problem500"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The present state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            500: components["responses"]["Problem500"];
        };
    };
}
