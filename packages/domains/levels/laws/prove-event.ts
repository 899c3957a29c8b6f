import { equalBytes, utf8 } from "@mingbai/codec/bytes";
import { findCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { fromHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { findLeaf, leafKinds } from "@mingbai/ledger/execute/leaf";
import { leafHash } from "@mingbai/ledger/proofs/hash";
import { verifyInclusion } from "@mingbai/ledger/proofs/verify-inclusion";
import type { Refusal } from "@mingbai/ledger/refusal";
import { z } from "zod";
import { refuse } from "../refusals.ts";
import type { Proven } from "../schema/proven.ts";
import type { TieRow } from "../tables.ts";
import { newestTree } from "./get-tie.ts";

/** What is sought among the events of a proven leaf: from that ledger, to this one. */
export interface Sought<Data> {
  readonly type: string;
  readonly schema: z.ZodType<Data>;
  readonly isMeant: (data: Data) => boolean;
}

const EventList = z.array(z.strictObject({ type: z.string(), data: z.record(z.string(), z.unknown()) }));

/**
 * The one event of this type that a tied ledger's log proves, or the first reason, in this order, why it proves none: size, inclusion,
 * leaf of an accepted command, events, the event itself.
 */
export function findProvenEvent<Data extends object>(
  row: TieRow,
  proven: Proven,
  sought: Sought<Data>,
): { readonly data: Data; readonly timeMs: number } | Refusal {
  const tree = row.trees.find(({ size }) => size === proven.size);
  if (tree === undefined) return refuse("SIZE_NOT_KEPT", { size: proven.size, newest: newestTree(row).size });
  const bytes = fromHex(proven.leaf);
  const { index, size } = proven;
  const place = { leafHash: leafHash(bytes), index, size, proof: proven.path.map(fromHex), root: fromHex(tree.root) };
  if (!verifyInclusion(place)) return refuse("LEAF_NOT_INCLUDED");
  const leaf = findLeaf(bytes);
  if (leaf === undefined || leaf.result !== 0 || leaf.kind !== leafKinds.command) return refuse("LEAF_MALFORMED");
  const events = utf8(proven.events);
  if (!equalBytes(sha256(contextBytes.events, events), leaf.eventsRoot)) return refuse("EVENTS_DIFFER");
  const data = findEvent(events, sought);
  return data === undefined ? refuse("EVENT_MISSING", { type: sought.type }) : { data, timeMs: leaf.timeMs };
}

function findEvent<Data>(bytes: Uint8Array, { type, schema, isMeant }: Sought<Data>): Data | undefined {
  const list = EventList.safeParse(findCanonical(bytes));
  const named = list.success ? list.data.filter((event) => event.type === type) : [];
  const [only] = named;
  if (only === undefined || named.length > 1) return undefined;
  const read = schema.safeParse(only.data);
  return read.success && isMeant(read.data) ? read.data : undefined;
}
