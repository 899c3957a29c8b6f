import { toHex } from "@mingbai/codec/hex";
import { eventsRoot } from "@mingbai/ledger/execute/execute-block";
import { encodeLeaf, findLeaf } from "@mingbai/ledger/execute/leaf";
import { altered } from "./altered.ts";
import { hashOf } from "./hash-of.ts";

/** Leaves, valid and not, and the roots of events. */
export function leafVectors() {
  const leaf = encodeLeaf({
    kind: 1,
    result: 300,
    height: 12,
    timeMs: 1_750_000_000_000,
    index: 2,
    units: 8_192,
    id: hashOf(1),
    batchId: hashOf(2),
    linesRoot: hashOf(3),
    resultsRoot: hashOf(4),
    eventsRoot: hashOf(5),
    rosterHash: hashOf(6),
  });
  const changed = altered(leaf, [
    ["nothing changed", 4, 1],
    ["kind 3, a container", 4, 3],
    ["kind 4", 4, 4],
    ["magic", 0, 0],
    ["suite 2", 5, 2],
    ["height above 2^53", 15, 1],
    ["time above 2^53", 23, 1],
  ]);
  const cut = { name: "one byte short", bytes: leaf.slice(1) };
  const events = [[], [{ type: "sample.noteErased", data: { key: "a" } }]];
  return {
    leaves: [...changed, cut].map(({ name, bytes }) => {
      const read = findLeaf(bytes);
      return {
        name,
        bytes: toHex(bytes),
        valid: read !== undefined,
        ...(read && { result: read.result, units: read.units }),
      };
    }),
    events: events.map((list) => ({ events: list, root: toHex(eventsRoot(list)) })),
  };
}
