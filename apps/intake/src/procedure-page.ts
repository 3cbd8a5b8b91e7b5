import { commandSpec, commands, dossierTypes, type CommandName, type Procedure } from '#contracts';

type Transition = Procedure['transitions'][number];
type Stage = Procedure['stages'][string];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const known = new Set<string>(commands.map(({ name }) => name));

/** Command names in the catalogue's order, then what only a clock does. */
const commandsOf = ({ transitions }: Procedure): string[] => {
  const named = new Set(transitions.map(({ command }) => command));
  const listed: string[] = commands.map(({ name }) => name).filter((name) => named.has(name));
  return [...listed, ...[...named].filter((name) => !known.has(name))];
};

const target = ({ to, variant }: Transition, codes: ReadonlyMap<string, string>): string =>
  `${to ? codes.get(to) : '●'}${variant ? ` (${variant})` : ''}`;

const cell = (
  { transitions }: Procedure,
  stage: string,
  command: string,
  codes: ReadonlyMap<string, string>,
): string => {
  const here = transitions.filter((t) => t.command === command && t.from.includes(stage));
  return [...new Set(here.map((t) => target(t, codes)))].join(', ');
};

const matrix = (procedure: Procedure): string => {
  const stages = Object.keys(procedure.stages);
  const codes = new Map(stages.map((stage, i) => [stage, String(i + 1)]));
  const rows = commandsOf(procedure).map((command) => [
    command,
    ...stages.map((stage) => cell(procedure, stage, command, codes)),
  ]);
  return table(['', ...stages.map((stage) => codes.get(stage) ?? '')], rows);
};

const clocksOf = ({ clocks }: Stage): string =>
  clocks
    .map(({ clock, period, unit, onDue, ladder = [] }) => {
      const rungs = ladder.map(({ afterDays, to }) => `+${afterDays} ${to}`).join(', ');
      return `${clock} (${period}, ${unit}${onDue ? `; then ${onDue}` : ''}${rungs && `; ${rungs}`})`;
    })
    .join('; ');

const stageTable = ({ stages }: Procedure): string =>
  table(
    ['', 'stage', '段階', 'turn of', 'open to', 'clocks'],
    Object.entries(stages).map(([name, stage], i) => [
      String(i + 1),
      stage.final ? `**${name}** (end)` : name,
      stage.ja,
      stage.holder,
      stage.open,
      clocksOf(stage),
    ]),
  );

const byOf = (command: string, by: readonly string[] | undefined): string => {
  if (!known.has(command)) return 'a clock';
  const roles = Object.entries(commandSpec(command as CommandName).by);
  return roles
    .filter(([role]) => !by || by.includes(role))
    .map(([role, scope]) => `${role} (${scope})`)
    .join(', ');
};

const transitionTable = ({ transitions }: Procedure): string =>
  table(
    ['command', 'from', 'to', 'who', 'guards'],
    transitions.map(({ command, variant, from, to, by, guards }) => [
      variant ? `${command} (${variant})` : command,
      from.join(', '),
      to ?? 'stays',
      byOf(command, by),
      guards.join(', '),
    ]),
  );

const section = (procedure: Procedure): string => `## Version ${procedure.version}

${stageTable(procedure)}

### Stage × command

A number is the stage a command leads to, ● that the stage stays, in brackets the variant. An empty cell is refused with 409
\`not-allowed-in-stage\`, which lists what is allowed.

${matrix(procedure)}

### Transitions

${transitionTable(procedure)}
`;

/** The page of a dossier type: every released procedure as tables, newest first, in Markdown. */
export const procedurePage = ({ ja, en, procedures }: (typeof dossierTypes)[number]): string =>
  `# ${en} (${ja}): procedure

Generated from the released procedures by \`npm run specs\`. A case keeps the version it began with.

${[...procedures].reverse().map(section).join('\n')}`;
