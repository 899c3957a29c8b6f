import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { paymentStatuses, type TreasuryTables } from "../projection/tables.ts";
import { fundBalancesView } from "../views/acts.ts";
import { signedAmount } from "./bank-lines.ts";

type View = typeof fundBalancesView;

export const fundBalances = defineQuery<TreasuryTables, View["params"], View["result"]>(fundBalancesView, {
  title: { en: "Vouchers outstanding against the bank, by fund", zh: "各专项资金的凭证余额与银行账对照" },
  allow: "anyone",
  async answer({ sql: database, readAt }) {
    const { rows } = await sql<FoundFund>`select fund.fund, fund.code, fund.name,
        coalesce(acts.free, 0)::bigint + coalesce(lines.total, 0)::bigint as free,
        coalesce(acts.locked, 0)::bigint as locked, coalesce(acts.named, 0)::bigint as named, coalesce(bank.booked, 0)::bigint as booked,
        coalesce(claim.received - claim.sent, 0)::bigint as claims
      from treasury.fund fund
      left join (select fund, sum(free) as free, sum(locked) as locked, sum(named) as named from treasury.act_balance group by fund)
        acts on acts.fund = fund.fund
      left join (select fund, sum(total) as total from treasury.batch
        where status = ${sql.lit(paymentStatuses.indexOf("disbursed"))} group by fund) lines on lines.fund = fund.fund
      left join (select fund, sum(${signedAmount}) as booked from treasury.bank_line act group by fund) bank on bank.fund = fund.fund
      left join treasury.claim claim on claim.fund = fund.fund
      order by fund.fund`.execute(database);
    const suspense = await sql<{ sum: number }>`select coalesce(sum(${signedAmount}), 0)::bigint as sum
      from treasury.bank_line act where fund is null`.execute(database);
    const funds = rows.map(({ fund, code, name, free, locked, named, booked, claims }) => {
      const parts = { freeMinor: free, lockedMinor: locked, namedMinor: named };
      return {
        id: code,
        number: fund,
        name,
        outstandingMinor: free + locked + named,
        ...parts,
        bookedMinor: booked,
        claimsMinor: claims,
      };
    });
    return { funds, suspenseMinor: suspense.rows[0]?.sum ?? 0, readAt: await readAt() };
  },
});

interface FoundFund {
  readonly fund: number;
  readonly code: string;
  readonly name: string;
  readonly free: number;
  readonly locked: number;
  readonly named: number;
  readonly booked: number;
  readonly claims: number;
}
