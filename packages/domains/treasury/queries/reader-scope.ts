import { type Allowance, role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";

/** Who looks after money of others: they see the rows of every holder. */
export const staff: readonly Allowance[] = [
  role("projectManager"),
  role("financeSupervisor"),
  role("approver"),
  role("escrowBank"),
  role("regulator"),
  role("auditor"),
];

/** Who holds money: they see their own rows. */
export const holders: readonly Allowance[] = [role("supplier"), role("individual")];

export function isStaff(reader: QueryReader): boolean {
  return staff.some((allowance) => reader.roles.includes(allowance.role));
}

/** The rows that this reader may see, by a column that names their holder. */
export function ownRows(reader: QueryReader, holder: string) {
  if (isStaff(reader)) return sql<boolean>`true`;
  return isOwn(reader, holder);
}

/** Where a column names an account that the reader acts for: their own, or one of their organisation's. */
export function isOwn({ account, organisation }: QueryReader, column: string) {
  const of = sql.ref(column);
  const own = account === undefined ? sql<boolean>`false` : sql<boolean>`${of} = ${toSqlAccount(account)}::bigint`;
  if (organisation === undefined || organisation === "") return own;
  return sql<boolean>`(${own} or ${of} in (select owned.account from treasury.account owned where owned.organisation = ${organisation}))`;
}
