import { levelFund } from "@mingbai/app-node/demo/levels/begin-level";
import { tiesView } from "@mingbai/levels/views";
import type { LevelDesks } from "./level-desks.ts";

/** A city and a county take each other on, each by its own members' decision. */
export async function tieLedgers(upper: LevelDesks, lower: LevelDesks): Promise<void> {
  const { inCity, inCounty } = levelFund;
  await takeOn(upper, lower, { as: "child", funds: [{ own: inCity, theirs: inCounty }] });
  await takeOn(lower, upper, { as: "parent", funds: [{ own: inCounty, theirs: inCity }] });
}

async function takeOn(
  desks: LevelDesks,
  other: LevelDesks,
  terms: { as: "parent" | "child"; funds: readonly { own: number; theirs: number }[] },
): Promise<void> {
  const ledger = await other.chain();
  const { rows } = await (await desks.clientOf("relay")).ask(tiesView, {});
  if (rows.some((row) => row.ledger === ledger)) return;
  const { zh, en } = other.level.name;
  const decision = { kind: "join", name: `${zh} ${en}`, roster: await other.rosterNote(), ...terms };
  const proposal = await desks.act("admin", "levels.proposeDecision", { decision });
  await desks.act("audit-admin", "levels.approveDecision", { proposal });
}
