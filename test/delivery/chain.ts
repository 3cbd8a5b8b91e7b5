/** What a consumer of a webhook must look at in each request. */
export interface Arrival {
  /** `subsequence` of the body. */
  seq: number;
  /** Header kyogi-settled: everything up to here was answered with 2xx by us, or told of as a gap. */
  settled: number;
}

/** How a consumer of webhooks knows that nothing is missing, though several come at a time: whatever is settled must have come here. */
export class Chain {
  /** Numbers that were answered in our name and never came. */
  readonly lost: number[] = [];
  private readonly seen = new Set<number>();
  private checked = 0;

  /** Before it is answered. */
  take({ seq, settled }: Arrival): void {
    this.seen.add(seq);
    for (; this.checked < settled; this.checked += 1) {
      const number = this.checked + 1;
      if (!this.seen.delete(number)) this.lost.push(number);
    }
  }
}

/** A consumer that waits for the next number, as one does who knows nothing of kyogi-settled: what is lost looks late to it for ever. */
export class PatientConsumer {
  private readonly early = new Set<number>();
  private expected = 1;

  get waitsFor(): number {
    return this.expected;
  }

  take({ seq }: Pick<Arrival, 'seq'>): void {
    this.early.add(seq);
    while (this.early.delete(this.expected)) this.expected += 1;
  }
}
