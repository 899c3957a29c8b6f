import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { householdsPerCommandMax } from "../../schema.ts";

/** One household of `registry.openHouseholds`: its number, its area, and the commitments to its first parts. */
export type Opening = {
  readonly household: string;
  readonly area: string;
  readonly content: string;
  readonly people: readonly { readonly subject: string; readonly content: string }[];
};

/** Bytes of households in one command: its body may have 64 KiB, and the rest of it takes less than one. */
const openingBytesMax = 63 * 1024;

/** Openings in groups that fit into one command each, in their order. */
export function* packOpenings(openings: Iterable<Opening>): Generator<Opening[]> {
  let group: Opening[] = [];
  let bytes = 0;
  for (const opening of openings) {
    const size = canonicalBytes(opening).length + 1;
    if (group.length === householdsPerCommandMax || (group.length > 0 && bytes + size > openingBytesMax)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(opening);
    bytes += size;
  }
  if (group.length > 0) yield group;
}
