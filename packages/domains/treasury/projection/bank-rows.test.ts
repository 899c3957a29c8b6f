import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchModes } from "../batch/layout.ts";
import { actScene } from "../testing/test-act-scene.ts";
import { bankAccount, bankLine, citizen2, must, payLinesOf, people } from "../testing/test-scene.ts";
import { treasuryProjection } from "./treasury-projection.ts";

let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
});
afterAll(() => tables.stop());

it("a list's debit that a statement brought first is one line, out of suspense once the list is settled", async () => {
  const { ledger, blocks } = actScene();
  const { id: batch } = payLinesOf(ledger, [{ payee: citizen2, amount: 30 }], { mode: batchModes.directCredit });
  const lines = [{ ...bankLine("early", 30), kind: "unknownDebit" }];
  must(ledger, people.bank, "bookBankLines", { bankAccount, lines });
  const result = { batch, bankAccount, reference: "early", valueDay: "2027-01-15", paid: "rest", failed: [] };
  must(ledger, people.bank, "settleBatch", result);
  await tables.project(blocks.all);
  const sql = "select kind, fund, amount from treasury.bank_line where reference = 'early'";
  expect(await tables.query(sql)).toMatchObject([{ kind: "batchPayout", fund: 1 }]);
});
