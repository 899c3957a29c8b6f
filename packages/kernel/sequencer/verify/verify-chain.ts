import { equalBytes } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { batchId, findContainerHeader } from "@mingbai/ledger/container/container";
import { type ContainerFault, groupRootsOf, mayStandInBlock } from "@mingbai/ledger/container/stateless-check";
import type { Event } from "@mingbai/ledger/definition/event";
import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import { openContainer } from "@mingbai/ledger/execute/open-container";
import { type BlockRecord, decodeBlockRecord, type RecordedContainer } from "@mingbai/log/chain/block-record";
import { readKeptRoots } from "@mingbai/log/chain/read-container";
import { findRefusedLines } from "@mingbai/log/chain/record-block";
import type { AppliedBlock, Replica } from "@mingbai/log/chain/replica";
import type { ReadableLog } from "@mingbai/log/prefix/readable-log";
import type { ContainerChecker } from "../admission/checked.ts";
import { findOriginFault } from "./find-origin-fault.ts";

/** The first thing that is not as it should be: where, and what. */
export interface ChainFault {
  readonly height: number;
  readonly block: number;
  readonly what: string;
}

export interface ChainReport {
  readonly blocks: number;
  readonly transactions: number;
  readonly lines: number;
  readonly fault: ChainFault | undefined;
}

export interface VerifyParts {
  readonly blocks: ReadableLog;
  readonly bodies: ReadableLog;
  /** A replica as genesis founded it, or as it stood before the block `from`. */
  readonly replica: Replica;
  /** The first block to execute; the first of all unless given. */
  readonly from?: number;
  readonly pool: ContainerChecker;
  readonly onProgress?: (done: { blocks: number; of: number; lines: number }) => void;
}

/** Blocks whose bodies are being hashed and checked while earlier ones are executed. */
const aheadBlocksMax = 4;

/**
 * Executes the history again, from genesis unless told otherwise, and compares everything recorded with what comes out: digests of
 * bodies, senders' signatures, origins', every leaf, refusal, event, effects, state root,
 * Merkle root, app hash. What the log holds never makes it reject; a disk that cannot be read does.
 * PERF: faster than the ledger was written; hashing runs in threads, ahead of execution.
 */
export async function verifyChain(parts: VerifyParts): Promise<ChainReport> {
  const { replica, blocks, from = blocks.first } = parts;
  const count = { blocks: 0, transactions: 0, lines: 0 };
  const ahead: Promise<ReadBlock>[] = [];
  const step = async (): Promise<ChainFault | undefined> => {
    const read = await ahead.shift();
    if (read === undefined) return undefined;
    const what = "fault" in read ? read.fault : findExecutionFault(replica, read);
    if (what !== undefined) return { height: read.height, block: read.block, what };
    count.blocks++;
    if ("record" in read) {
      count.transactions += read.record.outcomes.length;
      count.lines += read.containers.reduce((lines, { header }) => lines + header.units, 0);
    }
    parts.onProgress?.({ blocks: count.blocks, of: blocks.durable, lines: count.lines });
    return undefined;
  };
  for await (const { sequence, payload } of blocks.records(from)) {
    ahead.push(readBlock(parts, sequence, payload));
    const fault = ahead.length < aheadBlocksMax ? undefined : await step();
    if (fault !== undefined) return { ...count, fault };
  }
  while (ahead.length > 0) {
    const fault = await step();
    if (fault !== undefined) return { ...count, fault };
  }
  return { ...count, fault: undefined };
}

/** A block that was read, or why it cannot be; height 0 where not even that can be read. */
type ReadBlock = { readonly block: number; readonly height: number } & (
  | { readonly fault: string }
  | { readonly record: BlockRecord; readonly containers: readonly CheckedContainer[] }
);

/** A container, and why it is void where it is. */
type CheckedContainer = OrderedContainer & { readonly fault: ContainerFault | undefined };

/** Reads the bodies of a block and checks what needs no state. Never rejects for what the log holds. */
async function readBlock(parts: VerifyParts, block: number, payload: Uint8Array): Promise<ReadBlock> {
  let height = 0;
  try {
    const record = decodeBlockRecord(payload);
    height = record.height;
    const containers = await Promise.all(record.containers.map((recorded) => readChecked(parts, recorded)));
    return { block, height, record, containers };
  } catch (error) {
    return { block, height, fault: messageOf(error) };
  }
}

