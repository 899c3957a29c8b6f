import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { actAs } from "@mingbai/sdk/actor";
import { getAccepted } from "@mingbai/sdk/answer";
import { checkList } from "@mingbai/sdk/disbursement/check-list";
import { randomBytes } from "@mingbai/sdk/disbursement/make-batch";
import { prepareList } from "@mingbai/sdk/disbursement/prepare-list";
import { readList } from "@mingbai/sdk/disbursement/read-list";
import { resultCsv, resultsOf } from "@mingbai/sdk/disbursement/result-file";
import { memoryJournal, sendBatches } from "@mingbai/sdk/disbursement/send-batches";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { defineBench } from "../define-bench.ts";
import { payeesMax } from "../load/bench-lines.ts";
import { approver, type BenchPerson, finance, fund, manager, numberOf, office, tranche } from "../load/bench-people.ts";
import { preparePayments } from "../load/prepare-payments.ts";
import { type BenchNode, startLedger } from "../load/start-ledger.ts";

interface Prepared {
  readonly node: BenchNode;
  readonly csv: Uint8Array;
  readonly rows: number;
}

const commands = { treasury: treasuryCommands };

/** One payee stands on the list again only for another purpose. */
function makeCsv(rows: number): Uint8Array {
  const lines = ["姓名,账本账号,金额,用途,编号"];
  for (let i = 0; i < rows; i++) {
    const payee = numberOf(`payee ${i % payeesMax}`);
    lines.push(`卢桂枝,${payee},${1 + (i % 480)}.50,救助第 ${Math.floor(i / payeesMax) + 1} 期,JZ-${i}`);
  }
  return utf8(`${lines.join("\n")}\n`);
}

/**
 * Rows a second of one list, from the bytes of its CSV to the file with the ledger's result of each row: read, checked, made into
 * batches, proposed, approved by two, signed, sent over HTTP, durable. The node has no tables and keeps no texts here.
 */
export const bench = defineBench<number, Prepared>({
  name: "disburse.list",
  unit: "rows/s",
  rounds: 3,
  full: 1_000_000,
  small: 10_000,
  async prepare(rows) {
    const node = await startLedger();
    await preparePayments(node.client, { lines: 1, batches: 0 });
    return { node, csv: makeCsv(rows), rows };
  },
  async run({ node: { client }, csv, rows }) {
    const startedMs = performance.now();
    const read = readList(csv);
    if ("unreadable" in read) throw new Error(`the list cannot be read: ${read.unreadable}`);
    const { good } = checkList(read.rows);
    const place = { manifest: toHex(randomBytes(32)), payer: office, fund, tranche };
    const prepared = prepareList({ name: "bench", place, rows: good });
    const preparedMs = performance.now() - startedMs;
    const as = (person: BenchPerson) => actAs(client, { ...person, commands });
    const proposer = await as(manager);
    const proposal = getAccepted(await proposer.does.treasury.proposeManifest(prepared.proposal)).id;
    for (const person of [finance, approver]) {
      const { does } = await as(person);
      getAccepted(await does.treasury.approveManifest({ manifest: place.manifest, proposal }));
    }
    const sending = { client, sign: proposer.signPayments, journal: memoryJournal() };
    const sent = await sendBatches(sending, prepared.batches);
    const results = resultsOf(prepared.batches.map((batch, index) => ({ rows: batch.rows, result: sent[index] })));
    if (results.some(({ code }) => code !== "ACCEPTED")) throw new Error("the ledger refused a line");
    resultCsv(results, { language: "zh", decimals: 2 });
    return { figure: rows / ((performance.now() - startedMs) / 1_000), details: { preparedMs } };
  },
  peers: [],
  close: ({ node }) => node.stop(),
});
