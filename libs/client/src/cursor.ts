/** Where a consumer keeps the number of the last delivery that it has dealt with. */
export interface Cursor {
  /** Undefined before the first. */
  load(): Promise<number | undefined>;
  /** Must be durable when it resolves: what comes after is asked for next time. */
  save(number: number): Promise<void>;
}

/** A cursor that lasts as long as the program; the server's own account goes on where `save` was last called. */
export const memoryCursor = (start?: number): Cursor => {
  let at = start;
  return {
    load: () => Promise.resolve(at),
    save: (number) => {
      at = number;
      return Promise.resolve();
    },
  };
};

/** A cursor in a browser's storage. */
export const storageCursor = (key: string, storage: Pick<Storage, 'getItem' | 'setItem'>): Cursor => ({
  load: () => {
    const text = storage.getItem(key);
    return Promise.resolve(text === null ? undefined : Number(text));
  },
  save: (number) => {
    storage.setItem(key, String(number));
    return Promise.resolve();
  },
});
