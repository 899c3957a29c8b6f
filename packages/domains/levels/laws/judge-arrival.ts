import type { Moment } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import {
  findAccountKind,
  findAccountRefusal,
  findFund,
  isTargetFrozen,
  nextTranche,
  roomLeft,
} from "@mingbai/treasury/reads";
import type { RefusedReason, TransferSent } from "../schema/proven.ts";
import { tranchesPerTieMax } from "../schema.ts";
import { arrivalKey, arrivalTable, type TieRow } from "../tables.ts";
import { flowOf } from "./flows.ts";
import { wireFund } from "./get-tie.ts";

/** Where the money of an accepted transfer goes; `isFirst`: the tranche has to be opened. */
export interface Arrival {
  readonly fund: number;
  readonly tranche: number;
  readonly isFirst: boolean;
}

/** The outcome of a transfer here and now, the first reason in declared order: it is final, whichever it is. */
export function judgeArrival(
  state: State,
  { ledger, row, sent }: { ledger: string; row: TieRow; sent: TransferSent },
  { timeMs }: Moment,
): Arrival | RefusedReason {
  const { amount, payee, deadlineMs, isOffice, expiryMs = 0 } = sent;
  if (timeMs > deadlineMs) return "late";
  const fund = row.funds.find((pair) => wireFund(row, pair) === sent.fund)?.own;
  if (fund === undefined || findFund(state, fund) === undefined) return "fund";
  if (isTargetFrozen(state, { kind: "fund", fund })) return "fund";
  if (findAccountRefusal(state, payee) !== undefined) return "payee";
  if (isOffice && findAccountKind(state, payee) !== "office") return "payee";
  const flow = flowOf(state, { ledger, fund });
  if (row.as === "child" && flow.received + amount > flow.sent) return "limit";
  if (expiryMs > 0 && expiryMs <= timeMs) return "expired";
  if (amount > roomLeft(state)) return "full";
  const tranche = state.table(arrivalTable).find(arrivalKey({ ledger, fund, expiryMs }))?.tranche;
  if (tranche !== undefined) return { fund, tranche, isFirst: false };
  const next = row.tranches < tranchesPerTieMax ? nextTranche(state) : undefined;
  return typeof next === "number" ? { fund, tranche: next, isFirst: true } : "full";
}