/** The container as it is executed, with lines hashed and signatures checked again. Throws SyntaxError where its body is not its. */
async function readChecked({ bodies, pool }: VerifyParts, recorded: RecordedContainer): Promise<CheckedContainer> {
  const header = findContainerHeader(recorded.header);
  if (header === undefined) throw new SyntaxError("a container's header cannot be read");
  const stored = recorded.inlineBody ?? (await bodies.read(recorded.bodyNumber ?? -1));
  const body = stored.subarray(0, header.bodyBytes);
  const verdict = await pool.checkContainer(header, body);
  const fault = "fault" in verdict ? verdict.fault : undefined;
  if (fault !== undefined && !mayStandInBlock(fault)) {
    throw new SyntaxError("a stored container's body is not the one that its header names");
  }
  const keptRoots = readKeptRoots(recorded, stored);
  if ("lines" in verdict && keptRoots.length > 0 && !equalBytes(keptRoots, groupRootsOf(header, verdict.lines))) {
    throw new SyntaxError("the group roots kept beside a body's lines are not theirs");
  }
  return { ...openContainer({ header, batchId: batchId(recorded.header), body }, verdict), fault };
}

/** Executes the block; says what differs from the record, if anything does, or why it cannot be executed. */
function findExecutionFault(
  replica: Replica,
  { record, containers }: { record: BlockRecord; containers: readonly CheckedContainer[] },
): string | undefined {
  try {
    const originFault = findOriginFault(replica.state, record);
    if (originFault !== undefined) return originFault;
    const { height, timeMs, doubleVotes } = record;
    const applied = replica.apply({ height, timeMs, containers, ...(doubleVotes && { doubleVotes }) });
    const fault = outcomeFault(applied, record) ?? headFault(applied, record);
    return fault && (findVoid(containers) ?? fault);
  } catch (error) {
    return messageOf(error);
  }
}

/** Names the first void container, which is the reason where a block was recorded as if it were none. */
function findVoid(containers: readonly CheckedContainer[]): string | undefined {
  const index = containers.findIndex(({ fault }) => fault !== undefined);
  return index < 0 ? undefined : `container ${index} is void: ${containers[index]?.fault}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function headFault({ head, sealed }: AppliedBlock, record: BlockRecord): string | undefined {
  const names = ["logRoot", "effects", "stateRoot", "appHash"] as const;
  if (head.logSize !== record.logSize) return `the log has ${head.logSize} leaves, not ${record.logSize}`;
  const wrong = names.find((name) => !equalBytes(head[name], record[name]));
  if (wrong !== undefined) return `${wrong} is not what execution gives`;
  const root = sealed?.state.root ?? new Uint8Array();
  return equalBytes(root, record.sealedRoot ?? new Uint8Array()) ? undefined : "sealedRoot is not what execution gives";
}

/** What is hashed is canonical JSON: in which order an object's fields were written says nothing. */
function areSameEvents(some: readonly Event[], others: readonly Event[]): boolean {
  if (JSON.stringify(some) === JSON.stringify(others)) return true;
  const spell = (events: readonly Event[]) =>
    canonicalBytes({ events: events.map(({ type, data }) => ({ type, data })) });
  return equalBytes(spell(some), spell(others));
}

function outcomeFault({ executed }: AppliedBlock, record: BlockRecord): string | undefined {
  if (executed.length !== record.outcomes.length) return `${executed.length} leaves, not ${record.outcomes.length}`;
  for (const [index, { leaf, outcome, place }] of executed.entries()) {
    const recorded = record.outcomes[index];
    if (recorded === undefined || !equalBytes(leaf, recorded.leaf)) return `leaf ${index} is not what execution gives`;
    const lines = JSON.stringify(findRefusedLines(outcome.lineResults) ?? []);
    const isSame =
      areSameEvents(outcome.events, recorded.events) &&
      JSON.stringify(outcome.refusal) === JSON.stringify(recorded.refusal) &&
      lines === JSON.stringify(recorded.refusedLines ?? []) &&
      JSON.stringify(place && [place.container, place.envelope]) === JSON.stringify(recorded.place);
    if (!isSame) return `what is recorded of transaction ${index} is not what execution gives`;
  }
  return undefined;
}
