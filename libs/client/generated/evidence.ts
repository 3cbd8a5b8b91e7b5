export interface paths {
    "/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest published checkpoint: a signed note (C2SP tlog-checkpoint), cosigned by witnesses. */
        get: operations["readCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of the log and its witnesses, past ones too: a vkey a line. */
        get: operations["readKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tile/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tile of hashes (`tile/0/x001/067`) or a bundle of entries (`tile/entries/…`), C2SP tlog-tiles. */
        get: operations["readTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/proof/{position}.tlog-proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt to keep: the proof that the entry of a position is in the log (C2SP tlog-proof). */
        get: operations["readProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entry/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entry of a position: canonical JSON, with salted hashes of what it is about. */
        get: operations["readEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the evidence of an event is. */
        get: operations["findEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{eventId}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What opens the hashes of an entry: for the organ that acted, and for the secretariat where the event is told to it. */
        get: operations["openEntry"];
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
        Evidence: {
            eventId: string;
            /** @description position in the ledger */
            position: number;
            published: boolean;
            proof: string;
            entry: string;
        };
        Fault: {
            /** @description place in the body, steps joined by dots; empty: the body itself */
            path: string;
            message: string;
        };
        Opening: {
            /** @description base64 */
            salt: string;
            payload: {
                v: number;
                data: {
                    [key: string]: unknown;
                };
                meta: {
                    [key: string]: unknown;
                };
            };
            person: string;
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
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is published. */
            200: {
                headers: {
                    /** @description of these bytes; If-None-Match answers 304 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is published. */
            200: {
                headers: {
                    /** @description of these bytes; If-None-Match answers 304 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description rest of the path of a tile; it contains slashes */
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is published. */
            200: {
                headers: {
                    /** @description of these bytes; If-None-Match answers 304 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description position in the ledger, from 1 */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is published. */
            200: {
                headers: {
                    /** @description of these bytes; If-None-Match answers 304 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description position in the ledger, from 1 */
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is published. */
            200: {
                headers: {
                    /** @description of these bytes; If-None-Match answers 304 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    findEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of an event */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is published. */
            200: {
                headers: {
                    /** @description of these bytes; If-None-Match answers 304 */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description You have it already. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id of an event */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keep it with the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opening"];
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
