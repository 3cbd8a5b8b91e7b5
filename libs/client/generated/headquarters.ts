export interface paths {
    "/v1/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register: filters, paging, and search in Japanese and English. */
        get: operations["listDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dossier with the text of its present version; the ETag is what If-Match of a command wants. */
        get: operations["readDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/versions/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of one version. */
        get: operations["readVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that happened to a dossier, in sentences, as far as it is open to you. */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/consultation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consultation sheet: rounds, positions, threads, memoranda and what is missing, now or at a moment. */
        get: operations["readConsultation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text and every position as they were at a position of the ledger or at a time. */
        get: operations["readAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every transition: command, rule and version of the procedure, evidence, actor, on whose behalf, time. */
        get: operations["explainDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/consultation.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consultation sheet as a page. */
        get: operations["consultationPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/old-new.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Old and new text side by side (新旧対照表). */
        get: operations["oldNewPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/as-of.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Text and positions at a moment, as a page. */
        get: operations["asOfPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What your organs have to do or to know. */
        get: operations["readInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where everything stands: stage × lead × pillar, what is overdue, and for how long. */
        get: operations["readBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who does what for each pillar of the Basic Plan, and who nothing, as far as it is open to you. */
        get: operations["readCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/documents/opinion-table.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The opinion table (意見一覧表); of one ministry, to be filled and returned. */
        get: operations["opinionTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/documents/opinion-table.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The opinion table as CSV for spreadsheet programs. */
        get: operations["opinionTableCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/documents/old-new.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Old and new text side by side (新旧対照表) as a Word file. */
        get: operations["oldNewDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/documents/cover.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cover sheet of a round (照会文): who is asked what until when, and what silence means for whom. */
        get: operations["coverSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/documents/public-comment-result.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a public comment (Administrative Procedure Act, Art. 43). */
        get: operations["commentResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/documents/public-comment-result.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a public comment as CSV. */
        get: operations["commentResultCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dwell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long each organ held each dossier, on whose clock, as far as it is open to you. */
        get: operations["readDwell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is late and on whose clock, and what is due in five business days. */
        get: operations["readLate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many returns each organ owes on which day: numbers only, of all running rounds. */
        get: operations["readLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{id}/round-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a round would ask and why, how soon it could be due, and whose desks are full; for its leads and the secretariat. */
        get: operations["previewRound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past answers and memoranda: by words, or like a thread that is being answered. */
        get: operations["findPrecedents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days and organs of which headquarters did not say what the ledger says, open ones first (SECR_*). */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare the read models with the ledger, and a copy of the ledger with its original, now (SECR_*). */
        post: operations["reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of guidelines in force as a page, in Japanese or English. */
        get: operations["openDataPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/catalogue.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of the register in JSON-LD: DCAT 3, for DCAT-AP. */
        get: operations["openDataCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/guidelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published guidelines on AI: number, name, organ in charge, date, summary and status, with those that have ended. */
        get: operations["openDataGuidelines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published guidelines and initiatives, and drafts that were given up after public comment; each with its published text. */
        get: operations["openDataDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was decided on published dossiers, by which body, when, and whether an organ maintained a reservation. */
        get: operations["openDataDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results of public comment (numbers, gist and answer) and reservations carried to a decision word for word. */
        get: operations["openDataDispositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/guidelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry with its text, without persons; as CSV without the text. */
        get: operations["openDataGuideline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open-data/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry with its text, without persons; as CSV without the text. */
        get: operations["openDataDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organs of the cabinet. */
        get: operations["listOrgans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/read-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the read models have come, and whether one is stopped. */
        get: operations["listReadModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/read-models/{name}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build a read model anew from the ledger, without downtime (SECR_DIRECTOR). */
        post: operations["rebuildReadModel"];
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
        AsOfView: {
            /** @description position in the ledger */
            position: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            stage: string;
            version: {
                no: number;
                sha256: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                clauses: components["schemas"]["Clause"][] | null;
            };
            sheet: components["schemas"]["ConsultationSheet"];
        };
        BoardView: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            now: string;
            total: number;
            overdue: number;
            cells: {
                stage: string;
                lead: string;
                pillar: ("P1" | "P2" | "P3" | "P4") | null;
                count: number;
                overdue: number;
            }[];
            stages: {
                stage: string;
                count: number;
                overdue: number;
                /** @description days in the stage, one decimal */
                medianDays: number;
                /** @description days in the stage, one decimal */
                maxDays: number;
            }[];
        };
        Clause: {
            id: string;
            heading?: string;
            text: string;
            tags?: components["schemas"]["CompetenceTag"][];
            children: components["schemas"]["Clause"][];
        };
        ClauseChange: {
            clauseId: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed" | "moved";
        };
        ClockView: {
            clock: string;
            epoch: number;
            holder: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            warnAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            dueAt: string;
            /** @enum {string} */
            mark: "running" | "warned" | "due" | "overdue";
        };
        /** @enum {string} */
        CompetenceTag: "personal-data" | "copyright" | "consumer" | "children" | "labour" | "medical" | "finance" | "security" | "local-government" | "international" | "procurement" | "cyber" | "education" | "mobility" | "energy" | "budget" | "agriculture" | "communications" | "competition" | "environment" | "housing" | "industry" | "justice" | "legal" | "public-service" | "records" | "science" | "space" | "veterans";
        ConsultationSheet: {
            dossierId: string;
            /** @description position in the ledger */
            position: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            number: string | null;
            type: string;
            title: {
                ja?: string;
                en?: string;
            };
            lead: string;
            coLeads: string[];
            stage: string;
            stageName: {
                ja: string;
                en: string;
            };
            version: {
                no: number;
                sha256: string | null;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            };
            receipt: {
                /** @description position in the ledger */
                position: number;
                proof: string;
                entry: string;
            } | null;
            /** @enum {string} */
            scope: "CONSULTATION" | "OUTCOME";
            notes: {
                ja: string;
                en: string;
            }[];
            rounds: components["schemas"]["SheetRound"][];
            threads: components["schemas"]["ThreadView"][];
            memoranda: {
                memorandumNo: number;
                organ: string;
                parties: string[];
                confirmedBy: string[];
                level: number;
                threads: string[];
                clauseIds: string[];
                text: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            statements: {
                organ: string | null;
                text: string;
                at: string | null;
            }[];
            reservations: {
                thread: string;
                organ: string | null;
                clauseId: string | null;
                body: string;
                reason: string;
                level: number;
            }[];
            missing: {
                thread: string | null;
                organ: string | null;
                why: string;
            }[];
            counts: {
                byWeight: {
                    /** @enum {string} */
                    weight: "MUST" | "SHOULD" | "NOTE";
                    /** @enum {string} */
                    state: "OPEN" | "ANSWERED" | "REOPENED" | "CLOSED" | "WITHDRAWN" | "ESCALATED" | "RESERVED";
                    count: number;
                }[];
                byOrgan: {
                    organ: string | null;
                    must: number;
                    should: number;
                    note: number;
                    open: number;
                }[];
            };
        };
        Contact: {
            bureau: string;
            division?: string;
            name?: string;
            extension?: string;
            /** Format: email */
            email?: string;
        };
        CoverageView: {
            pillars: {
                /** @enum {string} */
                pillar: "P1" | "P2" | "P3" | "P4";
                initiatives: number;
                guidelines: number;
                leads: {
                    lead: string;
                    initiatives: {
                        drafting: number;
                        underway: number;
                        adopted: number;
                        ended: number;
                    };
                    guidelines: {
                        drafting: number;
                        underway: number;
                        adopted: number;
                        ended: number;
                    };
                }[];
                none: string[];
            }[];
        };
        DossierPage: {
            items: components["schemas"]["DossierRow"][];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        DossierRow: {
            dossierId: string;
            number: string | null;
            type: string;
            title: {
                ja?: string;
                en?: string;
            };
            summary: string | null;
            lead: string;
            coLeads: string[];
            pillars: ("P1" | "P2" | "P3" | "P4")[];
            tags: components["schemas"]["CompetenceTag"][];
            stage: string;
            /** @enum {string} */
            stageClass: "drafting" | "underway" | "adopted" | "ended";
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            stageSince: string;
            /** @enum {string} */
            holder: "lead" | "secretariat" | "participants" | "nobody";
            version: number;
            currentVersionNo: number;
            sha256: string;
            filedAt: string | null;
            endorsedAt: string | null;
            clocks: components["schemas"]["ClockView"][];
            overdue: boolean;
            round: components["schemas"]["RoundView"] | null;
            openMusts: number;
            missing: string[];
            overlaps: {
                dossierId: string;
                lead: string;
                title: {
                    ja?: string;
                    en?: string;
                };
                score: number;
            }[];
            readers: string[];
            /** @description position in the ledger */
            lastPosition: number;
        };
        DossierView: {
            dossierId: string;
            number: string | null;
            type: string;
            title: {
                ja?: string;
                en?: string;
            };
            summary: string | null;
            lead: string;
            coLeads: string[];
            pillars: ("P1" | "P2" | "P3" | "P4")[];
            tags: components["schemas"]["CompetenceTag"][];
            stage: string;
            /** @enum {string} */
            stageClass: "drafting" | "underway" | "adopted" | "ended";
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            stageSince: string;
            /** @enum {string} */
            holder: "lead" | "secretariat" | "participants" | "nobody";
            version: number;
            currentVersionNo: number;
            sha256: string;
            filedAt: string | null;
            endorsedAt: string | null;
            clocks: components["schemas"]["ClockView"][];
            overdue: boolean;
            round: components["schemas"]["RoundView"] | null;
            openMusts: number;
            missing: string[];
            overlaps: {
                dossierId: string;
                lead: string;
                title: {
                    ja?: string;
                    en?: string;
                };
                score: number;
            }[];
            readers: string[];
            /** @description position in the ledger */
            lastPosition: number;
            head: components["schemas"]["Head"];
            /** @description as the dossier type declares it */
            content: {
                [key: string]: unknown;
            };
            clauses: components["schemas"]["Clause"][];
            versions: {
                no: number;
                sha256: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
        };
        DwellFigures: {
            /** @description calendar days, one decimal */
            days: number;
            businessDays: number;
            /** @description hours of working days, one decimal */
            workingHours: number;
            count: number;
            /** @description of the spans */
            medianBusinessDays: number;
            /** @description of the spans */
            p90BusinessDays: number;
            openNow: number;
        };
        DwellView: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            now: string;
            /** @enum {string} */
            by: "organ" | "stage" | "dossier";
            rows: {
                organ?: string;
                stage?: string;
                dossierId?: string;
                number?: string | null;
                title?: {
                    ja?: string;
                    en?: string;
                };
                lead?: string;
                own: components["schemas"]["DwellFigures"];
                other: components["schemas"]["DwellFigures"];
                preCirculationDays: number;
                suspendedDays: number;
            }[];
            rounds: {
                informal: number;
                expedited: number;
                overtime: {
                    dossierId: string;
                    roundNo: number;
                    lead: string;
                    /** @enum {string} */
                    kind: "FULL" | "DELTA" | "EXPEDITED" | "INFORMAL";
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    openedAt: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601, UTC
                     */
                    dueAt: string;
                    workingHours: number | null;
                }[];
            };
        };
        ExplainedDossier: {
            dossierId: string;
            transitions: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                command: string;
                commandId: string;
                actor: {
                    role: components["schemas"]["Role"];
                    organ: string | null;
                    person: string | null;
                };
                onBehalfOf: string | null;
                delegationId: string | null;
                from: string | null;
                to: string;
                events: string[];
                rule: {
                    procedure: string;
                    version: number;
                    hash: string;
                    transition: {
                        command: string;
                        from: string[];
                        to: string | null;
                        variant: string | null;
                        guards: string[];
                    } | null;
                    by: components["schemas"]["Role"][];
                };
                evidence: {
                    guard: string;
                    facts: {
                        [key: string]: unknown;
                    };
                }[];
                causation: string | null;
            }[];
        };
        Fault: {
            /** @description place in the body, steps joined by dots; empty: the body itself */
            path: string;
            message: string;
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
        InboxPage: {
            items: {
                itemId: string;
                dossierId: string | null;
                organ: string;
                role: components["schemas"]["Role"] | null;
                kind: string;
                notice: boolean;
                title: {
                    ja?: string;
                    en?: string;
                };
                sentence: {
                    ja: string;
                    en: string;
                };
                about: {
                    roundNo?: number;
                    thread?: string;
                    memorandumNo?: number;
                    objectionNo?: number;
                    organ?: string;
                    level?: number;
                    subscriptionId?: string;
                    changes?: components["schemas"]["ClauseChange"][];
                    clauseIds?: string[];
                } | null;
                dueAt: string | null;
                mandatoryExplicit: boolean;
                /** @enum {string} */
                state: "open" | "done";
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                openedAt: string;
                closedAt: string | null;
                /** @description position in the ledger */
                openedPosition: number;
            }[];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        Incident: {
            id: number;
            /** @description timeline, register: a read model; ledger: the copy against the original */
            kind: components["schemas"]["IncidentKind"];
            /** Format: date */
            day: string;
            organ: string;
            /** @description by the ledger, or by the original */
            expected: {
                count: number;
                sha256: string | null;
            };
            found: {
                count: number;
                sha256: string | null;
            };
            foundAt: string;
            /** @description when it was last seen */
            seenAt: string;
            /** @description since when there is no difference any more */
            closedAt: string | null;
        };
        /** @enum {string} */
        IncidentKind: "timeline" | "register" | "ledger";
        IncidentList: {
            items: components["schemas"]["Incident"][];
        };
        LateView: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            asOf: string;
            late: {
                dossierId: string;
                number: string | null;
                type: string;
                title: {
                    ja?: string;
                    en?: string;
                };
                lead: string;
                stage: string;
                organ: string;
                /** @enum {string} */
                kind: "clock" | "position" | "explicit-position" | "answers" | "answer" | "reopening" | "escalation";
                clock: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                dueAt: string;
                /** @description since the due time, or until it */
                businessDays: number;
                /** @enum {string} */
                mark: "running" | "warned" | "due" | "overdue";
                roundNo: number | null;
                threads: string[];
            }[];
            upcoming: {
                dossierId: string;
                number: string | null;
                type: string;
                title: {
                    ja?: string;
                    en?: string;
                };
                lead: string;
                stage: string;
                organ: string;
                /** @enum {string} */
                kind: "clock" | "position" | "explicit-position" | "answers" | "answer" | "reopening" | "escalation";
                clock: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                dueAt: string;
                /** @description since the due time, or until it */
                businessDays: number;
                /** @enum {string} */
                mark: "running" | "warned" | "due" | "overdue";
                roundNo: number | null;
                threads: string[];
            }[];
        };
        LoadView: {
            from: string;
            to: string;
            /** @description so many returns due on a day are warned of */
            warnFrom: number;
            organs: {
                organ: string;
                days: {
                    day: string;
                    returns: number;
                    heavy: boolean;
                }[];
            }[];
        };
        Marking: {
            confidentiality: 1 | 2;
            handling: string[];
        };
        OrganList: {
            items: {
                slug: string;
                ja: string;
                en: string;
                /** @enum {string} */
                tier: "lead" | "reviewer" | "informed" | "independent" | "child";
                parent: string | null;
                protocolOrder: number | null;
                competenceTags: components["schemas"]["CompetenceTag"][];
                mandatoryExplicitFor: components["schemas"]["CompetenceTag"][];
                validFrom: string;
                validTo: string | null;
                secretariat: boolean;
            }[];
        };
        Participant: {
            organ: string;
            /** @enum {string} */
            mode: "DRAFT" | "CONCUR" | "INPUT" | "INFORM";
            mandatoryExplicit: boolean;
            reasons: string[];
        };
        PrecedentPage: {
            items: {
                dossierId: string;
                number: string | null;
                title: {
                    ja?: string;
                    en?: string;
                } | null;
                lead: string | null;
                /** @enum {string} */
                kind: "thread" | "memorandum";
                /** @description a thread such as PPC#1, or memorandum:1 */
                ref: string;
                organ: string;
                weight: ("MUST" | "SHOULD" | "NOTE") | null;
                clauseId: string | null;
                heading: string | null;
                clauseText: string | null;
                tags: components["schemas"]["CompetenceTag"][];
                body: string;
                quotedText: string | null;
                proposedText: string | null;
                answer: string | null;
                disposition: ("ADOPTED" | "PARTLY_ADOPTED" | "NOT_ADOPTED" | "EXPLAINED") | null;
                parties: string[];
                threads: string[];
                /**
                 * Format: date-time
                 * @description when it was answered or recorded; ISO 8601, UTC
                 */
                at: string;
                /** @description likeness, 0 to 1 */
                score: number;
            }[];
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
        PublicDecision: {
            id: string;
            number: string | null;
            title: {
                ja?: string;
                en?: string;
            };
            dossierId: string;
            /** @enum {string} */
            kind: "DECIDED" | "ENDORSED" | "GIVEN_UP";
            body: string;
            bodyName: {
                ja: string;
                en: string;
            };
            organ: components["schemas"]["PublicOrgan"];
            /** Format: date */
            decidedOn: string;
            reference: string | null;
            /** Format: date */
            publishedOn: string;
            withReservation: boolean | null;
            withConditions: boolean | null;
            /** @description why it was given up */
            reason: string | null;
            /** @description of the version that was decided */
            sha256: string | null;
            /**
             * Format: date-time
             * @description last change of this entry; for `since`
             */
            modified: string;
            erasures: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            evidence: components["schemas"]["PublicEvidence"];
            /** @description the decision itself; `evidence` is of its publication */
            decision: components["schemas"]["PublicEvidence"];
        };
        PublicDecisionPage: {
            licence: string;
            items: components["schemas"]["PublicDecision"][];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        PublicDisposition: {
            id: string;
            number: string | null;
            title: {
                ja?: string;
                en?: string;
            };
            dossierId: string;
            /** @enum {string} */
            kind: "COMMENT_RESULT" | "COMMENT_GROUP" | "RESERVATION";
            /** @description who answers; of a reservation, who maintains it */
            organ: components["schemas"]["PublicOrgan"];
            /** Format: date */
            publishedOn: string;
            clauseId: string | null;
            commentKind: ("STATUTORY_ART39" | "ART40_SHORT" | "VOLUNTARY") | null;
            openedAt: string | null;
            closedAt: string | null;
            received: number | null;
            unique: number | null;
            statement: string | null;
            url: string | null;
            groupNo: number | null;
            gist: string | null;
            count: number | null;
            response: string | null;
            changeMade: boolean | null;
            /** @description of a reservation: the objection in the words of its organ */
            body: string | null;
            reason: string | null;
            level: number | null;
            /**
             * Format: date-time
             * @description last change of this entry; for `since`
             */
            modified: string;
            erasures: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            evidence: components["schemas"]["PublicEvidence"];
        };
        PublicDispositionPage: {
            licence: string;
            items: components["schemas"]["PublicDisposition"][];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        PublicDossier: {
            id: string;
            number: string | null;
            title: {
                ja?: string;
                en?: string;
            };
            type: string;
            summary: string | null;
            organ: components["schemas"]["PublicOrgan"];
            jointOrgans: components["schemas"]["PublicOrgan"][];
            /** @enum {string} */
            status: "PUBLISHED" | "IN_FORCE" | "UNDER_WAY" | "REVISED" | "ABOLISHED" | "GIVEN_UP";
            /** Format: date */
            publishedOn: string;
            inForceFrom: string | null;
            /** @description first day on which it was not in force any more */
            inForceUntil: string | null;
            replacedBy: string | null;
            publications: {
                url: string;
                /** @enum {string} */
                language: "ja" | "en";
                /** Format: date */
                publishedOn: string;
            }[];
            /** @description as the record has it */
            version: {
                no: number;
                sha256: string;
            };
            /** @description address of this entry with its text */
            link: string;
            pillars: ("P1" | "P2" | "P3" | "P4")[];
            /**
             * Format: date-time
             * @description last change of this entry; for `since`
             */
            modified: string;
            erasures: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            evidence: components["schemas"]["PublicEvidence"];
        };
        PublicDossierPage: {
            licence: string;
            items: components["schemas"]["PublicDossier"][];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        PublicDossierWhole: {
            id: string;
            number: string | null;
            title: {
                ja?: string;
                en?: string;
            };
            type: string;
            summary: string | null;
            organ: components["schemas"]["PublicOrgan"];
            jointOrgans: components["schemas"]["PublicOrgan"][];
            /** @enum {string} */
            status: "PUBLISHED" | "IN_FORCE" | "UNDER_WAY" | "REVISED" | "ABOLISHED" | "GIVEN_UP";
            /** Format: date */
            publishedOn: string;
            inForceFrom: string | null;
            /** @description first day on which it was not in force any more */
            inForceUntil: string | null;
            replacedBy: string | null;
            publications: {
                url: string;
                /** @enum {string} */
                language: "ja" | "en";
                /** Format: date */
                publishedOn: string;
            }[];
            /** @description as the record has it */
            version: {
                no: number;
                sha256: string;
            };
            /** @description address of this entry with its text */
            link: string;
            pillars: ("P1" | "P2" | "P3" | "P4")[];
            /**
             * Format: date-time
             * @description last change of this entry; for `since`
             */
            modified: string;
            erasures: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            evidence: components["schemas"]["PublicEvidence"];
            /** @description null: given up before it was decided */
            text: components["schemas"]["PublicText"] | null;
        };
        PublicEvidence: {
            /** @description position in the ledger */
            position: number;
            eventId: string;
            /** @description type of the event */
            event: string;
            /** @description address of its inclusion proof (c2sp.org/tlog-proof) */
            proof: string;
            /** @description address of its entry in the transparency log */
            entry: string;
        };
        PublicGuideline: {
            id: string;
            number: string | null;
            title: {
                ja?: string;
                en?: string;
            };
            type: string;
            summary: string | null;
            organ: components["schemas"]["PublicOrgan"];
            jointOrgans: components["schemas"]["PublicOrgan"][];
            /** @enum {string} */
            status: "PUBLISHED" | "IN_FORCE" | "UNDER_WAY" | "REVISED" | "ABOLISHED" | "GIVEN_UP";
            /** Format: date */
            publishedOn: string;
            inForceFrom: string | null;
            /** @description first day on which it was not in force any more */
            inForceUntil: string | null;
            replacedBy: string | null;
            publications: {
                url: string;
                /** @enum {string} */
                language: "ja" | "en";
                /** Format: date */
                publishedOn: string;
            }[];
            /** @description as the record has it */
            version: {
                no: number;
                sha256: string;
            };
            /** @description address of this entry with its text */
            link: string;
            instrumentClass: string | null;
            decidedBy: string | null;
            decidedOn: string | null;
            decisionReference: string | null;
            withReservation: boolean | null;
            /**
             * Format: date-time
             * @description last change of this entry; for `since`
             */
            modified: string;
            erasures: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            evidence: components["schemas"]["PublicEvidence"];
        };
        PublicGuidelinePage: {
            licence: string;
            items: components["schemas"]["PublicGuideline"][];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        PublicGuidelineWhole: {
            id: string;
            number: string | null;
            title: {
                ja?: string;
                en?: string;
            };
            type: string;
            summary: string | null;
            organ: components["schemas"]["PublicOrgan"];
            jointOrgans: components["schemas"]["PublicOrgan"][];
            /** @enum {string} */
            status: "PUBLISHED" | "IN_FORCE" | "UNDER_WAY" | "REVISED" | "ABOLISHED" | "GIVEN_UP";
            /** Format: date */
            publishedOn: string;
            inForceFrom: string | null;
            /** @description first day on which it was not in force any more */
            inForceUntil: string | null;
            replacedBy: string | null;
            publications: {
                url: string;
                /** @enum {string} */
                language: "ja" | "en";
                /** Format: date */
                publishedOn: string;
            }[];
            /** @description as the record has it */
            version: {
                no: number;
                sha256: string;
            };
            /** @description address of this entry with its text */
            link: string;
            instrumentClass: string | null;
            decidedBy: string | null;
            decidedOn: string | null;
            decisionReference: string | null;
            withReservation: boolean | null;
            /**
             * Format: date-time
             * @description last change of this entry; for `since`
             */
            modified: string;
            erasures: {
                /** @description position in the ledger */
                position: number;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
            }[];
            evidence: components["schemas"]["PublicEvidence"];
            /** @description null: given up before it was decided */
            text: components["schemas"]["PublicText"] | null;
        };
        PublicHead: {
            title: components["schemas"]["Wording"];
            summary?: string;
            lead: string;
            /** @default [] */
            coLeads: string[];
            contact: {
                bureau: string;
                division?: string;
            };
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
        PublicOrgan: {
            slug: string;
            ja: string;
            en: string;
        };
        PublicText: {
            body: {
                type: string;
                head: components["schemas"]["PublicHead"];
                content: {
                    [key: string]: unknown;
                };
                clauses: components["schemas"]["Clause"][];
            };
            /** @description SHA-256 of `body` in RFC 8785 canonical JSON */
            sha256: string;
            /** @description `body` is the whole version, so `sha256` is that of the record */
            whole: boolean;
            /** @description members that name a person and are not shown */
            withheld: string[];
        };
        ReadModelList: {
            /** @description position in the ledger */
            head: number;
            items: {
                name: string;
                generation: number;
                version: number;
                /** @enum {string} */
                state: "building" | "live" | "retired";
                /** @description position in the ledger */
                position: number;
                lag: number;
                /** @description percent of the ledger that has been read */
                progress: number;
                /** @description the poison event at which it stands still */
                stopped: {
                    /** @description position in the ledger */
                    position: number;
                    eventId: string;
                    error: string;
                } | null;
            }[];
        };
        RebuildAccepted: {
            name: string;
            generation: number;
        };
        Reconciliation: {
            id: number;
            /** @description the last position that was compared */
            position: number;
            compared: {
                timeline: number;
                register: number;
                ledger: number | null;
            };
            /** @description those that are open now */
            incidents: components["schemas"]["Incident"][];
        };
        /** @enum {string} */
        Role: "LIAISON" | "DESK" | "MIN_APPROVER" | "CAIO" | "SECR_INTAKE" | "SECR_REVIEWER" | "SECR_APPROVER" | "SECR_DIRECTOR" | "HQ_MINISTER" | "HQ_CHAIR" | "OBSERVER" | "DOWNSTREAM" | "PUBLIC" | "SYSTEM";
        RoundPreviewView: {
            dossierId: string;
            /** @enum {string} */
            kind: "FULL" | "DELTA" | "EXPEDITED" | "INFORMAL";
            versionNo: number;
            participants: components["schemas"]["Participant"][];
            /** @description business days */
            minimumDays: number;
            basis: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            earliestDueAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            dueAt: string;
            obstacle: string | null;
            warnings: string[];
        };
        RoundView: {
            no: number;
            /** @enum {string} */
            kind: "FULL" | "DELTA" | "EXPEDITED" | "INFORMAL";
            versionNo: number;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            dueAt: string;
            deadlinePassed: boolean;
            /** @enum {string} */
            state: "OPEN" | "SUSPENDED" | "ANSWERING" | "CONTINUED" | "CONCLUDED" | "ABANDONED";
            outcome: ("AGREED" | "WITH_RESERVATION" | "INFORMAL") | null;
            namesHidden: boolean;
            participants: {
                organ: string;
                /** @enum {string} */
                mode: "DRAFT" | "CONCUR" | "INPUT" | "INFORM";
                mandatoryExplicit: boolean;
                position: ("CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT") | null;
                late: boolean;
                silence: ("DEEMED_NO_OPINION" | "DONE" | "OVERDUE_EXPLICIT") | null;
            }[];
        };
        SheetRound: {
            no: number;
            /** @enum {string} */
            kind: "FULL" | "DELTA" | "EXPEDITED" | "INFORMAL";
            label: {
                ja: string;
                en: string;
            };
            openedBy: {
                role: components["schemas"]["Role"];
                organ: string;
            };
            reason: string | null;
            versionNo: number;
            sha256: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            dueAt: string;
            minimumDays: number;
            basis: string;
            /** @enum {string} */
            state: "OPEN" | "SUSPENDED" | "ANSWERING" | "CONTINUED" | "CONCLUDED" | "ABANDONED";
            namesHidden: boolean;
            suspensions: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                /** @enum {string} */
                ground: "LEAD" | "PROCEDURAL_FAULT" | "CO_LEAD_WITHDRAWN";
                reason: string;
                resumedAt: string | null;
                resumedBecause: string | null;
            }[];
            extensions: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                dueAt: string;
                /** @enum {string} */
                by: "lead" | "secretariat" | "allocation";
                reason: string;
            }[];
            delta: {
                fromVersionNo: number;
                changes: components["schemas"]["ClauseChange"][];
            } | null;
            participants: {
                organ: string;
                /** @enum {string} */
                mode: "DRAFT" | "CONCUR" | "INPUT" | "INFORM";
                mandatoryExplicit: boolean;
                reasons: string[];
                desk: string | null;
                position: ("CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT") | null;
                comment: string | null;
                positionAt: string | null;
                late: boolean;
                silence: ("DEEMED_NO_OPINION" | "DONE" | "OVERDUE_EXPLICIT") | null;
                untouched: boolean;
                released: boolean;
                hidden: boolean;
            }[];
            unnamed: {
                /** @enum {string} */
                position: "CONCUR" | "CONCUR_WITH_COMMENTS" | "CONDITIONAL" | "OBJECT" | "NO_OPINION" | "NOT_COMPETENT";
                comment: string | null;
                late: boolean;
            }[];
            objections: {
                objectionNo: number;
                organ: string | null;
                /** @enum {string} */
                claim: "NOT_OURS" | "ALSO";
                also: string | null;
                reason: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                ruling: ("UPHELD" | "DISMISSED" | "STANDS") | null;
                ruledAt: string | null;
                rulingReason: string | null;
            }[];
            conclusion: {
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                /** @enum {string} */
                outcome: "AGREED" | "WITH_RESERVATION" | "INFORMAL";
                sha256: string;
                ledger: {
                    thread: string;
                    /** @enum {string} */
                    weight: "MUST" | "SHOULD" | "NOTE";
                    /** @enum {string} */
                    end: "PROVED" | "ACCEPTED" | "SILENT" | "WITHDRAWN" | "RESERVED";
                    proof: {
                        versionNo: number;
                        clauseId: string;
                        text: string | null;
                        holds: boolean;
                    } | null;
                }[];
            } | null;
        };
        ThreadRef: string;
        ThreadView: {
            /** @description e.g. PPC#1; *#3 while the name of its ministry is not shown */
            ref: string;
            organ: string | null;
            desk: string | null;
            roundNo: number;
            versionNo: number;
            /** @enum {string} */
            kind: "QUESTION" | "OPINION";
            /** @enum {string} */
            weight: "MUST" | "SHOULD" | "NOTE";
            clauseId: string | null;
            heading: string | null;
            quotedText: string | null;
            body: string;
            reason: string | null;
            proposedText: string | null;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            raisedAt: string;
            late: boolean;
            /** @enum {string} */
            state: "OPEN" | "ANSWERED" | "REOPENED" | "CLOSED" | "WITHDRAWN" | "ESCALATED" | "RESERVED";
            level: number;
            disposition: ("ADOPTED" | "PARTLY_ADOPTED" | "NOT_ADOPTED" | "EXPLAINED") | null;
            proof: {
                versionNo: number;
                clauseId: string;
                text: string | null;
                holds: boolean;
            } | null;
            exchanges: {
                /** @enum {string} */
                kind: "answered" | "proved" | "reopened" | "closed" | "closed-by-silence" | "withdrawn" | "escalation-proposed" | "escalated" | "reserved";
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                organ: string | null;
                text: string | null;
                proposedText: string | null;
                disposition: ("ADOPTED" | "PARTLY_ADOPTED" | "NOT_ADOPTED" | "EXPLAINED") | null;
                level: number | null;
                rule: string | null;
                proof: {
                    versionNo: number;
                    clauseId: string;
                    text: string | null;
                    holds: boolean;
                } | null;
            }[];
        };
        TimelinePage: {
            items: {
                /** @description position in the ledger */
                position: number;
                version: number;
                type: string;
                /**
                 * Format: date-time
                 * @description ISO 8601, UTC
                 */
                at: string;
                role: components["schemas"]["Role"];
                organ: string;
                sentence: {
                    ja: string;
                    en: string;
                };
                internal: boolean;
            }[];
            /** @description cursor of the next page; null at the end */
            next: string | null;
        };
        VersionView: {
            dossierId: string;
            type: string;
            no: number;
            sha256: string;
            /**
             * Format: date-time
             * @description ISO 8601, UTC
             */
            at: string;
            head: components["schemas"]["Head"];
            /** @description as the dossier type declares it */
            content: {
                [key: string]: unknown;
            };
            clauses: components["schemas"]["Clause"][];
        };
        Wording: {
            ja?: string;
            en?: string;
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
    listDossiers: {
        parameters: {
            query?: {
                /** @description words that must all occur, Japanese or English; or a number */
                q?: string;
                stage?: string;
                lead?: string;
                type?: "initiative" | "guideline" | "oral-item";
                pillar?: "P1" | "P2" | "P3" | "P4";
                tag?: components["schemas"]["CompetenceTag"];
                holder?: "lead" | "secretariat" | "participants" | "nobody";
                overdue?: "true" | "false";
                /** @description changed later than this position of the ledger */
                changedAfterPosition?: string;
                /** @description items on a page, 1 to 200 (50) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDossier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description the version of the dossier, in quotes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierView"];
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
    readVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
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
    readTimeline: {
        parameters: {
            query?: {
                /** @description items on a page, 1 to 200 (50) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
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
    readConsultation: {
        parameters: {
            query?: {
                /** @description as it was at this position of the ledger */
                asOf?: string;
                /** @description as it was at this time */
                at?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description the version of the dossier, in quotes */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsultationSheet"];
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
    readAsOf: {
        parameters: {
            query?: {
                /** @description as it was at this position of the ledger */
                position?: string;
                /** @description as it was at this time */
                at?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsOfView"];
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
    explainDossier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedDossier"];
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
    consultationPage: {
        parameters: {
            query?: {
                /** @description as it was at this position of the ledger */
                asOf?: string;
                /** @description as it was at this time */
                at?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
    oldNewPage: {
        parameters: {
            query?: {
                /** @description number of the older version */
                from?: string;
                /** @description number of the newer version */
                to?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
    asOfPage: {
        parameters: {
            query?: {
                /** @description as it was at this position of the ledger */
                position?: string;
                /** @description as it was at this time */
                at?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
    readInbox: {
        parameters: {
            query?: {
                organ?: string;
                role?: components["schemas"]["Role"];
                dossierId?: string;
                state?: "open" | "done" | "all";
                /** @description items on a page, 1 to 200 (50) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readBoard: {
        parameters: {
            query?: {
                type?: "initiative" | "guideline" | "oral-item";
                /** @description the moment at which ages and delays are measured (the present) */
                now?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readCoverage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    opinionTable: {
        parameters: {
            query?: {
                /** @description the table of this ministry for the running round, to fill and to return */
                organ?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    opinionTableCsv: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    oldNewDocument: {
        parameters: {
            query?: {
                /** @description number of the older version */
                from?: string;
                /** @description number of the newer version */
                to?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
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
    coverSheet: {
        parameters: {
            query?: {
                /** @description number of the round (the last one) */
                round?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
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
    commentResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
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
    commentResultCsv: {
        parameters: {
            query?: never;
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    readDwell: {
        parameters: {
            query?: {
                by?: "organ" | "stage" | "dossier";
                /** @description time that this organ held */
                organ?: string;
                stage?: string;
                dossier?: string;
                /** @description only what lies after it; spans are cut there */
                from?: string;
                /** @description only what lies before it */
                to?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DwellView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readLate: {
        parameters: {
            query?: {
                /** @description on whose clock */
                organ?: string;
                /** @description the moment at which delays are measured (the present) */
                asOf?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readLoad: {
        parameters: {
            query?: {
                /** @description organs, separated by commas */
                organs?: string;
                /** @description first day (today) */
                from?: string;
                /** @description last day (20 business days later) */
                to?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewRound: {
        parameters: {
            query?: {
                kind?: "FULL" | "DELTA" | "EXPEDITED";
                /** @description a wanted due time (the earliest lawful one) */
                dueAt?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundPreviewView"];
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
    findPrecedents: {
        parameters: {
            query?: {
                /** @description words that must all occur, Japanese (two characters or more) or English */
                q?: string;
                /** @description with `thread`: what is like this thread */
                dossier?: string;
                thread?: components["schemas"]["ThreadRef"];
                clauseTag?: components["schemas"]["CompetenceTag"];
                /** @description who asked or objected */
                organ?: string;
                disposition?: "ADOPTED" | "PARTLY_ADOPTED" | "NOT_ADOPTED" | "EXPLAINED";
                /** @description items on a page, 1 to 200 (50) */
                limit?: string;
            };
            header?: {
                /** @description Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds. */
                "Min-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As far as it is open to you. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrecedentPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listIncidents: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/json": components["schemas"]["IncidentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    reconcile: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataPage: {
        parameters: {
            query?: {
                lang?: "ja" | "en";
                /** @description in force on that day; without it, whatever is in force now */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": Record<string, never>;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataGuidelines: {
        parameters: {
            query?: {
                /** @description goes before the Accept header */
                format?: "json" | "csv";
                /** @description lead or joint lead; of a reservation also its organ */
                organ?: string;
                /** @description changed later than that; give the latest `modified` you have */
                since?: string;
                /** @description entries on a page, 1 to 500 (100) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description in force on that day */
                at?: string;
                status?: "PUBLISHED" | "IN_FORCE" | "UNDER_WAY" | "REVISED" | "ABOLISHED" | "GIVEN_UP";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicGuidelinePage"];
                    "text/csv": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataDossiers: {
        parameters: {
            query?: {
                /** @description goes before the Accept header */
                format?: "json" | "csv";
                /** @description lead or joint lead; of a reservation also its organ */
                organ?: string;
                /** @description changed later than that; give the latest `modified` you have */
                since?: string;
                /** @description entries on a page, 1 to 500 (100) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description in force on that day */
                at?: string;
                status?: "PUBLISHED" | "IN_FORCE" | "UNDER_WAY" | "REVISED" | "ABOLISHED" | "GIVEN_UP";
                type?: "guideline" | "initiative";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDossierPage"];
                    "text/csv": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataDecisions: {
        parameters: {
            query?: {
                /** @description goes before the Accept header */
                format?: "json" | "csv";
                /** @description lead or joint lead; of a reservation also its organ */
                organ?: string;
                /** @description changed later than that; give the latest `modified` you have */
                since?: string;
                /** @description entries on a page, 1 to 500 (100) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description of one dossier */
                dossier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDecisionPage"];
                    "text/csv": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataDispositions: {
        parameters: {
            query?: {
                /** @description goes before the Accept header */
                format?: "json" | "csv";
                /** @description lead or joint lead; of a reservation also its organ */
                organ?: string;
                /** @description changed later than that; give the latest `modified` you have */
                since?: string;
                /** @description entries on a page, 1 to 500 (100) */
                limit?: string;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description of one dossier */
                dossier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDispositionPage"];
                    "text/csv": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataGuideline: {
        parameters: {
            query?: {
                /** @description goes before the Accept header */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicGuidelineWhole"];
                    "text/csv": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openDataDossier: {
        parameters: {
            query?: {
                /** @description goes before the Accept header */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is public. */
            200: {
                headers: {
                    /** @description the position of the ledger this answer stands for */
                    "Kyogi-Position"?: number;
                    /** @description of these bytes, for If-None-Match */
                    ETag?: string;
                    /** @description when the dataset changed last */
                    "Last-Modified"?: string;
                    /** @description requests left to your address */
                    "RateLimit-Remaining"?: number;
                    /** @description seconds until there are more */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicDossierWhole"];
                    "text/csv": string;
                };
            };
            /** @description What you have is what is public. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOrgans: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/json": components["schemas"]["OrganList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listReadModels: {
        parameters: {
            query?: never;
            header?: never;
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
                    "application/json": components["schemas"]["ReadModelList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            405: components["responses"]["Problem405"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rebuildReadModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildAccepted"];
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
}
