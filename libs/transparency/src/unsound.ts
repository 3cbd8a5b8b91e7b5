/** What every parser and verifier of this part throws, and nothing else: evidence that must not be believed. */
export class Unsound extends Error {
  override readonly name = 'Unsound';
}

/** Throws unless `holds`. */
export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Unsound(otherwise);
}
