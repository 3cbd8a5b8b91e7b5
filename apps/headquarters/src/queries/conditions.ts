/** Collects the conditions of a WHERE and their values, so that no text of a caller ever becomes SQL. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  /** Adds a value; gives its placeholder. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a condition on the value, unless it is undefined. */
  on(value: unknown, condition: (placeholder: string) => string): this {
    if (value !== undefined) this.all.push(condition(this.value(value)));
    return this;
  }

  toString(): string {
    return this.all.length === 0 ? 'true' : this.all.map((one) => `(${one})`).join(' AND ');
  }
}
