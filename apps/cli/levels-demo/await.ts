/** Resolves when the question is answered with yes; throws where the tale is to stop. */
export type Await = (isDone: () => Promise<boolean>) => Promise<void>;
