/** Steps of one round, in order; a process may end between any two. `kept`: in the file; `recorded`: in the database as well. */
export type Step = 'integrated' | 'filed' | 'kept' | 'recorded' | 'signed' | 'proven' | 'published';

/** Told when a step is done. */
export type OnStep = (step: Step) => void;
