import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { basisPointsMax } from "../schema.ts";
import { operatingSharesView, type ShareRow, sharesMax } from "../views/acts.ts";
import { partyOf } from "./payment-source.ts";
import { isOwn, staff } from "./reader-scope.ts";

type View = typeof operatingSharesView;

export const operatingShares = defineQuery<TreasuryTables, View["params"], View["result"]>(operatingSharesView, {
  title: { en: "What offices may pay out for themselves this year", zh: "各单位本年可兑付的运行经费" },
  allow: staff,
  async answer({ sql: database, reader, readAt }) {
    const { rows } = await sql<FoundShare>`select share.office::text as account, coalesce(account.name, '') as name,
        coalesce(account.nature, 'organisation') as nature, share.fund, fund.code, fund.name as fund_name, fund.basis_points, share.year,
        share.received, share.returned, share.redeemed
      from treasury.share share join treasury.fund fund on fund.fund = share.fund
        left join treasury.account account on account.account = share.office
      where ${scopeOf(reader)} order by share.year desc, share.office, share.fund limit ${sharesMax}`.execute(database);
    return { rows: rows.map(rowOf), readAt: await readAt() };
  },
});

interface FoundShare {
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly fund: number;
  readonly code: string;
  readonly fund_name: string;
  readonly basis_points: number;
  readonly year: number;
  readonly received: number;
  readonly returned: number;
  readonly redeemed: number;
}

function scopeOf(reader: QueryReader) {
  const seesAll = reader.roles.some((one) => one === "regulator" || one === "auditor");
  return seesAll ? sql<boolean>`true` : isOwn(reader, "share.office");
}

/** As `shareLeft` of execution has it. */
function rowOf(found: FoundShare): ShareRow {
  const { fund, code, fund_name: name, basis_points: points, year, received, returned, redeemed } = found;
  const base = Math.max(0, received - returned);
  const share = Number((BigInt(base) * BigInt(points)) / BigInt(basisPointsMax));
  return {
    office: partyOf(found),
    fund: { id: code, name, number: fund },
    year,
    basisPoints: points,
    receivedMinor: received,
    returnedMinor: returned,
    redeemedMinor: redeemed,
    mayMinor: Math.max(0, share - redeemed),
  };
}
