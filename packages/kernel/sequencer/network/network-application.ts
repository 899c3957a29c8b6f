import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { judgeProposal, proposalLimits } from "@mingbai/ledger/container/block-rule";
import { findItem, type Item } from "@mingbai/ledger/container/item";
import type { SignedItems } from "@mingbai/ledger/container/signed-items";
import type { DoubleVote } from "@mingbai/ledger/execute/block";
import { findRosterOfEpoch, rosterDelayHeights, rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { AppliedBlock } from "@mingbai/log/chain/replica";
import type {
  AbciApplication,
  ChunkName,
  DecidedOrProposed,
  GenesisRequest,
  Misbehaviour,
  PrepareRequest,
  QueryAnswer,
  QueryRequest,
  Verdict,
} from "../cometbft/abci-application.ts";
import { proposalItemBytes } from "../cometbft/proposal-bytes.ts";
import type { CertifiedPool } from "./certified-pool.ts";
import type { ContainersAtHand } from "./containers-at-hand.ts";
import { engineHeights } from "./let-go.ts";
import type { OfferedSnapshots } from "./offered-snapshots.ts";
import type { EnginePosition } from "./position.ts";
import { areSameValidators, changedValidators, findOrganisation, validatorsOf } from "./roster-changes.ts";

/** How long a proposer waits for something to order; below the engine's own timeout for a proposal. */
export const proposalWaitMsMax = 400;
/**
 * How long after a block that changed something: the next seals its app hash, and so soon brings along what an answer
 * called forth. Without it whoever sends one command after another waits for an empty round before each.
 */
export const sealWaitMsMax = 40;

/** A decided block once it is durable here. */
export interface DurableBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly items: readonly Item[];
  readonly applied: AppliedBlock | undefined;
}

export interface NetworkApplicationParts {
  readonly ledger: Pick<LedgerChain, "chain" | "head" | "state" | "isDeadlineDue" | "append" | "commit" | "appHashAt">;
  /** The ledger's height when the engine's was 0. */
  readonly eraBase: number;
  readonly pool: CertifiedPool;
  readonly signed: SignedItems;
  readonly containers: ContainersAtHand;
  readonly position: EnginePosition;
  /** Resolves once the disk has room for so many bytes: what is decided cannot be refused. */
  readonly waitForRoom: (bytes: number) => Promise<void>;
  /** Calls back after this many ms; the answer cancels. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** How many heights behind the last bodies are kept; undefined where all are. */
  readonly keptHeights: () => number | undefined;
  /** What whoever joins is offered; nothing without. */
  readonly snapshots?: OfferedSnapshots | undefined;
  readonly onDurable: (block: DurableBlock) => Promise<void>;
}

interface Deciding extends DurableBlock {
  readonly committing: Promise<void>;
}

/** The path of the engine's `abci_query` that tells the height of the newest snapshot offered here. */
export const snapshotsQuery = "/snapshots";

const nobodyAsks: Verdict = { code: 1, log: "transactions are sent to the node's own API" };

/** The ledger as an engine of consensus sees it: chooses items, judges proposals, executes what was decided. */
export class NetworkApplication implements AbciApplication {
  readonly #parts: NetworkApplicationParts;
  #deciding: Deciding | undefined;
  #wasEffective = false;

  constructor(parts: NetworkApplicationParts) {
    this.#parts = parts;
  }

  async info() {
    const { ledger, position, eraBase } = this.#parts;
    return { height: position.height - eraBase, appHash: await ledger.appHashAt(position.height) };
  }

  async initChain({ chainId, validators }: GenesisRequest) {
    const { ledger, eraBase } = this.#parts;
    if (chainId !== engineChainId(ledger.chain, eraBase))
      throw new Error(`the engine's genesis is of another ledger, ${chainId}`);
    const expected = validatorsOf(rosterInForce(ledger.state, eraBase + 1));
    if (!areSameValidators(validators, expected)) throw new Error("the engine's genesis names other validators");
    return { appHash: await ledger.appHashAt(eraBase) };
  }

