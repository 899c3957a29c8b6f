import { receiptView } from "@mingbai/http/explorer-views";
import { createClient, ProblemError, type ReceiptVerdict, verifyReceipt } from "../index.ts";

const triesMax = 20;
const waitMs = 250;

/** Fetches the receipt of a transaction, once a checkpoint covers it, and checks it against keys pinned beforehand. */
export async function checkAct(given: {
  url: string;
  id: string;
  pinnedKeys: readonly string[];
}): Promise<ReceiptVerdict> {
  const client = createClient({ url: given.url });
  for (let tries = 1; ; tries++) {
    try {
      const { text } = await client.ask(receiptView, { id: given.id });
      return verifyReceipt(text, { pinnedKeys: given.pinnedKeys });
    } catch (error) {
      const isEarly = error instanceof ProblemError && error.code === "RECEIPT_NOT_READY";
      if (!isEarly || tries === triesMax) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
