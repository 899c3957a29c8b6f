import type { QueryReader } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { ReleaseStanding } from "../views/acts.ts";
import { isOwn } from "./reader-scope.ts";

/**
 * Whether the reader may release an order of a table called `act`, as `treasury.releaseOrders` would judge it, in the
 * same order; `fund` is the order's fund.
 */
export function releaseStanding(reader: QueryReader) {
  if (!reader.roles.includes("financeSupervisor") || reader.account === undefined) return sql<null>`null::text`;
  return sql<ReleaseStanding | null>`case when act.state <> 'locked' then null
    when not ${isOwn(reader, "fund.office")} then 'otherOffice'
    when act.ordered_by = ${toSqlAccount(reader.account)}::bigint then 'ownOrder'
    when exists (select from treasury.stop where what = 'frozen' and (kind, subject) in
        (('tranche', act.tranche::text), ('account', lpad(to_hex(act.holder), 16, '0'))))
      or exists (select from treasury.voucher voucher where voucher.id = act.voucher and voucher.is_frozen) then 'frozen'
    else 'may' end`;
}
