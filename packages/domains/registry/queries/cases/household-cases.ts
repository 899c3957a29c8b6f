import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { type CaseLine, casesPageMax, householdCasesView, type standings } from "../../views/cases.ts";
import { getOpened } from "../opened-file.ts";
import { findScope, readers } from "../reader-scope.ts";
import { caseColumns, caseLineOf, type FoundCase } from "./case-line.ts";
import { isMyTurn } from "./my-turn.ts";

type View = typeof householdCasesView;

export const householdCases = defineQuery<unknown, View["params"], View["result"]>(householdCasesView, {
  title: { en: "The cases of a household", zh: "一户的办件" },
  allow: readers,
  async answer(context, { household }) {
    const { nowMs, readAt } = await readNow(context);
    await getOpened(context, { household, nowMs });
    const mine = isMyTurn(context.reader, await findScope(context, nowMs));
    const { rows } = await sql<FoundCase>`select ${caseColumns(mine)}
      from registry.case found join registry.household home on home.household = found.household
      where found.household = ${household} order by found.opened_ms desc, found.case_id limit ${casesPageMax}`.execute(
      context.sql,
    );
    const lines = rows.map(caseLineOf);
    return { rows: lines, standing: standingOf(lines), readAt };
  },
});

/** As the ledger has it after these cases, the latest first: what was accepted, or taken back, last. */
function standingOf(lines: readonly CaseLine[]): (typeof standings)[number] | null {
  const last = lines.find(({ stage }) => ["observed", "accepted", "returned"].includes(stage));
  if (last === undefined) return null;
  if (last.stage === "observed") return "observed";
  return last.stage === "accepted" && last.kind === "exit" ? "left" : "monitored";
}
