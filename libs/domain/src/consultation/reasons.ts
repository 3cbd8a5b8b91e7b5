import type { ClauseChange, CompetenceTag, Organ } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import type { Setting } from '../setting.js';
import { threadsThatCount } from './comment-ledger.js';
import { consultedBody, deltaOf, partsSince } from './since.js';
import { placed } from './diff.js';
import { subjectsOf } from './participants.js';
import type { Thread } from './thread.js';

/** What an organ has to say again, in words; nothing when it is not concerned. */
export type Reasons = (organ: Organ) => string[];

/** Both texts: the one asked about last, and the present one. */
const textsOf = (dossier: Dossier) => [placed(consultedBody(dossier)), placed(dossier.current.body)];

const became = { added: 'was added', removed: 'was removed', changed: 'changed', moved: 'was moved' };

/** Why a change concerns a comment: it is of the same clause, of one within it, or of one around it. */
const touch = (texts: ReturnType<typeof textsOf>, anchor: string, { clauseId, change }: ClauseChange) => {
  if (anchor === clauseId) return `which ${became[change]}`;
  const liesIn = (inner: string, outer: string) =>
    texts.some((text) => text.get(inner)?.above.includes(outer));
  if (liesIn(clauseId, anchor)) return `in which ${clauseId} ${became[change]}`;
  return liesIn(anchor, clauseId) ? `in ${clauseId}, which ${became[change]}` : undefined;
};

/** Commenters on clauses that changed, and those whose opinion is satisfied in one. */
export const commented = (dossier: Dossier): Reasons => {
  const { changes } = deltaOf(dossier);
  const texts = textsOf(dossier);
  const reasonsOf = ({ ref, clauseId, proof }: Thread) => {
    const hit = clauseId && changes.map((change) => touch(texts, clauseId, change)).find(Boolean);
    if (hit) return [`commented on ${clauseId} (${ref}), ${hit}`];
    const proved = proof && changes.some((change) => change.clauseId === proof.clauseId);
    return proved ? [`its opinion ${ref} is satisfied in ${proof.clauseId}`] : [];
  };
  const threads = threadsThatCount(dossier).filter(({ state }) => state !== 'WITHDRAWN');
  return ({ slug }) => threads.filter(({ organ }) => organ === slug).flatMap(reasonsOf);
};

export interface Subject {
  tag: CompetenceTag;
  why: string;
}

/** Subjects of the clauses that changed, by the tags of the old or the new text. */
export const touched = (dossier: Dossier): Subject[] => {
  const texts = textsOf(dossier);
  return deltaOf(dossier).changes.flatMap(({ clauseId }) => {
    const tags = new Set(texts.flatMap((text) => text.get(clauseId)?.clause.tags ?? []));
    return [...tags].map((tag) => ({ tag, why: `which ${clauseId} touches` }));
  });
};

/** Subjects the dossier did not have when it was asked about last. */
export const added = (dossier: Dossier, { cabinet }: Setting): Subject[] => {
  const before = subjectsOf(consultedBody(dossier), cabinet);
  const fresh = [...subjectsOf(dossier.current.body, cabinet)].filter((tag) => !before.has(tag));
  return fresh.map((tag) => ({ tag, why: 'a subject added since' }));
};

/** Organs whose silence never counts on a subject. */
export const voices = (subjects: readonly Subject[]): Reasons => {
  return ({ mandatoryExplicitFor }) =>
    subjects
      .filter(({ tag }) => mandatoryExplicitFor.includes(tag))
      .map(({ tag, why }) => `mandatory on ${tag}, ${why}`);
};

/** Organs competent on a subject; a child is reached through its ministry's hub, unless its own voice is mandatory. */
export const competent = (subjects: readonly Subject[]): Reasons => {
  return ({ tier, competenceTags, mandatoryExplicitFor }) =>
    subjects
      .filter(
        ({ tag }) => tier !== 'child' && competenceTags.includes(tag) && !mandatoryExplicitFor.includes(tag),
      )
      .map(({ tag, why }) => `competent on ${tag}, ${why}`);
};

/** What is outside of the clauses was asked of everybody who was asked. */
export const wholeText = (dossier: Dossier): string[] =>
  partsSince(dossier)
    .filter((part) => part !== 'head.competenceTags' && part !== 'head.coLeads')
    .map((part) => `${part} changed, which concerns all who were asked`);

/** A co-lead that has left is a consultee like the others. */
export const formerLead = (dossier: Dossier): Reasons => {
  const { coLeads } = consultedBody(dossier).head;
  return ({ slug }) => (coLeads.includes(slug) ? ['led the text jointly when it was asked about'] : []);
};
