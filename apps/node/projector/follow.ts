import { findContainerHeader } from "@mingbai/ledger/container/container";
import { decodeBlockRecord } from "@mingbai/log/chain/block-record";
import { readTransactions } from "@mingbai/log/chain/read-transactions";
import type { FollowedLog } from "@mingbai/log/segments/follow-segment-log";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";

/** The durable blocks of a range, in order, with the bodies that they name. */
export async function* followBlocks(
  logs: { blocks: FollowedLog; bodies: FollowedLog },
  range: { from: number; below: number },
): AsyncGenerator<ProjectedBlock> {
  for await (const { sequence, payload } of logs.blocks.records(range)) {
    const record = decodeBlockRecord(payload);
    const bodies: Uint8Array[] = [];
    for (const { inlineBody, bodyNumber } of record.containers) {
      bodies.push(inlineBody ?? (await logs.bodies.read(bodyNumber ?? -1)));
    }
    yield {
      number: sequence,
      height: record.height,
      timeMs: record.timeMs,
      appHash: record.appHash,
      logSize: record.logSize,
      logRoot: record.logRoot,
      effects: record.effects,
      bodyBytes: record.containers.reduce((bytes, { header }) => bytes + bodyBytesOf(header), 0),
      transactions: readTransactions(record, bodies),
    };
  }
}

function bodyBytesOf(header: Uint8Array): number {
  return findContainerHeader(header)?.bodyBytes ?? 0;
}
