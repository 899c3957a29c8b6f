/**
 * What CometBFT asks of an application (ABCI 2.0), one function a method, in plain values: heights are numbers, times
 * are milliseconds of block time. Vote extensions are off, so their two methods are none of it; Echo and Flush are the
 * server's own.
 *
 * CometBFT calls over four connections. Calls of one connection come one after another; calls of two may overlap:
 * consensus (initChain, prepareProposal, processProposal, finalizeBlock, commit), mempool (checkTx, insertTx, reapTxs),
 * query (info, query) and snapshot. What a dead CometBFT still had under way is finished before the next one's first
 * call.
 *
 * A function that throws has a bug: CometBFT is answered with an exception, nothing is answered after it, and the node
 * stops. Bytes in a request are views into the frame that brought it: copy what is kept longer than the call.
 */
export interface AbciApplication {
  /** The last height that is durable here, as Commit left it, and its app hash. Height 0 before the first block. */
  info(): Promise<{ readonly height: number; readonly appHash: Uint8Array }>;
  /** Once, before block 1. The validators are those of genesis.json. */
  initChain(genesis: GenesisRequest): Promise<{ readonly appHash: Uint8Array }>;
  query(query: QueryRequest): Promise<QueryAnswer>;
  /** With the application's own mempool called for transactions that come over CometBFT's RPC only. Code 0 takes it. */
  checkTx(request: { readonly bytes: Uint8Array; readonly isRecheck: boolean }): Promise<Verdict>;
  /** A transaction that came over CometBFT's own gossip or RPC. Code 0 takes it. */
  insertTx(bytes: Uint8Array): Promise<Verdict>;
  /** What CometBFT's own gossip should carry; never called while `broadcast` is off. A limit of 0 is none. */
  reapTxs(limits: { readonly bytesMax: number; readonly gasMax: number }): Promise<readonly Uint8Array[]>;
  /**
   * The items of a block, of at most `bytesMax` as `proposalBytes` counts. May wait, but for less than timeout_propose.
   */
  prepareProposal(request: PrepareRequest): Promise<readonly Uint8Array[]>;
  /** Whether the block may be voted for. Runs on the proposer too. */
  processProposal(block: DecidedOrProposed): Promise<boolean>;
  /** Executes a decided block. Until commit, info says the height before. Validators change at height + 2. */
  finalizeBlock(block: DecidedOrProposed): Promise<FinalizeAnswer>;
  /** Makes the finalized block durable. Blocks below `retainHeight` may be forgotten by CometBFT; 0 keeps all. */
  commit(): Promise<{ readonly retainHeight: number }>;
  /**
   * At least the last ten, and what the last minutes made: a list that shows only the newest makes every state sync
   * fail, as a join takes 5 s and more and the list moves on meanwhile.
   */
  listSnapshots(): Promise<readonly Snapshot[]>;
  offerSnapshot(offer: { readonly snapshot: Snapshot; readonly appHash: Uint8Array }): Promise<OfferAnswer>;
  /** At most `snapshotChunkBytesMax`; undefined where it is not, or no longer, here. */
  loadSnapshotChunk(name: ChunkName): Promise<Uint8Array | undefined>;
  applySnapshotChunk(chunk: ChunkRequest): Promise<ChunkAnswer>;
}

/** CometBFT's state sync sends no message above 16,000,000 bytes; some of it is framing. */
export const snapshotChunkBytesMax = 15_000_000;

/** A validator by its Ed25519 key, 32 bytes. Power 0 takes it out. */
export interface ValidatorPower {
  readonly publicKey: Uint8Array;
  readonly power: number;
}

export interface GenesisRequest {
  readonly chainId: string;
  readonly timeMs: number;
  readonly initialHeight: number;
  readonly validators: readonly ValidatorPower[];
  readonly appState: Uint8Array;
}

export interface QueryRequest {
  readonly path: string;
  readonly data: Uint8Array;
  /** 0: the newest. */
  readonly height: number;
  readonly isProofAsked: boolean;
}

/** Code 0 is success; `log` is for people and no part of consensus. */
export interface Verdict {
  readonly code: number;
  readonly log?: string;
}

export interface QueryAnswer extends Verdict {
  readonly value?: Uint8Array;
  readonly height?: number;
}

/**
 * What is said of a block while it is made. `proposer`: the first 20 bytes of SHA-256 of the proposing validator's key.
 */
export interface PrepareRequest {
  readonly height: number;
  readonly timeMs: number;
  readonly proposer: Uint8Array;
  readonly bytesMax: number;
  readonly misbehaviour: readonly Misbehaviour[];
  readonly lastCommit: LastCommit;
}

/** A block that is proposed or decided. `hash` names it: remember by it what was parsed, the same bytes come again. */
export interface DecidedOrProposed {
  readonly height: number;
  readonly timeMs: number;
  readonly proposer: Uint8Array;
  readonly hash: Uint8Array;
  readonly items: readonly Uint8Array[];
  readonly misbehaviour: readonly Misbehaviour[];
  readonly lastCommit: LastCommit;
}

/** Who signed the block before. `address`: the first 20 bytes of SHA-256 of the validator's key. */
export interface LastCommit {
  readonly round: number;
  readonly votes: readonly {
    readonly address: Uint8Array;
    readonly power: number;
    readonly kind: "absent" | "commit" | "nil";
  }[];
}

/** Evidence against a validator that CometBFT has checked. */
export interface Misbehaviour {
  readonly kind: "duplicateVote" | "lightClientAttack";
  readonly address: Uint8Array;
  readonly power: number;
  readonly height: number;
  readonly timeMs: number;
  readonly totalPower: number;
}

export interface FinalizeAnswer {
  readonly appHash: Uint8Array;
  readonly validatorUpdates: readonly ValidatorPower[];
}

/** `hash` and `metadata` are the application's own and mean nothing to CometBFT. */
export interface Snapshot {
  readonly height: number;
  readonly format: number;
  readonly chunks: number;
  readonly hash: Uint8Array;
  readonly metadata: Uint8Array;
}

export type OfferAnswer = "accept" | "abort" | "reject" | "rejectFormat" | "rejectSender";

export interface ChunkName {
  readonly height: number;
  readonly format: number;
  readonly chunk: number;
}

export interface ChunkRequest {
  readonly index: number;
  readonly chunk: Uint8Array;
  /** Node id of the peer that sent it. */
  readonly sender: string;
}

export interface ChunkAnswer {
  readonly result: "accept" | "abort" | "retry" | "retrySnapshot" | "rejectSnapshot";
  readonly refetchChunks?: readonly number[];
  readonly rejectSenders?: readonly string[];
}
