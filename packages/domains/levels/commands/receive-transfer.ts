import { toHex } from "@mingbai/codec/hex";
import { role, roles } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { isRefusal } from "@mingbai/ledger/refusal";
import { receivedFromLedger, trancheOpened } from "@mingbai/treasury/effects";
import { findAccountKind, findFund, yearOf } from "@mingbai/treasury/reads";
import { transferArrived, transferDecided } from "../events/transfers.ts";
import { getTie } from "../laws/get-tie.ts";
import { type Arrival, judgeArrival } from "../laws/judge-arrival.ts";
import { findProvenEvent } from "../laws/prove-event.ts";
import { transferId } from "../laws/transfer-id.ts";
import { refuse } from "../refusals.ts";
import { TransferSent } from "../schema/proven.ts";
import { ReceiveTransfer } from "../schema.ts";

/**
 * Decides on a transfer from a parent or a child, once for ever: accepted, and the money is here, or refused, with a reason. Anyone may
 * carry the proof; transfers of one ledger come in the order of their numbers.
 */
export const receiveTransfer = defineCommand("levels.receiveTransfer", {
  schema: ReceiveTransfer,
  allow: roles.map(role),
  title: { en: "Decide on a transfer from another ledger", zh: "办理其他账本转来的款项" },
  audit: { en: "decided on a transfer from another ledger", zh: "办理了其他账本转来的一笔款项" },
  execute(context, proven) {
    const { state, moment } = context;
    const { ledger } = proven;
    const row = getTie(state, ledger);
    if (isRefusal(row)) return row;
    if (row.state === "closed") return refuse("TIE_CLOSED", { name: row.name });
    const destination = toHex(context.chain);
    const found = findProvenEvent(row, proven, {
      type: "levels.transferSent",
      schema: TransferSent,
      isMeant: (sent) =>
        sent.source === ledger && sent.destination === destination && sent.transfer === transferId(sent),
    });
    if (isRefusal(found)) return found;
    const sent = found.data;
    const { n, transfer, source, fund, amount } = sent;
    const expected = row.receiveNext;
    if (n < expected) return refuse("TRANSFER_COUNTED", { n, expected });
    if (n > expected) return refuse("TRANSFER_EARLY", { n, expected });
    const arrival = judgeArrival(state, { ledger, row, sent }, moment);
    const route = { transfer, source, destination, n, fund, amount };
    if (typeof arrival === "string") return [transferDecided({ ...route, outcome: "refused", reason: arrival })];
    return [...arrivalEvents(context, sent, arrival), transferDecided({ ...route, outcome: "accepted" })];
  },
});

function arrivalEvents({ state, moment }: CommandContext, sent: TransferSent, arrival: Arrival): Event[] {
  const { transfer, source: ledger, amount, payee, expiryMs } = sent;
  const { fund, tranche, isFirst } = arrival;
  const owner = findFund(state, fund)?.office;
  if (owner === undefined) throw new Error(`fund ${fund} does not exist`);
  const expiry = expiryMs === undefined ? {} : { expiryMs };
  const year = findAccountKind(state, payee) === "office" ? { shareYear: yearOf(state, moment.timeMs) } : {};
  return [
    ...(isFirst ? [trancheOpened({ tranche, fund, source: "ledger", owner, ...expiry })] : []),
    receivedFromLedger({ holder: payee, fund, tranche, amount, transfer, ...year }),
    transferArrived({ transfer, ledger, fund, amount, tranche, expiryMs: expiryMs ?? 0, isFirst }),
  ];
}
