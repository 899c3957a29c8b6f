import { tiesView } from "@mingbai/levels/views";
import type { Await } from "./await.ts";
import type { LevelDesks } from "./level-desks.ts";

/** The county states what it has, for the city, and the city has taken it in. */
export async function stateTotals(parts: { upper: LevelDesks; lower: LevelDesks; waitFor: Await }): Promise<void> {
  const { upper, lower, waitFor } = parts;
  const ledger = await lower.chain();
  const client = await upper.clientOf("relay");
  const isKnown = async () => {
    const { rows } = await client.ask(tiesView, {});
    return rows.some((row) => row.ledger === ledger && row.totals !== null);
  };
  if (await isKnown()) return;
  await lower.act("relay", "levels.stateTotals", {});
  await waitFor(isKnown);
}
