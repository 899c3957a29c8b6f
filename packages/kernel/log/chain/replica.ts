import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Registry } from "@mingbai/ledger/definition/registry";
import { appHash, stateRootEveryHeights, stateRootLagHeights } from "@mingbai/ledger/execute/app-hash";
import type { Block } from "@mingbai/ledger/execute/block";
import { type Executed, executeBlock, isDeadlineDue } from "@mingbai/ledger/execute/execute-block";
import { chainOf, foundState, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterHashInForce } from "@mingbai/ledger/genesis/rosters";
import type { SealedState, State } from "@mingbai/ledger/state/state";
import { appendLeaf, type CompactRange, emptyRange, rangeRoot } from "../merkle/compact-range.ts";

/** The state that is hashed in full at a height is made ready over so many heights before it, an equal part with each. */
const sealAheadHeights = 256;

/** What a replica stands for after a block: everything that other replicas must agree with. */
export interface Head {
  readonly height: number;
  readonly timeMs: number;
  readonly appHash: Uint8Array;
  readonly logSize: number;
  readonly logRoot: Uint8Array;
  readonly effects: Uint8Array;
  readonly stateRoot: Uint8Array;
}

/** A full state root that waits to enter the app hash. */
interface PendingRoot {
  readonly fromHeight: number;
  readonly root: Uint8Array;
}

/** Everything of a replica that is not state stores; with them it makes a snapshot. */
export interface ReplicaMarks extends Head {
  readonly range: CompactRange;
  readonly pendingRoot: PendingRoot | undefined;
  /** Height of the last block that made a leaf; a block that made none changes nothing but height and time. */
  readonly effectiveHeight: number;
}

export interface AppliedBlock {
  readonly head: Head;
  readonly executed: readonly Executed[];
  /** The state as it stood after this block, at heights where it is hashed in full: what a snapshot saves. */
  readonly sealed: { readonly state: SealedState; readonly marks: ReplicaMarks } | undefined;
}

/**
 * One copy of a ledger in memory: blocks in order go in, leaves and the app hash come out. No I/O.
 * The same object stands behind solo, a network's application, `verify-log` and every test of agreement.
 */
export class Replica {
  readonly registry: Registry;
  readonly chain: Uint8Array;
  /** As it stood before the first block. */
  readonly founding: Head;
  #state: State;
  #marks: ReplicaMarks;

  constructor(registry: Registry, genesis: Genesis) {
    this.registry = registry;
    this.chain = chainOf(genesis);
    this.#state = foundState(registry, genesis);
    this.#marks = foundingMarks(this.#state, this.chain, genesis.timeMs);
    this.founding = this.#marks;
  }

  get state(): State {
    return this.#state;
  }

  get head(): Head {
    return this.#marks;
  }

  get marks(): ReplicaMarks {
    return this.#marks;
  }

  /** True where an empty block at this time would still change something. */
  isDeadlineDue(timeMs: number): boolean {
    return isDeadlineDue(this, timeMs);
  }

