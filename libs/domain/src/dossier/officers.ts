/** Who of the secretariat may not judge this dossier, who may nevertheless, and who worked on it for its leads. */
export interface Officers {
  /** Recused by hand, with the reason. */
  recused: Readonly<Record<string, string>>;
  overridden: readonly string[];
  /** Last day, UTC, on which a person acted for a lead, by person and organ. */
  worked: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
