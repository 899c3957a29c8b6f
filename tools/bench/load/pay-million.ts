// Pays one list through the API, in a process of its own, and tells its parent how long each stage took.
import { readFile, writeFile } from "node:fs/promises";
import { toHex } from "@mingbai/codec/hex";
import { statusView } from "@mingbai/http/explorer-views";
import { actAs } from "@mingbai/sdk/actor";
import { getAccepted } from "@mingbai/sdk/answer";
import { createClient } from "@mingbai/sdk/client";
import { checkList } from "@mingbai/sdk/disbursement/check-list";
import { keepTexts } from "@mingbai/sdk/disbursement/keep-texts";
import { prepareList } from "@mingbai/sdk/disbursement/prepare-list";
import { readList } from "@mingbai/sdk/disbursement/read-list";
import { eachResult, type RowResult, resultCsv } from "@mingbai/sdk/disbursement/result-file";
import { randomBytes } from "@mingbai/sdk/disbursement/salted-content";
import { memoryJournal, sendBatches } from "@mingbai/sdk/disbursement/send-batches";
import { signIn } from "@mingbai/sdk/session";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { approver, type BenchPerson, finance, fund, manager, office, tranche } from "./bench-people.ts";

const [url, csvPath, resultPath] = process.argv.slice(2);
if (url === undefined || csvPath === undefined || resultPath === undefined)
  throw new Error("pay-million URL CSV RESULT");
const pollMs = 20;

const stages: Record<string, number> = {};
let lastMs = performance.now();
function stage(name: string): void {
  const nowMs = performance.now();
  stages[name] = nowMs - lastMs;
  lastMs = nowMs;
}

const client = createClient({ url });
await signIn(client, manager);
const as = (person: BenchPerson) => actAs(client, { ...person, commands: { treasury: treasuryCommands } });
const proposer = await as(manager);
lastMs = performance.now();
const startMs = lastMs;
const read = readList(await readFile(csvPath));
if ("unreadable" in read) throw new Error(`the list cannot be read: ${read.unreadable}`);
stage("parseMs");
const { good } = checkList(read.rows);
stage("checkMs");
const place = { manifest: toHex(randomBytes(32)), payer: office, fund, tranche };
const prepared = await prepareList({ name: "bench", place, rows: good }, keepTexts(client));
stage("prepareMs");
const proposal = getAccepted(await proposer.does.treasury.proposeManifest(prepared.proposal)).id;
for (const person of [finance, approver]) {
  const { does } = await as(person);
  getAccepted(await does.treasury.approveManifest({ manifest: place.manifest, proposal }));
}
stage("approveMs");
const sending = { client, sign: proposer.signPayments, journal: memoryJournal(), atOnce: 4 };
const sent = await sendBatches(sending, prepared.batches);
stage("payMs");
const height = Math.max(...sent.map((one) => one.height));
const results = eachResult(prepared.batches.map(({ rows }, index) => ({ rows, result: sent[index] })));
await writeFile(resultPath, resultCsv(allAccepted(results), { language: "zh", decimals: 2 }));
stage("resultMs");
// The tables have been read meanwhile: what is left of it.
while ((await client.ask(statusView, {})).readModel.height < height)
  await new Promise((next) => setTimeout(next, pollMs));
stage("projectMs");
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const use = { seconds: (userCPUTime + systemCPUTime) / 1e6, peakMib: maxRSS / 1_024 };
process.send?.({ totalMs: performance.now() - startMs, stages, use });
process.disconnect?.();

function* allAccepted(results: Iterable<RowResult>): Generator<RowResult> {
  for (const result of results) {
    if (result.code !== "ACCEPTED") throw new Error(`the ledger refused row ${result.row.line}`);
    yield result;
  }
}
