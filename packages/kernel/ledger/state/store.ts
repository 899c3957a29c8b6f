/** One immutable part of a store as it stood when it was sealed, and its hash. */
export interface StateChunk {
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
}

/**
 * Something that the state is made of. What a store holds must be a pure function of the blocks executed: its chunks
 * are hashed into the state root and are what a snapshot saves.
 */
export interface StateStore {
  readonly name: string;
  /**
   * Chunks of everything held now; none where that is nothing. Parts unchanged since the last call keep their chunk, so that
   * sealing is cheap.
   */
  seal(): readonly StateChunk[];
  /**
   * Does one of so many parts of the work for a seal that comes soon: it says the same and takes less time. Only of a store whose
   * seal takes long.
   */
  sealAhead?(parts: number): void;
  /** Replaces everything by what chunks of another seal say, none of them by nothing. Throws SyntaxError on bytes that no seal makes. */
  load(chunks: readonly Uint8Array[]): void;
}
