import { Environment } from './config.js';

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(',');
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
};

/** The text of `.env.example`: every variable with its meaning and its default. */
export const envExample = (): string => {
  const sections = Object.entries(Environment.shape).map(([name, field]) => {
    const { success: optional, data } = field.safeParse(undefined);
    const lines = [
      `# ${field.description}${optional ? '' : ' Required.'}`,
      `${optional ? '# ' : ''}${name}=${shown(data)}`,
    ];
    return lines.join('\n');
  });
  return `# Settings of Kyogi's processes, written from libs/platform/src/config.ts.\n\n${sections.join('\n\n')}\n`;
};
