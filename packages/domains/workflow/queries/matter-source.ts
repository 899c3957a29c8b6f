import { isOffice } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { maskName } from "@mingbai/read-model/mask-name";
import { sql } from "kysely";
import { type MatterRecord, neverMs } from "../projection/tables.ts";
import type { MatterParty, MatterRow } from "../views.ts";

/** A matter as it comes from the tables, with the names that its row shows. */
export interface FoundMatter extends MatterRecord {
  readonly applicant_name: string;
  readonly addressee_en: string;
  readonly addressee_zh: string;
  readonly holder_en: string;
  readonly holder_zh: string;
  readonly fund_name: string;
  readonly payee_name: string;
  readonly payee_known: boolean;
}

/** The number of an account as the treasury's tables have it: a signed bigint. */
const accountNumber = (column: string) => sql`('x' || ${sql.ref(column)})::bit(64)::bigint`;

/**
 * A table `matter` with names. Those of funds and accounts are the treasury's: they come through SQL alone, since this
 * domain is earlier and knows nothing of money.
 */
export const namesOfMatter = sql`left join identity.organisation addressee on addressee.organisation = matter.addressee
  left join identity.organisation holder on holder.organisation = matter.holder
  left join identity.person person on person.account = matter.applicant
  left join treasury.fund fund on fund.fund = matter.fund
  left join treasury.account applying on applying.account = ${accountNumber("matter.applicant")}
  left join treasury.account payee on payee.account = ${accountNumber("matter.payee")}`;

export const matterColumns = sql`matter.*, coalesce(nullif(person.name, ''), applying.name, '') as applicant_name,
  coalesce(addressee.name_en, matter.addressee) as addressee_en, coalesce(addressee.name_zh, matter.addressee) as addressee_zh,
  coalesce(holder.name_en, matter.holder) as holder_en, coalesce(holder.name_zh, matter.holder) as holder_zh,
  coalesce(fund.name, '') as fund_name, coalesce(payee.name, '') as payee_name, payee.account is not null as payee_known`;

/** The row as pages show it. */
export function matterRow(found: FoundMatter, reader: QueryReader): MatterRow {
  const { applicant: account, applicant_organisation: organisation, applicant_name: name } = found;
  return {
    id: found.matter,
    number: found.number,
    kind: found.kind,
    title: found.title,
    stage: found.stage,
    version: found.version,
    applicant: partyFor(reader, { account, organisation, name }),
    addressee: { id: found.addressee, en: found.addressee_en, zh: found.addressee_zh },
    holder: { id: found.holder, en: found.holder_en, zh: found.holder_zh },
    fund: found.fund,
    fundName: found.fund_name,
    payee: { account: found.payee, name: found.payee_name },
    amountMinor: found.amount,
    submittedMs: found.submitted_ms,
    changedMs: found.changed_ms,
    dueMs: found.due_ms === neverMs ? null : found.due_ms,
    overdue: found.is_overdue,
  };
}

/** Someone as this reader may see them: by their full name for an office, and for themselves; masked for anyone else. */
export function partyFor(reader: QueryReader, { account, organisation, name }: MatterParty): MatterParty {
  const isOpen = reader.account === account || reader.roles.some(isOffice);
  return { account, organisation, name: name === "" || isOpen ? name : maskName(name) };
}