  async prepareProposal({ height, bytesMax }: Pick<PrepareRequest, "height" | "bytesMax">) {
    const { pool, after } = this.#parts;
    // The engine's first block bears the time of its genesis, by which what users sign today would be refused for good.
    if (height === 1) return [];
    await pool.waitForItems(this.#wasEffective ? sealWaitMsMax : proposalWaitMsMax, after);
    for (;;) {
      const items = pool.choose({ ...proposalLimits, bytesMax, itemBytesOf: proposalItemBytes });
      const wrong = this.#findWrong(height, items);
      if (wrong === undefined) return items;
      // What was right when it came (its epoch has passed, say) would make everybody refuse the whole block.
      pool.remove([wrong.batchId]);
    }
  }

  async processProposal({ height, items }: Pick<DecidedOrProposed, "height" | "items">): Promise<boolean> {
    const judged = this.#judge(height, items);
    if ("fault" in judged) return false;
    const { containers } = this.#parts;
    for (const item of judged.items) containers.prepare(item);
    return true;
  }

  async finalizeBlock(decided: Pick<DecidedOrProposed, "height" | "timeMs" | "items" | "misbehaviour">) {
    const { ledger, eraBase, containers, waitForRoom } = this.#parts;
    const height = eraBase + decided.height;
    const items = decided.items.map(getItem);
    if (height <= ledger.head.height) return this.#finalizeKnown({ height, items, timeMs: decided.timeMs });
    const timeMs = Math.max(ledger.head.timeMs + 1, decided.timeMs);
    const doubleVotes = this.#doubleVotes(decided.misbehaviour);
    if (items.length === 0 && doubleVotes.length === 0 && !ledger.isDeadlineDue(timeMs)) {
      this.#deciding = { height, timeMs, items, applied: undefined, committing: Promise.resolve() };
      return { appHash: ledger.head.appHash, validatorUpdates: [] };
    }
    const found = await Promise.all(items.map((item) => containers.get(item)));
    await waitForRoom(found.reduce((bytes, { body }) => bytes + body.length, 0));
    const before = rosterInForce(ledger.state, height + rosterDelayHeights);
    const applied = ledger.append({
      height,
      timeMs,
      containers: found,
      ...(doubleVotes.length > 0 && { doubleVotes }),
    });
    const committing = ledger.commit();
    // Commit is asked for next, and hears of a failure; until then it is nobody's.
    committing.catch(() => undefined);
    this.#deciding = { height, timeMs, items, applied, committing };
    const next = rosterInForce(ledger.state, height + rosterDelayHeights);
    return { appHash: applied.head.appHash, validatorUpdates: changedValidators(before, next) };
  }

  async commit(): Promise<{ retainHeight: number }> {
    const { ledger, eraBase, position, keptHeights, onDurable } = this.#parts;
    const deciding = this.#deciding;
    if (deciding === undefined) throw new Error("nothing was decided that could be made durable");
    const { height, timeMs, items, applied, committing } = deciding;
    await committing;
    this.#deciding = undefined;
    this.#wasEffective = applied !== undefined;
    if (applied === undefined) await position.passedEmpty(height, ledger.head.height);
    else position.reached(height);
    await onDurable({ height, timeMs, items, applied });
    return { retainHeight: Math.max(0, height - eraBase - engineHeights(keptHeights())) };
  }

  /** Whom the engine proved to have voted twice, as the ledger knows them; nobody where it knows the key no more. */
  #doubleVotes(misbehaviour: readonly Misbehaviour[]): DoubleVote[] {
    const { ledger, eraBase } = this.#parts;
    return misbehaviour.flatMap(({ address, height }) => {
      const organisation = findOrganisation(ledger.state, address);
      return organisation === undefined ? [] : [{ organisation, height: eraBase + height }];
    });
  }

  /** What this ledger has executed is shown again: the last block after a start, all of them where an engine lost its own. */
  async #finalizeKnown({ height, items, timeMs }: Pick<Deciding, "height" | "items" | "timeMs">) {
    const { ledger } = this.#parts;
    this.#deciding = { height, items, timeMs, applied: undefined, committing: Promise.resolve() };
    const next = rosterInForce(ledger.state, height + rosterDelayHeights);
    const before = next.fromHeight === height + rosterDelayHeights && findRosterOfEpoch(ledger.state, next.epoch - 1);
    return {
      appHash: await ledger.appHashAt(height),
      validatorUpdates: before ? changedValidators(before, next) : [],
    };
  }

  #judge(height: number, items: readonly Uint8Array[]) {
    const { ledger, eraBase, signed } = this.#parts;
    return judgeProposal({ state: ledger.state, chain: ledger.chain, height: eraBase + height, signed }, items);
  }

  #findWrong(height: number, items: readonly Uint8Array[]): Item | undefined {
    const judged = this.#judge(height, items);
    return "fault" in judged ? getItem(items[judged.index] ?? new Uint8Array()) : undefined;
  }

  /** Only the height of the newest snapshot, 0 without: whoever joins asks before it begins. */
  async query({ path }: Pick<QueryRequest, "path">): Promise<QueryAnswer> {
    if (path !== snapshotsQuery) return nobodyAsks;
    return { code: 0, value: utf8(String(this.#parts.snapshots?.list()[0]?.height ?? 0)) };
  }

  async checkTx() {
    return nobodyAsks;
  }

  async insertTx() {
    return nobodyAsks;
  }

  /** Items go from node to node by the exchange; the engine's own gossip carries none. */
  async reapTxs() {
    return [];
  }

  async listSnapshots() {
    return this.#parts.snapshots?.list() ?? [];
  }

  /** A node that has a ledger takes nobody's: one without is a `JoiningApplication`. */
  async offerSnapshot() {
    return "abort" as const;
  }

  async loadSnapshotChunk(name: ChunkName) {
    return this.#parts.snapshots?.loadChunk(name);
  }

  async applySnapshotChunk() {
    return { result: "abort" as const };
  }
}

/** Short, as the engine's names are. */
export const eraRadix = 36;

/**
 * What the engine calls this ledger's chain; at most 50 characters. It names the height at which one organisation handed the
 * ledger to several, too: votes of a network that began at another are none of this one's.
 */
export function engineChainId(chain: Uint8Array, eraBase = 0): string {
  const era = eraBase === 0 ? "" : `-${eraBase.toString(eraRadix)}`;
  return `mingbai-${toHex(chain.subarray(0, 16))}${era}`;
}

/** More than two thirds accepted these items, each of which they could read. */
function getItem(bytes: Uint8Array): Item {
  const item = findItem(bytes);
  if (item === undefined) throw new Error("a block was decided that holds no item of this format");
  return item;
}
