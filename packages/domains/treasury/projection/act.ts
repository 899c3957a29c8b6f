import { toHex } from "@mingbai/codec/hex";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import { seqOf } from "./payment-rows.ts";
import { toSqlAccount } from "./sql-account.ts";

/** One event with its place, as rows are written from it. */
export interface Act {
  readonly type: string;
  readonly seq: number;
  /** The same of the transaction's first event. */
  readonly firstSeq: number;
  readonly id: string;
  readonly height: number;
  readonly timeMs: number;
  number(name: string): number;
  /** The field as text; "" where it is absent. */
  text(name: string): string;
  /** The field as text, or null where it is absent. */
  find(name: string): string | null;
  /** The field, an account, in SQL's spelling. */
  account(name: string): string;
  value(name: string): unknown;
}

/** The events of a transaction, in order. An event's data was checked when it was made and stands in the log as it was. */
export function actsOf({ logIndex, leaf, events }: ProjectedTransaction): Act[] {
  const id = toHex(leaf.id);
  return events.map(({ type, data }, index) => {
    const find = (name: string): string | null => (data[name] === undefined ? null : String(data[name]));
    return {
      type,
      seq: seqOf(logIndex, index),
      firstSeq: seqOf(logIndex, 0),
      id,
      height: leaf.height,
      timeMs: leaf.timeMs,
      number: (name) => Number(data[name]),
      text: (name) => find(name) ?? "",
      find,
      account: (name) => toSqlAccount(String(data[name])),
      value: (name) => data[name],
    };
  });
}

type Query = (sql: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** What one kind of event writes. */
export type ActWriters = { readonly [type: string]: (act: Act, query: Query) => Promise<unknown> };
export type ActQuery = Query;
