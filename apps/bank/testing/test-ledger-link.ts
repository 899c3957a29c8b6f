import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Answer } from "@mingbai/sdk/answer";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { batchTable, orderTable } from "@mingbai/treasury/tables";
import { type Person, startMs, type TestLedger } from "@mingbai/treasury/testing/test-ledger";
import { people } from "@mingbai/treasury/testing/test-scene";
import { type BankOrder, bankBatchLinesView } from "@mingbai/treasury/views/bank";
import { z } from "zod";
import type { Ledger, TreasuryActor } from "../ledger/ledger-link.ts";

/** Where connections break: before the ledger has the command, or after it has it and before its answer is heard. */
export type Break = "none" | "before" | "after";

/** A real ledger in memory as the bank reaches it. `breaks` decides for each command what happens to the connection. */
export function testLedgerLink(
  ledger: TestLedger,
  breaks: () => Break = () => "none",
  accountOf: (line: number) => string | null = (line) => `6217${line}`,
  who: Person = people.bank,
): Ledger {
  const send = (verb: string, input: CanonicalObject): Answer => {
    const fate = breaks();
    if (fate === "before") throw new Error("the connection broke");
    const { code, id } = ledger.run(who, verb, input);
    if (fate === "after") throw new Error("the answer was lost");
    const refused = code === "ok" ? {} : { refused: code };
    const { height, timeMs } = ledger;
    return { status: "final", id, height, timeMs, logIndex: height, units: 1, refusedLines: [], ...refused };
  };
  const methods = Object.entries(treasuryCommands).map(([verb, schema]) => [
    verb,
    async (input: unknown) => send(verb, schema.parse(input)),
  ]);
  const does = { treasury: Object.fromEntries(methods) } as TreasuryActor["does"];
  return {
    asBank: (ask) =>
      ask({
        ask: async (view, params) => {
          const { batch } = z.object({ batch: z.string().default("") }).parse(params);
          const lines = view.name === bankBatchLinesView.name ? waitingLines(ledger, batch, accountOf) : [];
          const readAt = { height: ledger.height, timeMs: ledger.timeMs };
          const ofDays = { closes: [], differences: [], readAt };
          const orders = releasedOrders(ledger);
          return view.result.parse({ orders, batches: waitingBatches(ledger), lines, ...ofDays });
        },
      }),
    act: (act) => act(does),
  };
}

/** What waits for the bank, as it is told. */
export function releasedOrders(ledger: TestLedger): BankOrder[] {
  return ledger.state
    .table(orderTable)
    .entries()
    .filter(([, { state }]) => state === "released")
    .map(([endToEndId, { amount, holder, fund }]) => ({
      endToEndId,
      amountMinor: amount,
      holder,
      creditor: { name: holder, bankAccount: `6217${holder}` },
      fund: { id: String(fund), name: "" },
      releasedMs: startMs,
    }));
}

function waitingBatches(ledger: TestLedger) {
  return ledger.state
    .table(batchTable)
    .entries()
    .filter(([, { waiting }]) => waiting !== undefined)
    .map(([batch, { fund, count }]) => ({ batch, fund, lines: count, totalMinor: 0 }));
}

function waitingLines(ledger: TestLedger, batch: string, accountOf: (line: number) => string | null) {
  const { waiting = [] } = ledger.state.table(batchTable).find(batch) ?? {};
  return waiting.flatMap((amountMinor, line) =>
    amountMinor > 0 ? [{ line, amountMinor, creditor: { name: "A", bankAccount: accountOf(line) } }] : [],
  );
}
