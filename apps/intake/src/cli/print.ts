/** Whether a program reads what is printed: then it is JSON, one object a line. */
export const isForProgram = (json: boolean | undefined): boolean => json === true || !process.stdout.isTTY;

/** One object as a line of JSON, or as a person reads it. */
export const print = (json: boolean, value: object, readable: string): void =>
  void process.stdout.write(`${json ? JSON.stringify(value) : readable}\n`);
