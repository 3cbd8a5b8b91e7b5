export interface paths {
    "/v1/subscriptions/{id}/open-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Subscribe an organ of yours; the id is one of your making. */
        post: operations["OpenSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/change-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change name, filter, order or transport from the next event on. */
        post: operations["ChangeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/disable-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop it; what happens meanwhile is told once it is enabled. */
        post: operations["DisableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/enable-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it go on where it stopped. */
        post: operations["EnableSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/end-subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it for good. */
        post: operations["EndSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with a new key; the old one signs as well for a time. The key is shown once. */
        post: operations["RotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send deliveries of a webhook again, or say how many it would be. */
        post: operations["ReplayDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say up to which number deliveries were taken. */
        post: operations["AcknowledgeDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The subscriptions of your organs, in the order of their ids. */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A subscription, and how far it came. */
        get: operations["readSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/troubled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook did not take. */
        get: operations["readTroubled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next deliveries of a subscription: a batch of CloudEvents in a chain without a gap. */
        get: operations["pullEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries as server-sent events: id is the subsequence, data one CloudEvent; resumes after Last-Event-ID; `end` says why it will not go on. */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event with its data, also of marking 2, to whom it was told. */
        get: operations["readEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole ledger, for headquarters' own machines. */
        get: operations["readLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts and hashes by day and acting organ. */
        get: operations["readLedgerDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the feed says, as an AsyncAPI 3 document. */
        get: operations["readAsyncapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON schema that dataschema of an event names. */
        get: operations["readSchema"];
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
        AcknowledgeDeliveries: {
            through: number;
        };
        Acknowledged: {
            settled: number;
        };
        Announcement: {
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
        };
        ChangeSubscription: {
            name?: string;
            filter?: components["schemas"]["SubscriptionFilter"];
            mode?: components["schemas"]["SubscriptionMode"];
            transport?: components["schemas"]["Transport"];
        };
        Fault: {
            /** @description place in the body, steps joined by dots; empty: the body itself */
            path: string;
            message: string;
        };
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
        LedgerDigest: {
            upTo: number;
            items: {
                /** Format: date */
                day: string;
                organ: string;
                events: number;
                sha256: string;
            }[];
        };
        LedgerPage: {
            head: number;
            items: components["schemas"]["WholeEvent"][];
        };
        OpenSubscription: {
            organ: string;
            /** @default government */
            scope: components["schemas"]["SubscriptionScope"];
            name: string;
            /** @default {} */
            filter: components["schemas"]["SubscriptionFilter"];
            /** @default strict */
            mode: components["schemas"]["SubscriptionMode"];
            transport: components["schemas"]["Transport"];
            after?: number;
        };
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
        ReplayAnswer: {
            subscriptionId: string;
            count: number;
            dryRun: boolean;
            position: number | null;
        };
        ReplayDeliveries: {
            from: number;
            to: number;
            filter?: components["schemas"]["SubscriptionFilter"];
            /**
             * @default all
             * @enum {string}
             */
            only: "all" | "parked";
            /** @default false */
            dryRun: boolean;
            reason?: string;
        };
        RotateSecret: {
            /** @default 24 */
            overlapHours: number;
        };
        Subscription: {
            id: string;
            organ: string;
            scope: components["schemas"]["SubscriptionScope"];
            name: string;
            /** @default {} */
            filter: components["schemas"]["SubscriptionFilter"];
            /** @default strict */
            mode: components["schemas"]["SubscriptionMode"];
            transport: components["schemas"]["Transport"];
            state: components["schemas"]["SubscriptionState"];
            disabledFor: ("owner" | "gone" | "failing" | "no-consent") | null;
            /** @description position of the last event of a dossier that it was asked about; what is beside dossiers moves it nowhere */
            cursor: number;
            /** @description number of the last delivery */
            delivered: number;
            /** @description every delivery up to this number was taken, or told of as a gap */
            settled: number;
            waiting: number;
            parked: number;
            consentUntil: string | null;
        };
        SubscriptionAnswer: {
            subscriptionId: string;
            version: number;
            position: number | null;
            secret?: string;
        };
        SubscriptionFilter: {
            types?: ("DossierDrafted" | "DossierRevised" | "EditorialMarked" | "VersionSigned" | "SignaturesVoided" | "CoLeadWithdrawn" | "ApprovalRequested" | "InternallyConcurred" | "ApprovalPostViewed" | "DossierApproved" | "ApprovalRefused" | "DossierFiled" | "CompletenessChecked" | "OverlapsFound" | "DossierAccepted" | "DossierReturned" | "DossierWithdrawn" | "DossierLapsed" | "ProcedureMoved" | "RoundOpened" | "RoundExtended" | "RoundSuspended" | "RoundResumed" | "RoundAbandoned" | "DeskAllocated" | "AllocationObjected" | "AllocationRuled" | "ParticipantAdded" | "ParticipantReleased" | "ReturnApproved" | "PositionSet" | "StatementAttached" | "RoundAnswered" | "RoundDeadlinePassed" | "SilenceRecorded" | "RoundConcluded" | "ThreadRaised" | "ThreadAnswered" | "DispositionProved" | "ThreadClosed" | "ThreadReopened" | "ThreadWithdrawn" | "EscalationProposed" | "ThreadEscalated" | "ThreadReserved" | "MemorandumRecorded" | "MemorandumConfirmed" | "AnswersOverdue" | "LegalCheckRequested" | "LegalCheckRecorded" | "ReviewBegun" | "ReviewReported" | "OfficerRecused" | "RecusalOverridden" | "DossierEndorsed" | "EndorsementDeclined" | "PublicCommentOpened" | "PublicCommentClosed" | "CommentGroupDisposed" | "CommentResultPublished" | "CommentAbandoned" | "FinalApprovalRequested" | "ItemLodged" | "ItemPlaced" | "ItemDeferred" | "ItemWithdrawn" | "DossierDecided" | "DossierActivated" | "DossierPublished" | "ReviewFellDue" | "DossierConfirmed" | "DossierAmending" | "DossierRepealed" | "ClockStarted" | "ClockStopped" | "ClockWarned" | "ClockDue" | "ClockOverdue" | "ClockEscalated" | "PayloadErased")[];
            organs?: string[];
            pillars?: ("P1" | "P2" | "P3" | "P4")[];
            dossiers?: string[];
            maxMarking?: 1 | 2;
        };
        SubscriptionList: {
            items: components["schemas"]["Subscription"][];
        };
        /** @enum {string} */
        SubscriptionMode: "strict" | "parallel";
        SubscriptionReason: {
            reason: string;
        };
        /** @enum {string} */
        SubscriptionScope: "government" | "organ";
        /** @enum {string} */
        SubscriptionState: "ACTIVE" | "DISABLED" | "ENDED";
        Transport: {
            /** @constant */
            kind: "pull";
        } | {
            /** @constant */
            kind: "webhook";
            /** Format: uri */
            url: string;
            /** @enum {string} */
            signature: "v1" | "v1a";
        } | {
            /** @constant */
            kind: "nats";
        };
        TroubledDelivery: {
            subsequence: number;
            position: number;
            dossierId: string;
            /** @enum {string} */
            state: "waiting" | "behind" | "parked";
            attempts: number;
            firstTriedAt: string | null;
            nextAttemptAt: string | null;
            lastStatus: number | null;
            lastError: string | null;
            noticeSent: boolean;
        };
        TroubledPage: {
            items: components["schemas"]["TroubledDelivery"][];
            next: number | null;
        };
        WholeEvent: {
            position: number;
            id: number;
            /** Format: uuid */
            eventId: string;
            streamId: string;
            version: number;
            type: string;
            v: number;
            data: {
                [key: string]: unknown;
            };
            meta: {
                [key: string]: unknown;
            };
            recordedAt: string;
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
        /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
        IdempotencyKey: string;
        /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
        CorrelationId: string;
    };
    requestBodies: never;
    headers: {
        /** @description true: the answer of an earlier request with this key; nothing was done now. */
        IdempotencyReplayed: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    OpenSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSubscription"];
            };
        };
        responses: {
            /** @description Decided and written. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ChangeSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSubscription"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    DisableSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionReason"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    EnableSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionReason"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    EndSubscription: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionReason"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    RotateSecret: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecret"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    ReplayDeliveries: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayDeliveries"];
            };
        };
        responses: {
            /** @description Decided and written. */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    AcknowledgeDeliveries: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeDeliveries"];
            };
        };
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledged"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readTroubled: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                /** @description ULID of the subscription */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TroubledPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    pullEvents: {
        parameters: {
            query: {
                /** @description ULID of the subscription */
                subscription: string;
                /** @description number of the last delivery that you have: says that all up to it were taken (of a subscription by pull). Absent: what was said last. */
                after?: string;
                /** @description deliveries at most, 1 to 1000 (100) */
                limit?: string;
                /** @description seconds to wait when there is nothing yet, 0 to 30 (0) */
                wait?: string;
            };
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/cloudevents-batch+json": components["schemas"]["FeedEvent"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    streamEvents: {
        parameters: {
            query: {
                /** @description ULID of the subscription */
                subscription: string;
                /** @description number of the last delivery that you have; the header Last-Event-ID wins over it */
                after?: string;
            };
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/cloudevents+json": components["schemas"]["Announcement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readLedger: {
        parameters: {
            query?: {
                /** @description the position it goes on behind (0) */
                after?: string;
                /** @description events at most, 1 to 1000 (500) */
                limit?: string;
                /** @description seconds to wait for the first event, 0 to 30 (0) */
                wait?: string;
            };
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readLedgerDigest: {
        parameters: {
            query?: {
                /** @description only this day, in the time zone of the cabinet */
                day?: string;
                /** @description the last position that counts (the head) */
                upTo?: string;
            };
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerDigest"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readAsyncapi: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSchema: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made. */
                "X-Correlation-Id"?: components["parameters"]["CorrelationId"];
            };
            path: {
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
