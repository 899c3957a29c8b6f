import encodeQr from "qr";
import type { PaperProof } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";

const groupChars = 8;

/** A transaction as a code that opens it on this node, and its identity in groups that break over lines. */
export function proofOf(transaction: string, said: string, { place }: PaperWords): PaperProof {
  const address = `${place.url}/ledger/transactions/${transaction}`;
  const groups = transaction.match(new RegExp(`.{1,${groupChars}}`, "g")) ?? [];
  return { code: encodeQr(address, "svg"), lines: [said, groups.join(" "), place.url] };
}

/** As much of an identity as tells it from others on one paper. */
export function shortId(transaction: string): string {
  return transaction.slice(0, groupChars);
}
