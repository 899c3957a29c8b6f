import { toHex } from "@mingbai/codec/hex";
import { role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { holdBurned, holdReleased } from "@mingbai/treasury/effects";
import { transferSettled } from "../events/transfers.ts";
import { getTie } from "../laws/get-tie.ts";
import { findProvenEvent } from "../laws/prove-event.ts";
import { getUnderWay } from "../laws/under-way.ts";
import { refuse } from "../refusals.ts";
import { TransferDecided } from "../schema/proven.ts";
import { SettleTransfer } from "../schema.ts";

/** The destination's outcome, proven: accepted burns what is locked, refused unlocks it. Anyone may carry the proof. */
export const settleTransfer = defineCommand("levels.settleTransfer", {
  schema: SettleTransfer,
  allow: roles.map(role),
  title: { en: "Settle a transfer to another ledger", zh: "了结跨级转账" },
  audit: { en: "settled a transfer to ledger {ledger}", zh: "了结了发往账本 {ledger} 的一笔转账" },
  execute({ state, chain }, proven) {
    const { ledger } = proven;
    const row = getTie(state, ledger);
    if (isRefusal(row)) return row;
    const source = toHex(chain);
    const found = findProvenEvent(row, proven, {
      type: "levels.transferDecided",
      schema: TransferDecided,
      isMeant: (decided) => decided.source === source && decided.destination === ledger,
    });
    if (isRefusal(found)) return found;
    const { transfer, outcome, reason } = found.data;
    const open = getUnderWay(state, transfer);
    if (isRefusal(open)) return open;
    if (open.ledger !== ledger) return refuse("TRANSFER_OF_OTHER", { transfer });
    const { n, place } = open;
    const { fund, amount } = place;
    const why = reason === undefined ? {} : { reason };
    const end = outcome === "accepted" ? holdBurned : holdReleased;
    return [end({ hold: transfer, ...place }), transferSettled({ transfer, ledger, n, fund, amount, outcome, ...why })];
  },
});
