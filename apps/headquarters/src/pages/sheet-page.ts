import type { ConsultationSheet } from '#contracts';
import { html } from './html.js';
import { page, type Setting } from './page.js';
import { facts, foot, moments, notesOf, pagesOf, titleOf } from './sheet-head.js';
import { roundsPart } from './sheet-rounds.js';
import { threadsPart } from './sheet-threads.js';

/** 協議票: the consultation sheet as a page. */
export const sheetPage = (sheet: ConsultationSheet, setting: Setting): string =>
  page({
    ...{ kind: '協議票', kindEn: 'Consultation sheet', ...titleOf(sheet) },
    head: html`${facts(sheet, setting)}${pagesOf(sheet)}${moments(sheet, setting)}${notesOf(sheet)}`,
    body: html`${threadsPart({ ...sheet, threads: [], memoranda: [], reservations: [], statements: [] }, setting)}
    ${roundsPart(sheet, setting)}${threadsPart({ ...sheet, missing: [] }, setting)}`,
    foot: foot(sheet, setting),
  });
