import { toHex } from "@mingbai/codec/hex";
import type { EventMaker } from "@mingbai/ledger/definition/event";
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

/** What an event of this kind says; it was made by the same definition. */
export function dataOf<Data>({ data }: Pick<Fact, "data">, _of: EventMaker<Data>): Data {
  return data as Data;
}
