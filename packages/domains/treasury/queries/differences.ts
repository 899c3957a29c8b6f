import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { ReportKind, resolutions } from "../day-close/schema.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { type DifferenceRow, differenceRowsMax, differencesView } from "../views/bank-close.ts";
import { allOf, where } from "./page.ts";
import { staff } from "./reader-scope.ts";
import { signedOf } from "./signed-of.ts";

type View = typeof differencesView;

export const differences = defineQuery<TreasuryTables, View["params"], View["result"]>(differencesView, {
  title: { en: "Differences between bank and ledger", zh: "银行和账本的差异" },
  allow: staff,
  async answer({ sql: database, readAt }, { account, state }) {
    const asked = allOf(
      where(account, (value) => sql`act.bank_account = ${value}`),
      where(state, (value) => sql`act.state = ${value}`),
    );
    const { rows } = await sql<FoundDifference>`select act.* from treasury.difference act where ${asked}
      order by act.state = 'open' desc, act.seq desc limit ${differenceRowsMax}`.execute(database);
    return { differences: rows.map(rowOf), readAt: await readAt() };
  },
});

interface FoundDifference {
  readonly bank_account: string;
  readonly kind: ReportKind;
  readonly reference: string;
  readonly day: string;
  readonly effect: number;
  readonly state: "open" | "settled";
  readonly reported_by: string;
  readonly organisation: string;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
  readonly resolution: (typeof resolutions)[number] | null;
  readonly proposed_by: string | null;
  readonly proposed_organisation: string | null;
  readonly proposal: string | null;
  readonly proposed_height: number | null;
  readonly proposed_ms: number | null;
  readonly settled_by: string | null;
  readonly settled_organisation: string | null;
  readonly settlement: string | null;
  readonly settled_height: number | null;
  readonly settled_ms: number | null;
}

function rowOf(found: FoundDifference): DifferenceRow {
  const { kind, reference, day, state, organisation, height, resolution } = found;
  const proposed = signedOf({
    account: found.proposed_by,
    organisation: found.proposed_organisation,
    transaction: found.proposal,
    height: found.proposed_height,
    timeMs: found.proposed_ms,
  });
  return {
    bankAccount: found.bank_account,
    kind,
    reference,
    day,
    effectMinor: found.effect,
    state,
    reported: { account: found.reported_by, organisation, transaction: found.id, height, timeMs: found.time_ms },
    proposed: proposed === null || resolution === null ? null : { ...proposed, resolution },
    settled: signedOf({
      account: found.settled_by,
      organisation: found.settled_organisation,
      transaction: found.settlement,
      height: found.settled_height,
      timeMs: found.settled_ms,
    }),
  };
}
