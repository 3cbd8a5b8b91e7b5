import { opinionColumns, type ConsultationSheet, type OpinionColumn } from '#contracts';
import { csv } from './csv.js';
import type { Office } from './office.js';
import { opinionRow } from './opinion-rows.js';

/** 意見一覧表 as CSV: every thread that the sheet shows, in its order. */
export const opinionTableCsv = ({ threads }: ConsultationSheet, office: Office): Buffer => {
  const columns = Object.keys(opinionColumns) as OpinionColumn[];
  const rows = threads.map((thread) => {
    const row = opinionRow(thread, office);
    return columns.map((column) => row[column]);
  });
  return csv([Object.values(opinionColumns), ...rows]);
};
