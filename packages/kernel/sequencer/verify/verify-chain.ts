import { equalBytes } from "@mingbai/codec/bytes";
import { containerUnitsMax } from "@mingbai/ledger/container/body";
import { findContainerHeader } from "@mingbai/ledger/container/container";
import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import { type BlockRecord, decodeBlockRecord } from "@mingbai/log/chain/block-record";
import { readContainer } from "@mingbai/log/chain/read-container";
import { findRefusedLines } from "@mingbai/log/chain/record-block";
import type { AppliedBlock, Replica } from "@mingbai/log/chain/replica";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import type { Checker } from "../admission/checked.ts";

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
  readonly blocks: SegmentLog;
  readonly bodies: SegmentLog;
  /** A replica as genesis founded it. */
  readonly replica: Replica;
  readonly pool: Checker;
  readonly onProgress?: (done: { blocks: number; of: number; lines: number }) => void;
}

/** Blocks whose bodies are being hashed and checked while earlier ones are executed. */
const aheadBlocksMax = 8;

/**
 * Executes the whole history again from genesis and compares everything recorded with what comes out: digests of
 * bodies, signatures, every leaf, refusal, event, effects, state root, Merkle root, app hash.
 * PERF: faster than the ledger was written; hashing runs in threads, ahead of execution.
 */
export async function verifyChain(parts: VerifyParts): Promise<ChainReport> {
  const count = { blocks: 0, transactions: 0, lines: 0 };
  const ahead: Promise<ReadBlock>[] = [];
  const step = async (): Promise<ChainFault | undefined> => {
    const read = await ahead.shift();
    if (read === undefined) return undefined;
    const what = read.fault ?? judgeBlock(parts.replica, read);
    if (what !== undefined) return { height: read.record.height, block: read.block, what };
    count.blocks++;
    count.transactions += read.record.outcomes.length;
    count.lines += read.containers.reduce((lines, { header }) => lines + header.units, 0);
    parts.onProgress?.({ blocks: count.blocks, of: parts.blocks.durable, lines: count.lines });
    return undefined;
  };
  for await (const { sequence, payload } of parts.blocks.records(parts.blocks.first)) {
    ahead.push(readBlock(parts, sequence, decodeBlockRecord(payload)));
    const fault = ahead.length < aheadBlocksMax ? undefined : await step();
    if (fault !== undefined) return { ...count, fault };
  }
  while (ahead.length > 0) {
    const fault = await step();
    if (fault !== undefined) return { ...count, fault };
  }
  return { ...count, fault: undefined };
}

interface ReadBlock {
  readonly block: number;
  readonly record: BlockRecord;
  readonly containers: readonly OrderedContainer[];
  readonly fault: string | undefined;
}

/** Reads the bodies of a block and checks what needs no state. Never rejects for what the log holds. */
async function readBlock({ bodies, pool }: VerifyParts, block: number, record: BlockRecord): Promise<ReadBlock> {
  const containers: OrderedContainer[] = [];
  try {
    for (const recorded of record.containers) {
      const stored = recorded.inlineBody ?? (await bodies.read(recorded.bodyNumber ?? -1));
      containers.push(await checkContainer(pool, recorded, stored));
    }
  } catch (error) {
    return { block, record, containers, fault: error instanceof Error ? error.message : String(error) };
  }
  return { block, record, containers, fault: undefined };
}

/** The container with line roots hashed again; throws SyntaxError where a signature, a hash or a kept group root is wrong. */
async function checkContainer(
  pool: Checker,
  recorded: BlockRecord["containers"][number],
  stored: Uint8Array,
): Promise<OrderedContainer> {
  const bodyBytes = findContainerHeader(recorded.header)?.bodyBytes ?? 0;
  const keptRoots = stored.slice(bodyBytes);
  const { bytes, checked } = await pool.check(stored.slice(0, bodyBytes), containerUnitsMax);
  const container = readContainer(recorded, bytes);
  const envelopes = container.envelopes.map((envelope, index) => {
    const verdict = checked[index];
    if (verdict === undefined || "fault" in verdict) {
      throw new SyntaxError(`transaction ${index}: ${verdict?.fault ?? "missing"}`);
    }
    if (keptRoots.length > 0 && !equalBytes(keptRoots, verdict.groupRoots)) {
      throw new SyntaxError(`transaction ${index}: the group roots kept beside its lines are not theirs`);
    }
    return { ...envelope, linesRoot: verdict.linesRoot };
  });
  return { ...container, envelopes };
}

/** Executes the block; says what differs from the record, if anything does. */
function judgeBlock(replica: Replica, { record, containers }: ReadBlock): string | undefined {
  const applied = replica.apply({ height: record.height, timeMs: record.timeMs, containers });
  return outcomeFault(applied, record) ?? headFault(applied, record);
}

function headFault({ head, sealed }: AppliedBlock, record: BlockRecord): string | undefined {
  const names = ["logRoot", "effects", "stateRoot", "appHash"] as const;
  if (head.logSize !== record.logSize) return `the log has ${head.logSize} leaves, not ${record.logSize}`;
  const wrong = names.find((name) => !equalBytes(head[name], record[name]));
  if (wrong !== undefined) return `${wrong} is not what execution gives`;
  const root = sealed?.state.root ?? new Uint8Array();
  return equalBytes(root, record.sealedRoot ?? new Uint8Array()) ? undefined : "sealedRoot is not what execution gives";
}

function outcomeFault({ executed }: AppliedBlock, record: BlockRecord): string | undefined {
  if (executed.length !== record.outcomes.length) return `${executed.length} leaves, not ${record.outcomes.length}`;
  for (const [index, { leaf, outcome }] of executed.entries()) {
    const recorded = record.outcomes[index];
    if (recorded === undefined || !equalBytes(leaf, recorded.leaf)) return `leaf ${index} is not what execution gives`;
    const lines = JSON.stringify(findRefusedLines(outcome.lineResults) ?? []);
    const isSame =
      JSON.stringify(outcome.events) === JSON.stringify(recorded.events) &&
      JSON.stringify(outcome.refusal) === JSON.stringify(recorded.refusal) &&
      lines === JSON.stringify(recorded.refusedLines ?? []);
    if (!isSame) return `what is recorded of transaction ${index} is not what execution gives`;
  }
  return undefined;
}
