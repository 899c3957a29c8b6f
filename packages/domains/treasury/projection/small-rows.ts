import { toHex } from "@mingbai/codec/hex";
import { maskName } from "@mingbai/read-model/mask-name";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { batchModes } from "../batch/layout.ts";
import { AccountContent, FundContent, fundSubject } from "../vault-content.ts";
import { toSqlAccount } from "./sql-account.ts";
import { paymentStatuses } from "./tables.ts";
import type { Totals } from "./totals.ts";

/** Rows that are few: accounts, funds, tranches, batches, contents of matters. In the order of the log, each by one statement. */
export async function writeSmallRows(
  done: ProjectedTransaction,
  context: ProjectionContext,
  totals: Totals,
): Promise<void> {
  for (const { type, data } of done.events) {
    const write = writers[type];
    if (write !== undefined) await write({ done, context, totals }, data);
  }
}

interface Writing {
  readonly done: ProjectedTransaction;
  readonly context: ProjectionContext;
  readonly totals: Totals;
}

// An event's data was checked when it was made and stands in the log as it was: its fields are read by name.
type Data = { readonly [name: string]: unknown };

const writers: { readonly [type: string]: (writing: Writing, data: Data) => Promise<unknown> | undefined } = {
  "workflow.matterSubmitted": ({ context }, data) =>
    context.query(
      `insert into treasury.matter_content values ($1, $2, $3)
         on conflict (matter) do update set content = excluded.content, giver = excluded.giver`,
      [data.matter, data.content, data.by],
    ),
  "treasury.accountsOpened": ({ context }, data) => writeAccounts(context, data.accounts as readonly OpenedAccount[]),
  "treasury.fundCreated": ({ context }, data) => writeFund(context, data),
  "treasury.fundPolicySet": ({ context }, data) =>
    context.query("update treasury.fund set basis_points = $2 where fund = $1", [data.fund, data.operatingBasisPoints]),
  "treasury.trancheOpened": ({ done, context }, data) => writeTranche(done, context, data),
  "treasury.minted": ({ context, totals }, data) => {
    if (data.kind === "deposit") totals.addDeposit(Number(data.fund), Number(data.amount));
    const values = [data.amount, data.reference, data.tranche];
    return context.query(
      "update treasury.tranche set amount = amount + $1, bank_reference = $2 where tranche = $3",
      values,
    );
  },
  "treasury.allocated": ({ context }, data) =>
    context.query("update treasury.tranche set amount = amount + $1 where tranche = $2", [data.amount, data.toTranche]),
  "treasury.offerOpened": ({ context }, data) =>
    context.query("update treasury.tranche set amount = amount + $1 where tranche = $2", [data.amount, data.toTranche]),
  "treasury.batchPaid": ({ done, context }, data) => writeBatch(done, context, data),
  "treasury.burned": ({ totals }, data) => void totals.addBurned(Number(data.fund), Number(data.amount)),
  "treasury.payoutReturned": ({ totals }, data) => void totals.addBurned(Number(data.fund), -Number(data.amount)),
};

interface OpenedAccount {
  readonly account: string;
  readonly kind: string;
  readonly organisation?: string | null;
}

async function writeAccounts({ query, vault }: ProjectionContext, accounts: readonly OpenedAccount[]): Promise<void> {
  const rows: (Required<OpenedAccount> & { name: string; nature: string })[] = [];
  for (const { account, kind, organisation = null } of accounts)
    rows.push({ account: toSqlAccount(account), kind, organisation, ...nameOf(kind, await vault.find(account)) });
  await query(
    "insert into treasury.account select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])",
    [
      rows.map(({ account }) => account),
      rows.map(({ kind }) => kind),
      rows.map(({ name }) => name),
      rows.map(({ nature }) => nature),
      rows.map(({ organisation }) => organisation),
    ],
  );
}

/** The name as it may be shown: people are masked before they are written. */
function nameOf(kind: string, content: unknown): { name: string; nature: string } {
  const read = AccountContent.safeParse(content);
  const nature = read.success ? read.data.nature : usualNature(kind);
  const name = read.success ? read.data.name : "";
  if (nature === "many") return { name: "", nature };
  return { name: nature === "person" && name !== "" ? maskName(name) : name, nature };
}

function usualNature(kind: string): string {
  return kind === "person" || kind === "many" ? kind : "organisation";
}

async function writeFund({ query, vault }: ProjectionContext, data: Data): Promise<void> {
  const read = FundContent.safeParse(await vault.find(fundSubject(Number(data.fund))));
  const name = read.success ? read.data.name : String(data.code);
  await query("insert into treasury.fund values ($1, $2, $3, $4, $5)", [
    data.fund,
    data.code,
    name,
    toSqlAccount(String(data.office)),
    data.operatingBasisPoints,
  ]);
}

function writeTranche({ leaf }: ProjectedTransaction, { query }: ProjectionContext, data: Data): Promise<unknown> {
  const sql = `insert into treasury.tranche (tranche, fund, source, owner, parent, opened_by, height, time_ms)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`;
  const place = [toHex(leaf.id), leaf.height, leaf.timeMs];
  return query(sql, [
    data.tranche,
    data.fund,
    data.source,
    toSqlAccount(String(data.owner)),
    data.parent ?? null,
    ...place,
  ]);
}

function writeBatch(
  { logIndex, leaf }: ProjectedTransaction,
  { query }: ProjectionContext,
  data: Data,
): Promise<unknown> {
  const status = data.mode === batchModes.directCredit ? "redeeming" : "disbursed";
  const sql = `insert into treasury.batch (log_index, id, payer, fund, tranche, manifest, status, total)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`;
  const money = [data.fund, data.tranche, data.manifest, paymentStatuses.indexOf(status), data.acceptedTotal];
  return query(sql, [logIndex, toHex(leaf.id), toSqlAccount(String(data.payer)), ...money]);
}
