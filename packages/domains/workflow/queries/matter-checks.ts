import { type Kysely, sql } from "kysely";
import type { ApplicationContent } from "../content.ts";
import type { MatterDetail } from "../views.ts";
import type { FoundMatter } from "./matter-source.ts";

type Checks = MatterDetail["checks"];
type OtherUse = NonNullable<Checks[number]["other"]>;

/** What the machine looks at before anyone decides; of the content only where there is something to compare. */
export function checksOf(
  found: FoundMatter,
  { content, otherUse: other }: { content: ApplicationContent | null; otherUse: OtherUse | null },
): Checks {
  const checks: Checks = [{ check: "payeeKnown", passed: found.payee_name !== null, other: null }];
  if (content === null) return checks;
  const { contract, invoices } = content;
  if (contract !== undefined) {
    checks.push({ check: "amountWithinContract", passed: found.amount <= contract.amount, other: null });
  }
  if (invoices.length === 0) return checks;
  const sum = invoices.reduce((all, { amount }) => all + amount, 0);
  checks.push({ check: "invoicesAddUp", passed: sum === found.amount, other: null });
  return [{ check: "invoiceUnused", passed: other === null, other }, ...checks];
}

/** Another matter, not withdrawn, with an invoice of the same number, seller and amount; the oldest. */
export async function findOtherUse(database: Kysely<unknown>, seq: number): Promise<OtherUse | null> {
  const { rows } = await sql<OtherUse>`select matter.matter as id, matter.number
    from workflow.invoice own join workflow.invoice other using (number, seller, amount)
    join workflow.matter matter on matter.seq = other.seq
    where own.seq = ${seq} and other.seq <> ${seq} and matter.stage <> 'withdrawn'
    order by matter.seq limit 1`.execute(database);
  return rows[0] ?? null;
}
