import { create } from "@bufbuild/protobuf";
import type { Snapshot } from "../abci-application.ts";
import { type Snapshot as SnapshotMessage, SnapshotSchema } from "../proto/generated/abci_pb.js";
import { toNumber } from "./numbers.ts";

export function snapshotOf(message: SnapshotMessage): Snapshot {
  const { height, format, chunks, hash, metadata } = message;
  return { height: toNumber(height), format, chunks, hash, metadata };
}

export function snapshotMessage({ height, ...parts }: Snapshot): SnapshotMessage {
  return create(SnapshotSchema, { ...parts, height: BigInt(height) });
}
