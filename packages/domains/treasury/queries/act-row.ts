import { sql } from "kysely";
import type { z } from "zod";
import type { FundName } from "../views.ts";
import { partyOf } from "./payment-source.ts";

/** What rows of acts have in common, as it comes from the tables. */
export interface FoundAct {
  readonly seq: number;
  readonly tranche: number;
  readonly code: string;
  readonly fund_name: string;
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
}

/** Fund and party of a table called `act`; `party` is its column that names an account. */
export function fundAndParty(party: "holder" | "payer") {
  return sql`join treasury.fund fund on fund.fund = act.fund
    left join treasury.account account on account.account = act.${sql.raw(party)}`;
}

export function partyColumns(party: "holder" | "payer") {
  return sql`act.seq, act.tranche, fund.code, fund.name as fund_name, act.${sql.raw(party)}::text as account,
    coalesce(account.name, '') as name, coalesce(account.nature, 'organisation') as nature, act.height, act.time_ms`;
}

export function commonOf(found: FoundAct) {
  return {
    party: partyOf(found),
    fund: { id: found.code, name: found.fund_name } satisfies z.infer<typeof FundName>,
    at: { transaction: found.id, height: found.height, timeMs: found.time_ms },
  };
}

/** Where it ended, if it has. */
export function endOf(found: { ended_by: string | null; ended_height: number | null; ended_ms: number | null }) {
  return placeOf(found.ended_by, found.ended_height, found.ended_ms);
}

/** A transaction with its block, or null where there is none yet. */
export function placeOf(transaction: string | null, height: number | null, timeMs: number | null) {
  return transaction === null || height === null || timeMs === null ? null : { transaction, height, timeMs };
}
