import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import type { FreezeTarget } from "../schema.ts";
import { type FreezeRow, freezeRowsMax, freezesView } from "../views/freezes.ts";
import { partyOf } from "./payment-source.ts";

/** Shorter beginnings of a number find too much. */
const numberCharsMin = 6;

type View = typeof freezesView;

/** The regulator acts on it, the auditor looks. */
export const freezes = defineQuery<TreasuryTables, View["params"], View["result"]>(freezesView, {
  title: { en: "What is frozen, and what may be", zh: "冻结中的和可以冻结的" },
  allow: [role("regulator"), role("auditor")],
  async answer({ sql: database, readAt }, { text }) {
    const asked = text === undefined ? sql`stop.id is not null` : fits(text);
    const { rows } = await sql<FoundTarget>`with target as (${targets})
      select target.kind, target.subject, target.amount, fund.code, fund.name as fund_name, target.holder::text as account,
        coalesce(account.name, '') as name, coalesce(account.nature, 'organisation') as nature,
        stop.by_account, stop.organisation, stop.id, stop.height, stop.time_ms, count(*) over ()::int as total
      from target
      left join treasury.stop stop on stop.kind = target.kind and stop.subject = target.subject and stop.what = 'frozen'
      left join treasury.account account on account.account = target.holder
      left join treasury.fund fund on fund.fund = target.fund
      where ${asked}
      order by stop.height desc nulls last, target.kind, target.subject limit ${freezeRowsMax}`.execute(database);
    return { rows: rows.map(rowOf), total: rows[0]?.total ?? 0, readAt: await readAt() };
  },
});

interface FoundTarget {
  readonly kind: FreezeTarget["kind"];
  readonly subject: string;
  readonly amount: number | null;
  readonly code: string | null;
  readonly fund_name: string | null;
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly by_account: string | null;
  readonly organisation: string | null;
  readonly id: string | null;
  readonly height: number | null;
  readonly time_ms: number | null;
  readonly total: number;
}

/** All money and what moves it, that can be frozen. A voucher that has ended moves no more, so that it is none of them. */
const targets = sql`
  select 'account' as kind, lpad(to_hex(account), 16, '0') as subject, account as holder, null::int as fund, null::bigint as amount
    from treasury.account
  union all select 'tranche', tranche::text, owner, fund, amount from treasury.tranche
  union all select 'voucher', id, holder, fund, amount from treasury.voucher where state in ('held', 'redeeming')
  union all select 'fund', fund::text, office, fund, null::bigint from treasury.fund
  union all select 'manifest', manifest, payer, fund, total from treasury.manifest`;

/** Where the money of an order stands: its voucher, else its tranche, and its holder's account. */
function fits(text: string) {
  const escaped = text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  const part = `%${escaped}%`;
  return sql`(account.name ilike ${part} or fund.name ilike ${part} or fund.code ilike ${part}
    or (target.kind = 'tranche' and target.subject = ${text})
    or (${text.length >= numberCharsMin} and target.kind <> 'tranche' and target.subject like ${`${escaped.toLowerCase()}%`})
    or (target.kind, target.subject) in (
      select 'account', lpad(to_hex(holder), 16, '0') from treasury.redemption where end_to_end_id = ${text}
      union all select case when voucher is null then 'tranche' else 'voucher' end, coalesce(voucher, tranche::text)
        from treasury.redemption where end_to_end_id = ${text}))`;
}

function rowOf(found: FoundTarget): FreezeRow {
  const { code, fund_name, amount, id, height, time_ms, by_account, organisation } = found;
  const isFrozen = id !== null && height !== null && time_ms !== null;
  return {
    target: targetOf(found),
    party: partyOf(found),
    fund: code === null ? null : { id: code, name: fund_name ?? "" },
    amountMinor: amount,
    frozen: isFrozen ? { account: by_account, organisation, transaction: id, height, timeMs: time_ms } : null,
  };
}

function targetOf({ kind, subject }: FoundTarget): FreezeTarget {
  switch (kind) {
    case "tranche":
      return { kind, tranche: Number(subject) };
    case "account":
      return { kind, account: subject };
    case "voucher":
      return { kind, voucher: subject };
    case "fund":
      return { kind, fund: Number(subject) };
    case "manifest":
      return { kind, manifest: subject };
  }
}
