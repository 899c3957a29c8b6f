import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import type { Executed } from "@mingbai/ledger/execute/execute-block";
import type { BlockRecord, RecordedContainer, RecordedOutcome } from "./block-record.ts";
import type { AppliedBlock } from "./replica.ts";

/** A container as it is stored: what was ordered, with the bytes that were signed. */
export interface StoredContainer extends OrderedContainer {
  readonly headerBytes: Uint8Array;
  /** The origin's signature over the batch id. */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
  /** Stored behind the body in the body log; no bytes where there are none. */
  readonly groupRoots: Uint8Array;
}

/** The record of an executed block. `bodyNumberOf` says where a body was put, or undefined for one that goes inline. */
export function recordBlock(
  { head, executed, sealed }: AppliedBlock,
  containers: readonly StoredContainer[],
  bodyNumberOf: (container: StoredContainer) => number | undefined,
): BlockRecord {
  return {
    height: head.height,
    timeMs: head.timeMs,
    appHash: head.appHash,
    logSize: head.logSize,
    logRoot: head.logRoot,
    effects: head.effects,
    stateRoot: head.stateRoot,
    ...(sealed && { sealedRoot: sealed.state.root }),
    containers: containers.map((container) => recordContainer(container, bodyNumberOf(container))),
    outcomes: executed.map(recordOutcome),
  };
}

function recordContainer(container: StoredContainer, bodyNumber: number | undefined): RecordedContainer {
  const inlineBody = bodyNumber === undefined ? container.body : undefined;
  return { header: container.headerBytes, signature: container.signature, bodyNumber, inlineBody };
}

function recordOutcome({ leaf, outcome, place }: Executed): RecordedOutcome {
  const refusedLines = findRefusedLines(outcome.lineResults);
  return {
    leaf,
    events: outcome.events,
    ...(outcome.refusal && { refusal: outcome.refusal }),
    ...(refusedLines && { refusedLines }),
    ...(place && { place: [place.container, place.envelope] }),
  };
}

/** The lines that were not paid, as [line, code]; undefined where all were. */
export function findRefusedLines(results: Uint8Array | undefined): readonly (readonly [number, number])[] | undefined {
  if (results === undefined) return undefined;
  return [...results].flatMap((code, line): [number, number][] => (code === 0 ? [] : [[line, code]]));
}
