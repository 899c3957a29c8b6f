import { receiptView } from "@mingbai/http/explorer-views";
import { createClient } from "@mingbai/sdk/client";
import { paymentsView, trackView } from "@mingbai/treasury/views";
import { pageBench, pick } from "../load/page-bench.ts";
import type { PageRequest, ReaderId } from "../load/read-pages.ts";
import type { PagesNode } from "../load/start-pages.ts";

const readers: readonly ReaderId[] = ["street-manager", "regulator", "supplier-0"];

/** The references of the demo's lists; what was paid in another way is the whole of its transaction. */
const listed = /^\d{6}-\d{4}$/;

interface FoundPayment {
  readonly id: string;
  /** Whether its receipt is of a line in a batch. */
  readonly isListed: boolean;
}

/** The track of payments of every month and its receipt, each asked for in turn, by three kinds of reader. */
export const bench = pageBench("page.track", async (node) => {
  const payments = await findPayments(node);
  return (number): PageRequest => {
    const { id, isListed } = pick(payments, Math.floor(number / 2));
    const [transaction = "", line = ""] = id.split("-");
    const as = pick(readers, Math.floor(number / 2));
    return number % 2 === 0
      ? { kind: "track", as, query: trackView.name, params: { id } }
      : { kind: "receipt", as, query: receiptView.name, params: { id: transaction, ...(isListed && { line }) } };
  };
});

/** The last 200 payments of each month: lists' lines and what single matters paid. */
async function findPayments({ url, months }: PagesNode): Promise<FoundPayment[]> {
  const client = createClient({ url });
  const found: FoundPayment[] = [];
  for (const month of months) {
    const { rows } = await client.ask(paymentsView, { from: `${month}-01`, to: `${month}-28` });
    found.push(
      ...rows.map(({ id, kind, reference }) => ({ id, isListed: kind === "payment" && listed.test(reference) })),
    );
  }
  return found;
}
