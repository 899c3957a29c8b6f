import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { From } from "../schema.ts";
import { type VoucherRow, voucherTable } from "../tables.ts";
import { findAccountRefusal } from "./account.ts";
import { actsFor, findImporterRefusal } from "./acts-for.ts";
import {
  findExpiredRefusal,
  findFrozenRefusal,
  findOfferMoneyRefusal,
  findShortRefusal,
  findTrancheRefusal,
} from "./tranche.ts";

interface Taking {
  readonly from: From;
  readonly amount: number;
  /** Money of an expired tranche is what is wanted here, and no other. */
  readonly expired?: boolean;
  /** The account whose people may act besides the holder's. */
  readonly alsoFor?: string;
  /** Free money of the same place that the same transaction takes already. */
  readonly besides?: number;
}

/**
 * The first reason, in this order, why this money cannot be taken (MONEY 11): a right to act here, tranche and fund, no offer's,
 * held by the actor, account usable, frozen, expired, voucher whole and unspent, enough that is not locked.
 */
export function findFromRefusal(context: CommandContext, taking: Taking): Refusal | undefined {
  const { state } = context;
  const { from, amount, besides } = taking;
  return (
    findImporterRefusal(context) ??
    findTrancheRefusal(state, from) ??
    findOfferMoneyRefusal(state, from.tranche) ??
    findHolderRefusal(context, taking) ??
    findAccountRefusal(state, from.holder) ??
    findFrozenRefusal(state, from.tranche) ??
    findAgeRefusal(context, taking) ??
    (from.voucher === undefined
      ? findShortRefusal(state, { holder: from.holder, tranche: from.tranche, amount, besides })
      : findVoucherRefusal(context, from, amount))
  );
}

/** The voucher where it stands at this place: same holder, fund, tranche. */
export function findVoucherAt({ state }: CommandContext, from: From): VoucherRow | undefined {
  const row = from.voucher === undefined ? undefined : state.table(voucherTable).find(from.voucher);
  const isHere = row?.holder === from.holder && row.fund === from.fund && row.tranche === from.tranche;
  return isHere ? row : undefined;
}

/** Why a voucher cannot be used at all: frozen, or spent or locked. */
export function findVoucherStateRefusal(voucher: string, row: VoucherRow): Refusal | undefined {
  if (row.frozen) return refuse("VOUCHER_FROZEN", { voucher });
  return row.state === "held" ? undefined : refuse("VOUCHER_SPENT", { voucher, state: row.state });
}

function findHolderRefusal(context: CommandContext, { from, alsoFor }: Taking): Refusal | undefined {
  const isTheirs = actsFor(context, from.holder) || (alsoFor !== undefined && actsFor(context, alsoFor));
  return isTheirs ? undefined : refuse("NOT_HOLDER", { holder: from.holder });
}

function findAgeRefusal({ state }: CommandContext, { from, expired }: Taking): Refusal | undefined {
  const refusal = findExpiredRefusal(state, from.tranche);
  if (expired !== true) return refusal;
  return refusal === undefined ? refuse("TRANCHE_NOT_EXPIRED", { tranche: from.tranche }) : undefined;
}

function findVoucherRefusal(context: CommandContext, from: From, amount: number): Refusal | undefined {
  const { voucher } = from;
  const row = findVoucherAt(context, from);
  if (voucher === undefined || row === undefined) return refuse("VOUCHER_UNKNOWN", { voucher });
  const refusal = findVoucherStateRefusal(voucher, row);
  if (refusal !== undefined) return refusal;
  return row.amount === amount ? undefined : refuse("VOUCHER_IS_WHOLE", { holds: row.amount, needs: amount });
}
