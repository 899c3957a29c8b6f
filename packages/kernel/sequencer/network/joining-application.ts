import { equalBytes } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { DiskError } from "@mingbai/log/disk/disk-error";
import type { RestoreChain, TrustedHead } from "@mingbai/log/portable/restore-chain";
import { LogError } from "@mingbai/log/segments/log-error";
import type {
  AbciApplication,
  ChunkAnswer,
  ChunkRequest,
  DecidedOrProposed,
  GenesisRequest,
  OfferAnswer,
  PrepareRequest,
  QueryRequest,
  Snapshot,
} from "../cometbft/abci-application.ts";
import { digestBytes, snapshotFormat } from "./offered-snapshots.ts";

/** A terabyte in the pieces of this format: what claims more is not begun. */
const chunksMax = 65_536;

interface Parts {
  /** The ledger's height when the engine's was 0. */
  readonly eraBase: number;
  /** Begins a restore anew; what an earlier one left goes. */
  readonly begin: () => Promise<RestoreChain>;
  /** Told of each piece that was taken, of how many, and of a snapshot that was refused. */
  readonly say?: (step: string) => void;
}

interface Taking {
  readonly trusted: TrustedHead;
  readonly digests: Uint8Array;
  readonly chunks: number;
  readonly restore: RestoreChain;
}

/**
 * A node without a ledger as the engine sees it: takes the first snapshot that turns out to be true, and from then on is the
 * application that goes on from there. What the engine asks in between waits for it.
 */
export class JoiningApplication implements AbciApplication {
  readonly #parts: Parts;
  readonly #restored = Promise.withResolvers<LedgerChain>();
  readonly #following = Promise.withResolvers<AbciApplication>();
  #taking: Taking | undefined;
  #isRestored = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    // Whoever waits hears of a failure, and so does the engine.
    this.#restored.promise.catch(() => undefined);
  }

  /** The ledger, once its app hash was the one that the engine's light client trusts. */
  get restored(): Promise<LedgerChain> {
    return this.#restored.promise;
  }

  /** Names the application that goes on from the restored ledger. */
  goOn(application: AbciApplication): void {
    this.#following.resolve(application);
  }

  async info() {
    return this.#isRestored ? (await this.#following.promise).info() : { height: 0, appHash: new Uint8Array() };
  }

  async offerSnapshot(offer: { readonly snapshot: Snapshot; readonly appHash: Uint8Array }): Promise<OfferAnswer> {
    const { height, format, chunks, hash, metadata } = offer.snapshot;
    if (this.#isRestored) return "abort";
    if (format !== snapshotFormat) return "rejectFormat";
    const isDescribed = chunks > 0 && chunks <= chunksMax && metadata.length === chunks * digestBytes;
    if (!isDescribed || !equalBytes(sha256(metadata), hash)) return "reject";
    await this.#giveUp();
    const trusted = { height: height + this.#parts.eraBase, appHash: offer.appHash.slice() };
    this.#taking = { trusted, digests: metadata.slice(), chunks, restore: await this.#parts.begin() };
    return "accept";
  }

  async applySnapshotChunk({ index, chunk, sender }: ChunkRequest): Promise<ChunkAnswer> {
    const taking = this.#taking;
    if (taking === undefined) return { result: "abort" };
    const digest = taking.digests.subarray(index * digestBytes, (index + 1) * digestBytes);
    if (!equalBytes(sha256(chunk), digest)) return { result: "retry", refetchChunks: [index], rejectSenders: [sender] };
    try {
      await taking.restore.push(chunk.slice());
      this.#parts.say?.(`snapshot of height ${taking.trusted.height}: piece ${index + 1} of ${taking.chunks}`);
      if (index + 1 === taking.chunks) await this.#finish(taking);
      return { result: "accept" };
    } catch (error) {
      // The disk's failures are this node's own; anything else was in the bytes.
      if (error instanceof DiskError || error instanceof LogError) {
        this.#restored.reject(error);
        throw error;
      }
      await this.#giveUp();
      this.#parts.say?.(`a snapshot of height ${taking.trusted.height} was refused: ${String(error)}`);
      return { result: "rejectSnapshot" };
    }
  }

  async #finish({ restore, trusted }: Taking): Promise<void> {
    const ledger = await restore.finish(trusted);
    this.#taking = undefined;
    this.#isRestored = true;
    this.#restored.resolve(ledger);
  }

  async #giveUp(): Promise<void> {
    const taking = this.#taking;
    this.#taking = undefined;
    await taking?.restore.abandon();
  }

  async initChain(genesis: GenesisRequest) {
    return (await this.#following.promise).initChain(genesis);
  }

  async query(query: QueryRequest) {
    return (await this.#following.promise).query(query);
  }

  async checkTx(request: { readonly bytes: Uint8Array; readonly isRecheck: boolean }) {
    return (await this.#following.promise).checkTx(request);
  }

  async insertTx(bytes: Uint8Array) {
    return (await this.#following.promise).insertTx(bytes);
  }

  async reapTxs(limits: { readonly bytesMax: number; readonly gasMax: number }) {
    return this.#isRestored ? (await this.#following.promise).reapTxs(limits) : [];
  }

  async prepareProposal(request: PrepareRequest) {
    return (await this.#following.promise).prepareProposal(request);
  }

  async processProposal(block: DecidedOrProposed) {
    return (await this.#following.promise).processProposal(block);
  }

  async finalizeBlock(block: DecidedOrProposed) {
    return (await this.#following.promise).finalizeBlock(block);
  }

  async commit() {
    return (await this.#following.promise).commit();
  }

  /** While it looks for one itself, it has none to offer. */
  async listSnapshots() {
    return this.#isRestored ? (await this.#following.promise).listSnapshots() : [];
  }

  async loadSnapshotChunk(name: Parameters<AbciApplication["loadSnapshotChunk"]>[0]) {
    return this.#isRestored ? (await this.#following.promise).loadSnapshotChunk(name) : undefined;
  }
}
