import { equalBytes } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { resultsRoot } from "@mingbai/codec/line-tree/results";
import { sha256 } from "@mingbai/codec/sha256";
import { u64 } from "@mingbai/codec/u64";
import { expiryAheadHeightsMax } from "../container/block-rule.ts";
import type { ContainerHeader } from "../container/container.ts";
import { orderedStore } from "../container/ordered-containers.ts";
import type { Event, Moment } from "../definition/event.ts";
import type { Registry } from "../definition/registry.ts";
import { rosterHashInForce } from "../genesis/rosters.ts";
import { checkRulesKnown } from "../genesis/rules-version.ts";
import { refuseByLedger } from "../refusal.ts";
import type { State } from "../state/state.ts";
import { transactionKinds } from "../transaction/header.ts";
import type { Block, OrderedContainer, OrderedEnvelope, SoundContainer } from "./block.ts";
import { applyEvent, executeTransaction } from "./execute-transaction.ts";
import { encodeLeaf, type LeafKind, leafKinds } from "./leaf.ts";
import { acceptedOutcome, type Outcome, refusedOutcome } from "./outcome.ts";

/** One leaf of the log with what a receipt or a projection wants to know of it. */
export interface Executed {
  readonly leaf: Uint8Array<ArrayBuffer>;
  readonly id: Uint8Array;
  readonly kind: LeafKind;
  readonly outcome: Outcome;
  /** Where the transaction lies: container of the block, envelope of the container. Undefined for what is none. */
  readonly place: { readonly container: number; readonly envelope: number } | undefined;
}

export interface BlockOutcome {
  readonly executed: readonly Executed[];
  /** The effects chain after this block, 32 bytes. */
  readonly effects: Uint8Array;
}

/** What a block is executed on. */
export interface ExecutedLedger {
  readonly state: State;
  readonly registry: Registry;
  /** The ledger's identity: what is signed for another has no place here. */
  readonly chain: Uint8Array;
  /** The effects chain before the block, 32 bytes. */
  readonly effects: Uint8Array;
}

const zeroHash = new Uint8Array(32);

/**
 * The pure function at the heart: state before and a block give state after, leaves, effects. Equal inputs give equal
 * bytes on every machine. A broken invariant throws, and the node must stop.
 */
export function executeBlock(ledger: ExecutedLedger, block: Block): BlockOutcome {
  const { state, registry } = ledger;
  checkRulesKnown(state, block.height);
  state.store(orderedStore).forgetBefore(block.height);
  const run = new BlockRun(ledger, block);
  run.deadlines();
  block.containers.forEach((container, index) => {
    run.container(container, index);
  });
  for (const domain of registry.domains) domain.checkInvariants?.(state);
  return { executed: run.executed, effects: run.effects };
}

/** True where a block without containers at this moment would still do something. */
export function isDeadlineDue({ state, registry }: { state: State; registry: Registry }, timeMs: number): boolean {
  return registry.domains.some((domain) => (domain.deadlines?.next(state) ?? Number.POSITIVE_INFINITY) <= timeMs);
}

const voidCodes = { faulty: "VOID_CONTAINER", lost: "BODY_LOST" } as const;
type VoidCode = (typeof voidCodes)[keyof typeof voidCodes];

class BlockRun {
  readonly executed: Executed[] = [];
  effects: Uint8Array;
  readonly #state: State;
  readonly #registry: Registry;
  readonly #chain: Uint8Array;
  readonly #block: Block;
  readonly #rosterHash: Uint8Array;

  constructor({ state, registry, chain, effects }: ExecutedLedger, block: Block) {
    this.#state = state;
    this.#registry = registry;
    this.#chain = chain;
    this.#block = block;
    this.effects = effects;
    this.#rosterHash = rosterHashInForce(state, block.height);
  }

