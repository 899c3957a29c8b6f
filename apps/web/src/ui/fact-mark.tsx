import { receiptName, useProof } from "../features/verify/checked-receipts.ts";
import { ProofMark } from "./proof-mark.tsx";
import { openReceipt, type ReceiptOf } from "./receipt-store.ts";

/** The proof mark of one entered fact, wired to its receipt. */
export function FactMark({ transactionId, line, title, told }: ReceiptOf) {
  const proof = useProof(receiptName(transactionId, line));
  return (
    <ProofMark
      proof={proof}
      of={title}
      onOpen={() =>
        openReceipt({
          transactionId,
          title,
          ...(line === undefined ? {} : { line }),
          ...(told === undefined ? {} : { told }),
        })
      }
    />
  );
}
