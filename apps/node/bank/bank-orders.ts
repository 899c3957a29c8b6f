import type { QueryRoute, Reader } from "@mingbai/http/query-route";
import { role } from "@mingbai/ledger/authority/role";
import { actsPageRowsMax, type RedemptionRow, redemptionsView } from "@mingbai/treasury/views/acts";
import { type BankOrder, bankOrdersMax, bankOrdersView } from "@mingbai/treasury/views/bank";
import { creditorOf, type NameSource, signedCreditor } from "./creditor-of.ts";

/**
 * Which released orders wait for the bank, each with its payee's full name and bank account from the vault: they stand
 * in no table, and only those who send or pay the orders are told.
 */
export function bankOrdersQuery(redemptions: Pick<QueryRoute, "answer">, names: NameSource): QueryRoute {
  return {
    ...bankOrdersView,
    title: { en: "Released orders that wait for the bank", zh: "已放行、等银行付款的兑付单" },
    allow: [role("financeSupervisor"), role("escrowBank")],
    async answer(_params, reader) {
      const rows = await listReleased(redemptions, reader);
      const orders: BankOrder[] = [];
      for (const row of rows) orders.push(await orderOf(row, names));
      return { orders };
    },
  };
}

async function listReleased(
  redemptions: Pick<QueryRoute, "answer">,
  reader: Reader,
): Promise<readonly RedemptionRow[]> {
  const rows: RedemptionRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const limit = Math.min(actsPageRowsMax, bankOrdersMax - rows.length);
    const page = redemptionsView.result.parse(
      await redemptions.answer({ state: "released", limit, ...(cursor !== undefined && { cursor }) }, reader),
    );
    rows.push(...page.rows);
    if (page.next === null || rows.length === bankOrdersMax) return rows;
    cursor = page.next;
  }
}

async function orderOf(row: RedemptionRow, names: NameSource): Promise<BankOrder> {
  const { endToEndId, amountMinor, holder, fund, released, ordered, orderedBy, destination } = row;
  const creditor =
    destination === null
      ? await creditorOf(holder.account, names, holder.name)
      : await signedCreditor({ commitment: destination, giver: orderedBy }, names, holder.name);
  return { endToEndId, amountMinor, holder: holder.account, creditor, fund, releasedMs: (released ?? ordered).timeMs };
}
