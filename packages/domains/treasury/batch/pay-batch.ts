import { toHex } from "@mingbai/codec/hex";
import { getNumber64 } from "@mingbai/codec/number64";
import { role } from "@mingbai/ledger/authority/role";
import type { PaymentsContext, PaymentsHandler } from "@mingbai/ledger/definition/payments";
import type { Refusal } from "@mingbai/ledger/refusal";
import { linesMax, type PaymentBody } from "@mingbai/ledger/transaction/body";
import { findAccountRefusal } from "../checks/account.ts";
import { actsFor, findImporterRefusal } from "../checks/acts-for.ts";
import { approvalsNeeded } from "../checks/approvals.ts";
import { findExpiredRefusal, findFrozenRefusal, findShortRefusal } from "../checks/tranche.ts";
import { batchPaid } from "../events/batch-paid.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { type PaidLines, payLines, sumLines, wordsOf } from "../money-store/pay-lines.ts";
import { refuse } from "../refusals.ts";
import { lineResults, payBatchName } from "../schema.ts";
import { type BatchRow, batchTable, type ManifestRow, manifestTable } from "../tables.ts";
import { withBit } from "./bits.ts";
import { type BatchHead, batchModes, headAt } from "./layout.ts";
import { findBatchHead } from "./read-batch.ts";

const resultsBuffer = new Uint8Array(linesMax);

/** Executes a batch that an approved manifest lists: refused whole before anything is written, or line by line. */
export const payBatch: PaymentsHandler = {
  name: payBatchName,
  allow: [role("projectManager"), role("operator"), role("financeSupervisor"), role("importer")],
  title: { en: "Pay a batch", zh: "批量发放" },
  lineResults,
  execute(context, body) {
    const head = findBatchHead(body.head);
    if (head === undefined) return refuse("BATCH_MALFORMED");
    const words = wordsOf(body.lines);
    const refusal = findBatchRefusal(context, { head, body, sum: sumLines(words) });
    if (refusal !== undefined) return refusal;
    const store = context.state.store(moneyStore);
    const results = resultsBuffer.subarray(0, body.count);
    const isDirectCredit = head.mode === batchModes.directCredit;
    const payer = store.getAccount(head.payer);
    const done = payLines(store, { words, payer, tranche: head.tranche, isDirectCredit }, results);
    context.state.table(batchTable).set(context.id, batchRow(context, { head, body, words, results, done }));
    return { results, events: [paidEvent(context, { head, body, done })] };
  },
};

/** The first reason against the whole batch: authority, listing, replay, totals, then the payer's money. */
function findBatchRefusal(
  context: PaymentsContext,
  batch: { head: BatchHead; body: PaymentBody; sum: number },
): Refusal | undefined {
  const { state } = context;
  const { head, sum } = batch;
  const manifest = state.table(manifestTable).find(toHex(head.manifest));
  const { payer: holder, tranche, total } = head;
  return (
    findImporterRefusal(context) ??
    (manifest === undefined ? refuse("MANIFEST_UNKNOWN", { manifest: toHex(head.manifest) }) : undefined) ??
    (actsFor(context, holder) ? undefined : refuse("NOT_HOLDER", { holder })) ??
    (manifest === undefined ? undefined : findManifestRefusal(context, manifest, batch)) ??
    (sum === total ? undefined : refuse("BATCH_TOTAL_WRONG", { sum, total })) ??
    findAccountRefusal(state, holder) ??
    findFrozenRefusal(state, tranche) ??
    findExpiredRefusal(state, tranche) ??
    findShortRefusal(state, { holder, tranche, amount: total })
  );
}

function findManifestRefusal(
  { state, bodyHash }: PaymentsContext,
  manifest: ManifestRow,
  { head, body }: { head: BatchHead; body: PaymentBody },
): Refusal | undefined {
  if (manifest.frozen) return refuse("MANIFEST_FROZEN", { manifest: toHex(head.manifest) });
  if (!manifest.approved) {
    const needed = approvalsNeeded(state, manifest.fund);
    return refuse("MANIFEST_NOT_APPROVED", { approvals: manifest.approvedBy.length, needed });
  }
  const agrees = manifest.payer === head.payer && manifest.fund === head.fund && manifest.tranche === head.tranche;
  if (!agrees) return refuse("MANIFEST_MISMATCH");
  const digest = toHex(bodyHash);
  if (!manifest.batches.includes(digest)) return refuse("BATCH_NOT_LISTED", { digest });
  if (manifest.spent.includes(digest)) return refuse("BATCH_SPENT", { digest });
  const total = manifest.spentTotal + head.total;
  const count = manifest.spentCount + body.count;
  return total > manifest.total || count > manifest.count ? refuse("MANIFEST_EXCEEDED", { total, count }) : undefined;
}

interface Done {
  readonly head: BatchHead;
  readonly body: PaymentBody;
  readonly done: PaidLines;
}

function paidEvent({ state, id, bodyHash }: PaymentsContext, { head, body, done }: Done) {
  const { payer, fund, tranche, mode, total } = head;
  return batchPaid({
    batch: id,
    payer,
    fund,
    tranche,
    manifest: toHex(head.manifest),
    digest: toHex(bodyHash),
    mode,
    count: body.count,
    ...done,
    refusedTotal: total - done.acceptedTotal,
    payerFreeAfter: state.store(moneyStore).get({ account: payer, tranche, part: "free" }),
  });
}

function batchRow(
  { bodyHash }: PaymentsContext,
  { head, body, words, results, done }: Done & { words: Uint32Array; results: Uint8Array },
): BatchRow {
  const payer = getNumber64(body.head, headAt.payer);
  const place = { payer, fund: head.fund, tranche: head.tranche, count: body.count, mode: head.mode };
  const refusedLines = done.accepted === body.count ? {} : { refusedLines: refusedBits(results) };
  const isWaiting = head.mode === batchModes.directCredit && done.accepted > 0;
  const waiting = isWaiting ? { waiting: acceptedAmounts(words, results) } : {};
  return { ...place, head: toHex(body.head), bodyHash: toHex(bodyHash), ...refusedLines, ...waiting };
}

function refusedBits(results: Uint8Array): string {
  let bits: string | undefined;
  for (const [line, code] of results.entries()) if (code !== 0) bits = withBit(bits, line, results.length);
  return bits ?? "";
}

function acceptedAmounts(words: Uint32Array, results: Uint8Array): number[] {
  return Array.from(results, (code, line) =>
    code === 0 ? (words[line * 16 + 2] ?? 0) + (words[line * 16 + 3] ?? 0) * 2 ** 32 : 0,
  );
}
