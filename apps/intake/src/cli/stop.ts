/** Ends the program with one sentence that says what to do; `exitCode` 2 is a mistake in the call. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

export const misuse = (message: string): Stop => new Stop(`${message} See: npm run kyogi -- help`, 2);
