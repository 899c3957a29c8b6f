import { levelFund, officeOf } from "@mingbai/app-node/demo/levels/begin-level";
import { city } from "@mingbai/app-node/demo/levels/level-casts";
import { transfersView } from "@mingbai/levels/views";
import type { Await } from "./await.ts";
import type { LevelDesks } from "./level-desks.ts";

const dayMs = 86_400_000;
/** A commitment to a purpose that nobody wrote down: the demo shows the way of money. */
const purpose = "5e".repeat(32);

/** Sends the one transfer of the demo from a level's office to another's, and waits until its outcome is proven at the source. */
export async function sendMoney(parts: {
  from: LevelDesks;
  to: LevelDesks;
  amount: number;
  waitFor: Await;
}): Promise<void> {
  const { from, to, amount, waitFor } = parts;
  const ledger = await to.chain();
  const client = await from.clientOf("relay");
  const find = async () => {
    const { rows } = await client.ask(transfersView, { ledger });
    return rows.find(({ direction }) => direction === "out");
  };
  if ((await find()) === undefined) {
    await from.act("finance", "levels.sendTransfer", {
      ledger,
      holder: officeOf(from.level),
      fund: from.level === city ? levelFund.inCity : levelFund.inCounty,
      tranche: 1,
      amount,
      payee: officeOf(to.level),
      deadlineMs: Date.now() + dayMs,
      purpose,
    });
  }
  await waitFor(async () => ((await find())?.state ?? "underWay") !== "underWay");
}
