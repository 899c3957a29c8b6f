import { toHex } from "@mingbai/codec/hex";
import { linePath } from "@mingbai/codec/line-tree/line-path";
import type { TestLedger } from "./test-ledger.ts";
import { ProjectedBlocks } from "./test-projected-blocks.ts";
import { bankAccount, bankLine, must, people, testScene } from "./test-scene.ts";

/** A scene whose blocks are gathered for the tables. */
export function actScene(): { ledger: TestLedger; blocks: ProjectedBlocks } {
  const blocks = new ProjectedBlocks();
  return { ledger: testScene({ onBlock: blocks.add }), blocks };
}

/** The office releases an order and the bank pays it. */
export function payOut(ledger: TestLedger, endToEndId: string, amount: number): void {
  must(ledger, people.finance, "releaseOrders", { endToEndIds: [endToEndId] });
  const lines = [{ ...bankLine(`p-${endToEndId}`, amount), kind: "payout", endToEndId }];
  must(ledger, people.bank, "bookBankLines", { bankAccount, lines });
}

/** What names a line of a batch. */
export function proofOf({ id, body }: { id: string; body: Uint8Array }, line: number) {
  const lines = body.subarray(64);
  const record = toHex(lines.subarray(line * 64, line * 64 + 64));
  return { batch: id, line, record, path: linePath(lines, line).map(toHex) };
}
