import { role } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { sql } from "kysely";
import { openActs } from "../checks/open-acts.ts";
import { matterRowOf } from "../projection/seats.ts";
import { type MatterDetail, matterView } from "../views.ts";
import { checksOf, findOtherUse } from "./matter-checks.ts";
import { findSteps, findVersions } from "./matter-history.ts";
import { type FoundMatter, matterColumns, matterRow } from "./matter-source.ts";
import { everyRoles, keysOf, seatsOfKeys, sideRoles } from "./reader-keys.ts";

type View = typeof matterView;

export const matter = defineQuery<unknown, View["params"], View["result"]>(matterView, {
  title: { en: "A matter with its versions, acts and checks", zh: "一件事项的各版、经过与核对" },
  allow: [...sideRoles, "individual" as const, ...everyRoles].map(role),
  async answer(context, { matter: id }) {
    const { sql: database, reader, readAt } = context;
    const found = await getVisible(context, id);
    const [versions, steps, otherUse, at] = await Promise.all([
      findVersions(database, found.seq),
      findSteps(context, found.seq),
      findOtherUse(database, found.seq),
      readAt(),
    ]);
    const { account = "", organisation = "", roles } = reader;
    return {
      ...matterRow(found, reader),
      versions,
      steps,
      checks: checksOf(found, { content: versions.at(-1)?.content ?? null, otherUse }),
      may: openActs({ account, organisation, roles }, { matter: id, row: matterRowOf(found) }),
      paid: paidOf(found),
      readAt: at,
    };
  },
});

/** The matter, where it exists and the reader has a seat at it. */
async function getVisible({ sql: database, reader }: QueryContext<unknown>, id: string): Promise<FoundMatter> {
  const { rows } = await sql<FoundMatter>`select ${matterColumns} from workflow.matter matter
    where matter.matter = ${id}
      and exists (select from workflow.seat seat where seat.seq = matter.seq and ${seatsOfKeys(keysOf(reader))})`.execute(
    database,
  );
  const [found] = rows;
  if (found !== undefined) return found;
  throw new QueryRefusal("MATTER_UNKNOWN", 404, {
    en: "There is no such matter, or it is not yours to see.",
    zh: "没有这件事项，或者您无权查看",
  });
}

function paidOf(found: FoundMatter): MatterDetail["paid"] {
  const { paid_by: transaction, paid_fund: fund, paid_tranche: tranche, paid_amount: amountMinor, paid_line } = found;
  if (transaction === null || fund === null || tranche === null || amountMinor === null) return null;
  const payment = paid_line === null ? {} : { payment: `${transaction}-${paid_line}` };
  return { transaction, fund, tranche, amountMinor, ...payment };
}
