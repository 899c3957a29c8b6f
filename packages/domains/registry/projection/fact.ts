import { toHex } from "@mingbai/codec/hex";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import { eventsPerSeq } from "./tables.ts";

/** One event of the registry with its place. Its data was checked when it was made and stands in the log as it was. */
export interface Fact {
  readonly type: string;
  readonly data: { readonly [name: string]: unknown };
  readonly seq: number;
  /** Of the transaction. */
  readonly id: string;
  readonly timeMs: number;
}

const prefix = "registry.";

/** PERF: asked for every transaction of the ledger; those that touch no file make nothing. */
export function factsOf({ logIndex, leaf, events }: ProjectedTransaction): readonly Fact[] {
  if (!events.some(({ type }) => type.startsWith(prefix))) return [];
  const id = toHex(leaf.id);
  return events.flatMap(({ type, data }, index) =>
    type.startsWith(prefix) ? [{ type, data, seq: logIndex * eventsPerSeq + index, id, timeMs: leaf.timeMs }] : [],
  );
}

export function textOf({ data }: Fact, name: string): string {
  return String(data[name]);
}

export function listOf({ data }: Fact, name: string): readonly string[] {
  return data[name] as readonly string[];
}
