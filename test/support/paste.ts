import { spawn } from 'node:child_process';

/** Runs lines in one shell in a folder, as a person pastes them. @returns all that was printed */
export const paste = (script: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const shell = spawn('bash', ['-s'], { cwd, env });
    let output = '';
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    shell.once('error', reject);
    shell.once('exit', () => resolve(output));
    shell.stdin.end(script);
  });