  /** Executes the next block. Heights rise and may have gaps; throws on a broken invariant, after which it is unusable. */
  apply(block: Block): AppliedBlock {
    const before = this.#marks;
    if (block.height <= before.height || block.timeMs <= before.timeMs) {
      throw new RangeError(`block ${block.height} does not follow ${before.height}`);
    }
    const { executed, effects } = executeBlock(
      { state: this.#state, registry: this.registry, chain: this.chain, effects: before.effects },
      block,
    );
    if (executed.length === 0) {
      this.#marks = { ...before, height: block.height, timeMs: block.timeMs };
      return { head: this.#marks, executed, sealed: undefined };
    }
    const range = executed.reduce((grown, { leaf }) => appendLeaf(grown, leaf), before.range);
    const { stateRoot, pendingRoot } = dueRoot(before, block.height);
    const sealed = crossesRootHeight(before.effectiveHeight, block.height) ? this.#state.seal() : undefined;
    const head = this.#headOf({ block, effects, range, stateRoot });
    const freshRoot = sealed && { fromHeight: block.height, root: sealed.root };
    const marks = { ...head, range, pendingRoot: freshRoot ?? pendingRoot, effectiveHeight: block.height };
    this.#marks = marks;
    this.#sealAhead(block.height);
    return { head, executed, sealed: sealed && { state: sealed, marks } };
  }

  /**
   * Becomes what a snapshot says, if it is what it claims: the state is hashed again and compared with the root that
   * the snapshot's own app hash will mix in. Throws SyntaxError on a difference.
   */
  restore(marks: ReplicaMarks, stores: readonly { name: string; chunks: readonly Uint8Array[] }[]): void {
    const state = this.registry.createState();
    const root = toHex(state.load(stores));
    if (marks.pendingRoot === undefined || root !== toHex(marks.pendingRoot.root)) {
      throw new SyntaxError("the snapshot's state does not have the root that it names");
    }
    const again = this.#headOf(
      { block: marks, effects: marks.effects, range: marks.range, stateRoot: marks.stateRoot },
      state,
    );
    if (
      toHex(again.appHash) !== toHex(marks.appHash) ||
      toHex(again.logRoot) !== toHex(marks.logRoot) ||
      marks.effectiveHeight !== marks.height
    )
      throw new SyntaxError("the snapshot's marks do not give its app hash");
    this.#state = state;
    this.#marks = marks;
  }

  /** PERF: to seal all 100,000 households at once takes 0.9 s, a part of them 4 ms. */
  #sealAhead(height: number): void {
    const left = stateRootEveryHeights - (height % stateRootEveryHeights);
    if (left <= sealAheadHeights) this.#state.sealAhead(sealAheadHeights);
  }

  #headOf(
    parts: {
      block: { height: number; timeMs: number };
      effects: Uint8Array;
      range: CompactRange;
      stateRoot: Uint8Array;
    },
    state = this.#state,
  ): Head {
    const { block, effects, range, stateRoot } = parts;
    const logRoot = rangeRoot(range);
    const rosterHash = rosterHashInForce(state, block.height);
    const hash = appHash({ lastHeight: block.height, logSize: range.size, logRoot, effects, stateRoot, rosterHash });
    return {
      height: block.height,
      timeMs: block.timeMs,
      appHash: hash,
      logSize: range.size,
      logRoot,
      effects,
      stateRoot,
    };
  }
}

function foundingMarks(state: State, chain: Uint8Array, timeMs: number): ReplicaMarks {
  const range = emptyRange();
  const stateRoot = state.seal().root;
  const effects = sha256(contextBytes.effects, chain);
  const rosterHash = rosterHashInForce(state, 0);
  const logRoot = rangeRoot(range);
  const hash = appHash({ lastHeight: 0, logSize: 0, logRoot, effects, stateRoot, rosterHash });
  return {
    height: 0,
    timeMs,
    appHash: hash,
    logSize: 0,
    logRoot,
    effects,
    stateRoot,
    range,
    pendingRoot: undefined,
    effectiveHeight: 0,
  };
}

/** A root taken at a height enters the app hash 64 heights later, or with the first block after that. */
function dueRoot(before: ReplicaMarks, height: number): Pick<ReplicaMarks, "stateRoot" | "pendingRoot"> {
  const { pendingRoot, stateRoot } = before;
  if (pendingRoot === undefined || height < pendingRoot.fromHeight + stateRootLagHeights)
    return { stateRoot, pendingRoot };
  return { stateRoot: pendingRoot.root, pendingRoot: undefined };
}

/** True where a multiple of 1,024 lies above the effective height before and not above this one. */
function crossesRootHeight(before: number, height: number): boolean {
  return Math.floor(height / stateRootEveryHeights) > Math.floor(before / stateRootEveryHeights);
}
