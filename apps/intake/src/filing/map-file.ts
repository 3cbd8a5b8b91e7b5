import { z } from 'zod';
import { dossierTypes, line, OrganSlug, type DossierType } from '#contracts';
import { isDateFormat } from './dates.js';

const Column = line(100);
const Path = z.string().regex(/^(head|content)(\.[a-zA-Z]+)+$/, 'a path such as head.title.en');
const Json = z.json();

/** One field of the dossier: which column (the first one filled) it comes from, and how a cell is read. */
const common = {
  to: Path,
  from: z.union([Column, z.array(Column).min(2)]),
  /** Further words that mean "nothing" in this column. */
  blank: z.array(line(100)).default([]),
  /** Set only when that field is set as well. */
  onlyWith: Path.optional(),
};

const Rule = z.discriminatedUnion('as', [
  /** One line: every run of white space becomes one space. */
  z.strictObject({
    ...common,
    as: z.literal('line'),
    /** Where the rest of a cell goes that is longer than `max` characters. */
    overflow: z.strictObject({ max: z.int().min(1), to: Path }).optional(),
  }),
  z.strictObject({
    ...common,
    as: z.literal('text'),
    /** The first so many characters, to the end of a sentence or word; the whole must stand in another field. */
    excerpt: z.int().min(20).optional(),
  }),
  /** A table of values, in any letter case; one that is not in it is a fault. A list is added to the list at `to`. */
  z.strictObject({ ...common, as: z.literal('choice'), values: z.record(line(200), Json) }),
  z.strictObject({
    ...common,
    as: z.literal('date'),
    formats: z
      .array(z.string().refine(isDateFormat, 'a format of YYYY YY MM M MMM DD D HH H hh h mm ss A'))
      .min(1),
  }),
  z.strictObject({ ...common, as: z.literal('yes-no') }),
  z.strictObject({ ...common, as: z.literal('list'), separators: z.array(z.string().min(1)).min(1) }),
  /** A paragraph of `label: cell` lines, of the columns that are filled. */
  z.strictObject({
    to: Path,
    as: z.literal('labelled'),
    onlyWith: Path.optional(),
    from: z.array(
      z.strictObject({ column: Column, label: line(100).optional(), blank: z.array(line(100)).default([]) }),
    ),
  }),
]);
export type Rule = z.infer<typeof Rule>;

const Identity = z.strictObject({
  columns: z.array(Column).min(1),
  /** Rows that are alike in these columns are told apart by their order; without it the second one is a fault. */
  ordinal: z.boolean().default(false),
});

const typeNames = dossierTypes.map(({ type }) => type) as [DossierType, ...DossierType[]];

const Fields = z.strictObject({
  title: line(200),
  notes: z.array(line(1_000)).default([]),
  cabinet: line(40),
  dossierType: z.enum(typeNames),
  /** Words that mean "nothing" in every column, in any letter case, with or without a full stop. */
  blank: z.array(line(100)).default([]),
  required: z.array(Column).min(1),
  /** The first whose columns are all filled names the row; the last one names every row. */
  identity: z.array(Identity).min(1),
  /** Rows that are not filed, and why. */
  refuse: z.array(z.strictObject({ column: Column, value: line(200), reason: line(500) })).default([]),
  /** Column that names the lead, when its words are not the organs' slugs. */
  organs: z.record(line(200), OrganSlug).default({}),
  lead: Column,
  constants: z.record(Path, Json).default({}),
  fields: z.array(Rule).min(1),
  /** Columns of the spreadsheet that are not taken over. A column that is nowhere in the map is a fault. */
  ignored: z.array(Column).default([]),
});
type Fields = z.infer<typeof Fields>;

export const columnsOf = (rule: Rule): string[] =>
  rule.as === 'labelled' ? rule.from.map(({ column }) => column) : [rule.from].flat();

/** Every column the map speaks of. */
export const mappedColumns = (map: Fields): string[] => [
  ...new Set([
    ...map.required,
    map.lead,
    ...map.identity.flatMap(({ columns }) => columns),
    ...map.refuse.map(({ column }) => column),
    ...map.fields.flatMap(columnsOf),
    ...map.ignored,
  ]),
];

/** How the rows of one kind of spreadsheet become dossiers, as data: `cabinets/maps/<name>.json`. */
export const RowMap = Fields.superRefine((map, context) => {
  const fault = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const targets = new Set(map.fields.map(({ to }) => to));
  map.identity.forEach(({ columns }, i) => {
    // Else one row could meet a dossier of another ministry.
    if (!columns.includes(map.lead)) fault(['identity', i, 'columns'], `must contain the lead, ${map.lead}`);
  });
  map.fields.forEach((rule, i) => {
    if (rule.onlyWith && !targets.has(rule.onlyWith))
      fault(['fields', i, 'onlyWith'], `no field goes to ${rule.onlyWith}`);
    if (rule.as !== 'text' || !rule.excerpt) return;
    const isWhole = (other: Rule) =>
      other !== rule &&
      !('excerpt' in other && other.excerpt) &&
      columnsOf(rule).every((column) => columnsOf(other).includes(column));
    if (!map.fields.some(isWhole))
      fault(['fields', i, 'excerpt'], `no other field takes the whole of ${columnsOf(rule).join(', ')}`);
  });
  for (const column of map.ignored)
    if (map.fields.some((rule) => columnsOf(rule).includes(column)))
      fault(['ignored'], `${column} is taken over by a field`);
});
export type RowMap = z.infer<typeof RowMap>;
