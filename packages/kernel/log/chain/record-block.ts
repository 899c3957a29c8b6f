import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import type { Executed } from "@mingbai/ledger/execute/execute-block";
import type { StoredBody } from "../bodies/body-record.ts";
import type { BlockRecord, RecordedContainer, RecordedOutcome } from "./block-record.ts";
import type { AppliedBlock } from "./replica.ts";

/** A container as it is stored: what was ordered, with the bytes that were signed. */
export type StoredContainer = OrderedContainer &
  StoredBody & {
    /** Record of the body log that holds the body already; absent where the block is to store it. */
    readonly bodyNumber?: number;
  };

/** A container of a block, and the record of the body log that holds its body: undefined for one that goes inline. */
export interface PlacedContainer {
  readonly container: StoredContainer;
  readonly bodyNumber: number | undefined;
}

/** The record of an executed block, with where its bodies lie and how far the body log goes. */
export function recordBlock(
  { head, executed, sealed }: AppliedBlock,
  {
    containers,
    ...bodies
  }: { containers: readonly PlacedContainer[] } & Pick<BlockRecord, "unorderedFrom" | "bodiesBelow" | "doubleVotes">,
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
    ...bodies,
    containers: containers.map(recordContainer),
    outcomes: executed.map(recordOutcome),
  };
}

function recordContainer({ container, bodyNumber }: PlacedContainer): RecordedContainer {
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
