import { Environment } from './config.js';

/** The text of `.env.example`: every variable with its meaning and its default. */
export const envExample = (): string => {
  const sections = Object.entries(Environment.shape).map(([name, field]) => {
    const usual: unknown = field.safeParse(undefined).data;
    const value = Array.isArray(usual)
      ? usual.join(',')
      : usual === undefined
        ? ''
        : String(usual);
    const needed = field.safeParse(undefined).success ? '' : ' Required.';
    return `# ${field.description}${needed}\n${needed ? '' : '# '}${name}=${value}\n`;
  });
  return `# Settings of Kyogi's processes, written from libs/platform/src/config.ts.\n\n${sections.join('\n')}`;
};
