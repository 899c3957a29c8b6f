/** A validator's voting power, as the consensus engine is told of it. Power 0: no longer a validator. */
export interface ValidatorPower {
  /** Ed25519, 32 bytes. */
  readonly consensusKey: Uint8Array;
  readonly power: number;
}

/** What the engine proved against a validator: it voted for two blocks at one height. */
export interface Misbehaviour {
  /** First 20 bytes of SHA-256 of the consensus key. */
  readonly address: Uint8Array;
  readonly height: number;
}

/**
 * What an engine that orders items asks of the ledger. Heights are the engine's, from 1 on without gaps. One call at a time of
 * those that change anything; a rejection is a broken invariant, after which the process must end.
 */
export interface OrderedApplication {
  /** The last height that is durable here, 0 before the first, and the app hash after it. */
  info(): { readonly height: number; readonly appHash: Uint8Array };
  /** Compares the engine's genesis with the ledger's. Throws where they differ. */
  initChain(founded: { readonly chainId: string; readonly validators: readonly ValidatorPower[] }): {
    readonly appHash: Uint8Array;
  };
  /** Items for the block at this height; may take a while where nothing waits to be ordered. */
  prepareProposal(asked: {
    readonly height: number;
    readonly bytesMax: number;
    /** What an item of this length takes of `bytesMax`. */
    readonly itemBytesOf: (length: number) => number;
  }): Promise<Uint8Array[]>;
  /** True where every correct member must accept these items at this height: a pure function of them and the state before. */
  processProposal(proposed: { readonly height: number; readonly items: readonly Uint8Array[] }): Promise<boolean>;
  /** Executes a decided block; waits for bodies that are not here. */
  finalizeBlock(decided: {
    readonly height: number;
    readonly timeMs: number;
    readonly items: readonly Uint8Array[];
    readonly misbehaviour: readonly Misbehaviour[];
  }): Promise<{ readonly appHash: Uint8Array; readonly validatorUpdates: readonly ValidatorPower[] }>;
  /** Resolves when the block is durable. Blocks below `retainHeight` may be dropped by the engine. */
  commit(): Promise<{ readonly retainHeight: number }>;
}
