import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { z } from "zod";
import { fromSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { type ManifestRow, type ManifestState, manifestsView } from "../views/acts.ts";
import { commonOf, type FoundAct, fundAndParty, partyColumns } from "./act-row.ts";
import { allOf, beforeCursor, cutPage, where } from "./page.ts";
import { isStaff } from "./reader-scope.ts";

type View = typeof manifestsView;

export const manifests = defineQuery<TreasuryTables, View["params"], View["result"]>(manifestsView, {
  title: { en: "Lists of payments, approved and paid", zh: "付款名单的审批与支付" },
  allow: "anyone",
  /** Who approved is for those who look after the money; that enough people did is for everybody. */
  async answer({ sql: database, reader, readAt }, { manifest, fund, state, cursor, limit }) {
    const asked = allOf(
      where(manifest, (id) => sql`act.manifest = ${id}`),
      where(fund, (code) => sql`fund.code = ${code}`),
      where(state, (value) => sql`${stateNow} = ${value}`),
      beforeCursor(cursor, "act.seq"),
    );
    const { rows } =
      await sql<FoundManifest>`select ${partyColumns("payer")}, act.proposal as id, act.*, act.payer::text as payer,
        act.proposer::text as proposer, ${stateNow} as state, last.id as approved_by, last.height as approved_height,
        last.time_ms as approved_ms, array(select one.approver::text from treasury.manifest_approval one
          where one.manifest = act.manifest order by one.approval) as approvers
      from treasury.manifest act ${fundAndParty("payer")}
      left join treasury.manifest_approval last on act.is_approved and last.manifest = act.manifest and last.approval = act.approvals
      where ${asked} order by act.seq desc limit ${limit + 1}`.execute(database);
    const { page, next } = cutPage(rows, limit);
    return { rows: page.map((found) => rowOf(found, isStaff(reader))), next, readAt: await readAt() };
  },
});

interface FoundManifest extends FoundAct {
  readonly manifest: string;
  readonly proposer: string;
  readonly total: number;
  readonly count: number;
  readonly batches: number;
  readonly approvals: number;
  readonly paid_batches: number;
  readonly paid_count: number;
  readonly paid_total: number;
  readonly refused_total: number;
  readonly state: z.infer<typeof ManifestState>;
  readonly approved_by: string | null;
  readonly approved_height: number | null;
  readonly approved_ms: number | null;
  readonly approvers: readonly string[];
}

const stateNow = sql`case when act.paid_batches = act.batches then 'paid' when act.paid_batches > 0 then 'paying'
  when act.is_approved then 'approved' else 'proposed' end`;

function rowOf(found: FoundManifest, withPeople: boolean): ManifestRow {
  const { party, fund, at } = commonOf(found);
  const { approved_by: transaction, approved_height: height, approved_ms: timeMs } = found;
  const people = { proposer: fromSqlAccount(found.proposer), approvers: found.approvers.map(fromSqlAccount) };
  return {
    manifest: found.manifest,
    payer: party,
    fund,
    tranche: found.tranche,
    totalMinor: found.total,
    count: found.count,
    batches: found.batches,
    state: found.state,
    approvals: found.approvals,
    paidBatches: found.paid_batches,
    paidCount: found.paid_count,
    paidMinor: found.paid_total,
    refusedMinor: found.refused_total,
    proposed: at,
    approved: transaction === null || height === null || timeMs === null ? null : { transaction, height, timeMs },
    people: withPeople ? people : null,
  };
}
