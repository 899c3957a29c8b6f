import type { Configuration } from "@mingbai/ledger/genesis/configuration";
import type { DemoCast } from "./demo-cast.ts";
import { city, counties } from "./levels/level-casts.ts";
import { district } from "./people.ts";

const casts: readonly DemoCast[] = [district, ...[city, ...counties].map(({ cast }) => cast)];

/** Who a ledger's demo is about; undefined on every other ledger. */
export function findCast({ demo, name }: Pick<Configuration, "demo" | "name">): DemoCast | undefined {
  return demo ? casts.find(({ ledger }) => ledger === name) : undefined;
}
