import { z } from 'zod';

/** 26 characters of Crockford's base 32; sorts by time of making. */
export const Ulid = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'a ULID: 26 characters, no I, L, O or U');

/** An organ's slug as the cabinet file declares it, e.g. METI. */
export const OrganSlug = z.string().regex(/^[A-Z][A-Z0-9-]{1,7}$/, 'an organ slug such as METI');

/** A calendar date in the cabinet's time zone. */
export const LocalDate = z.iso.date();

/** A point in time, UTC, to the millisecond. */
export const Instant = z.iso.datetime();

/** SHA-256 of the RFC 8785 canonical JSON, lower-case hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const line = (max: number) => z.string().trim().min(1).max(max);
export const prose = (max: number) => z.string().trim().min(1).max(max);

/** A text in one or both working languages. */
export const Wording = z
  .strictObject({ ja: line(300).optional(), en: line(300).optional() })
  .refine((text) => text.ja !== undefined || text.en !== undefined, 'give ja, en or both')
  .meta({ id: 'Wording' });
export type Wording = z.infer<typeof Wording>;

/** Pillars of the Basic Plan: P1 use, P2 create, P3 trust, P4 cooperate. */
export const Pillar = z.enum(['P1', 'P2', 'P3', 'P4']);
export type Pillar = z.infer<typeof Pillar>;
