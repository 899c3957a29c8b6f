import { receiptName, useProof } from "../features/verify/checked-receipts.ts";
import { ProofMark } from "./proof-mark.tsx";
import { openReceipt } from "./receipt-store.ts";

/** The proof mark of one entered fact, wired to its receipt. */
export function FactMark({
  transactionId,
  line,
  title,
}: {
  transactionId: string;
  line?: number | undefined;
  title: string;
}) {
  const proof = useProof(receiptName(transactionId, line));
  return (
    <ProofMark
      proof={proof}
      of={title}
      onOpen={() => openReceipt({ transactionId, title, ...(line === undefined ? {} : { line }) })}
    />
  );
}