  /** What was due by itself comes first, and what the engine proved, as one leaf that nobody signed. */
  deadlines(): void {
    const execution = { state: this.#state, registry: this.#registry, moment: this.#block };
    const { doubleVotes = [] } = this.#block;
    const events = this.#registry.domains.flatMap((domain) => [
      ...(domain.deadlines?.due(this.#state, this.#block) ?? []),
      ...(doubleVotes.length > 0 ? (domain.doubleVotes?.(this.#state, doubleVotes) ?? []) : []),
    ]);
    if (events.length === 0) return;
    for (const event of events) applyEvent(execution, event);
    const id = sha256(contextBytes.deadline, u64(this.#block.height));
    this.#record({ id, kind: leafKinds.deadline, outcome: acceptedOutcome(events), place: undefined });
  }

  /** Executes a container once: neither the same one again nor another under the same number of its origin. */
  container(container: OrderedContainer, index: number): void {
    const { header, batchId } = container;
    const ordered = this.#state.store(orderedStore);
    const before = ordered.under(header);
    if (before.some((one) => equalBytes(one.batchId, batchId))) return;
    ordered.add({ ...placeOf(header), batchId, untilHeight: untilHeightOf(header, this.#block) });
    if (before.length > 0) this.#recordContainer(container, "DUPLICATE_CONTAINER");
    else if ("void" in container) this.#recordContainer(container, voidCodes[container.void]);
    else this.#transactions(container, index);
  }

  #recordContainer({ header, batchId }: OrderedContainer, code: "DUPLICATE_CONTAINER" | VoidCode): void {
    const outcome = refusedOutcome(refuseByLedger(code, placeOf(header)));
    this.#record({ id: batchId, kind: leafKinds.container, outcome, place: undefined, batchId });
  }

  #transactions(container: SoundContainer, index: number): void {
    container.envelopes.forEach((envelope, place) => {
      const outcome = executeTransaction(
        { state: this.#state, registry: this.#registry, chain: this.#chain, moment: this.#block },
        envelope,
      );
      if (outcome === undefined) return;
      const kind = envelope.header.kind === transactionKinds.payments ? leafKinds.payments : leafKinds.command;
      const at = { container: index, envelope: place };
      this.#record({ id: envelope.id, kind, outcome, place: at, envelope, batchId: container.batchId });
    });
  }

  #record(done: Omit<Executed, "leaf"> & { envelope?: OrderedEnvelope; batchId?: Uint8Array }): void {
    const { id, kind, outcome, place, envelope, batchId } = done;
    const leaf = encodeLeaf({
      kind,
      result: this.#resultNumber(outcome),
      height: this.#block.height,
      timeMs: this.#block.timeMs,
      index: this.executed.length,
      units: envelope?.header.units ?? 1,
      id,
      batchId: batchId ?? zeroHash,
      linesRoot: envelope?.linesRoot ?? zeroHash,
      resultsRoot: kind === leafKinds.payments ? resultsRootOf(outcome, envelope?.header.units ?? 1) : zeroHash,
      eventsRoot: eventsRoot(outcome.events),
      rosterHash: this.#rosterHash,
    });
    this.effects = sha256(contextBytes.effects, this.effects, leaf, this.#state.effects.take());
    this.executed.push({ leaf, id, kind, outcome, place });
  }

  #resultNumber(outcome: Outcome): number {
    if (outcome.refusal === undefined) return 0;
    const declared = this.#registry.refusals.get(outcome.refusal.refused);
    if (declared === undefined) throw new Error(`the refusal ${outcome.refusal.refused} is not declared`);
    return declared.number;
  }
}

function placeOf({ origin, originSequence }: ContainerHeader): { origin: number; originSequence: number } {
  return { origin, originSequence };
}

/** How long a container is remembered: no longer than the block rule lets any expire, and in its own block at least. */
function untilHeightOf({ expiryHeight }: ContainerHeader, { height }: Moment): number {
  return Math.max(height, Math.min(expiryHeight, height + expiryAheadHeightsMax));
}

/** Hash of a transaction's events as canonical JSON. */
export function eventsRoot(events: readonly Event[]): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.events, canonicalBytes(events.map(({ type, data }) => ({ type, data }))));
}

/** Root over the line results; a batch refused whole proves no line accepted, so it has none. */
function resultsRootOf(outcome: Outcome, units: number): Uint8Array {
  return outcome.refusal === undefined ? resultsRoot(units, outcome.lineResults) : zeroHash;
}
