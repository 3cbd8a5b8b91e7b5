/** One line that moves on a terminal, and a calm line now and then elsewhere. */
export class Progress {
  private readonly isTerminal = Boolean(process.stderr.isTTY);
  private shownAt = 0;

  /** `total`: rows expected in all; undefined when the file could not be counted. */
  constructor(private readonly total: number | undefined) {}

  show(label: string, done: number): void {
    const now = performance.now();
    if (now - this.shownAt < (this.isTerminal ? 80 : 5_000)) return;
    this.shownAt = now;
    const text = `${this.bar(done)}${done}${this.total ? ` of ${this.total}` : ''} rows, ${label}`;
    process.stderr.write(this.isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
  }

  /** Leaves the line to others. */
  clear(): void {
    if (this.isTerminal) process.stderr.write('\r\u001b[2K');
    this.shownAt = 0;
  }

  private bar(done: number): string {
    if (!this.isTerminal || !this.total) return '';
    const share = Math.min(1, done / this.total);
    const full = Math.round(share * 24);
    return `${'█'.repeat(full)}${'░'.repeat(24 - full)} ${String(Math.floor(share * 100)).padStart(3)} %  `;
  }
}
