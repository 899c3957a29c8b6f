import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { caseHouseholdView } from "../../views/cases.ts";
import { readers } from "../reader-scope.ts";
import { caseUnknown } from "./case-unknown.ts";

type View = typeof caseHouseholdView;

/** Both are numbers that stand on the ledger; what is said of either is asked for elsewhere. */
export const caseHousehold = defineQuery<unknown, View["params"], View["result"]>(caseHouseholdView, {
  title: { en: "The household of a case", zh: "办件所属的户" },
  allow: readers,
  async answer({ sql: database, readAt }, { case: id }) {
    const { rows } = await sql<{
      household: string;
    }>`select household from registry.case where case_id = ${id}`.execute(database);
    const [found] = rows;
    if (found === undefined) throw caseUnknown();
    return { household: found.household, readAt: await readAt() };
  },
});
