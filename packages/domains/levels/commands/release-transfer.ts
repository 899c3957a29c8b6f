import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { holdReleased } from "@mingbai/treasury/effects";
import { transferSettled } from "../events/transfers.ts";
import { getTie } from "../laws/get-tie.ts";
import { getUnderWay } from "../laws/under-way.ts";
import { refuse } from "../refusals.ts";
import { ReleaseTransfer } from "../schema.ts";

/** What a child never answered is unlocked, after the members decided that nothing of it is believed any more. */
export const releaseTransfer = defineCommand("levels.releaseTransfer", {
  schema: ReleaseTransfer,
  allow: [role("financeSupervisor")],
  title: { en: "Unlock a transfer that was never answered", zh: "解锁没有答复的跨级转账" },
  audit: { en: "unlocked transfer {transfer}", zh: "解锁了跨级转账 {transfer}" },
  execute({ state }, { transfer }) {
    const open = getUnderWay(state, transfer);
    if (isRefusal(open)) return open;
    const { ledger, n, place } = open;
    const row = getTie(state, ledger);
    if (isRefusal(row)) return row;
    const { name, as } = row;
    if (row.state !== "closed") return refuse("TIE_NOT_CLOSED", { name, state: row.state });
    // Towards a parent only the parent's word counts: it may have accepted.
    if (as !== "child") return refuse("NOT_A_CHILD", { name });
    const { fund, amount } = place;
    return [
      holdReleased({ hold: transfer, ...place }),
      transferSettled({ transfer, ledger, n, fund, amount, outcome: "released" }),
    ];
  },
});
