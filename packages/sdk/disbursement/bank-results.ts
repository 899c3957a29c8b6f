import { type PaymentRow, paymentsPageRowsMax, paymentsView } from "@mingbai/treasury/views";
import type { Client } from "../client.ts";
import type { BankCode, RowResult } from "./result-file.ts";

const codes: Readonly<Partial<Record<PaymentRow["status"], BankCode>>> = { burned: "paid", returned: "returned" };

/**
 * The same results with what the bank has made of the lines that it pays, asked of the node's tables batch by batch. Asked
 * again later it says more: the bank settles a batch whole or in parts.
 */
export async function withBankResults(
  client: Pick<Client, "ask">,
  results: readonly RowResult[],
): Promise<RowResult[]> {
  const isByBank = ({ row, code }: RowResult): boolean => row.bankAccount !== "" && code === "ACCEPTED";
  const batches = new Set(results.filter(isByBank).map(({ payment }) => payment.slice(0, payment.indexOf("-"))));
  const said = new Map<string, BankCode>();
  for (const batch of batches) {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { rows: PaymentRow[]; next: string | null } = await client.ask(paymentsView, {
        batch,
        limit: paymentsPageRowsMax,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { id, status } of page.rows) said.set(id, codes[status] ?? "waiting");
      cursor = page.next;
    }
  }
  return results.map((result) =>
    isByBank(result) ? { ...result, bank: said.get(result.payment) ?? "waiting" } : result,
  );
}
