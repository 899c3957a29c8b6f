import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes } from "@mingbai/treasury/batch/layout";
import { payBatchName } from "@mingbai/treasury/schema";
import { trancheTable } from "@mingbai/treasury/tables";
import type { OpenLedger } from "../open-ledger.ts";
import { demoNumber } from "./demo-keys.ts";
import { demoBankAccount, funds, type PlannedList, type PlannedPayment } from "./demo-plan.ts";
import type { DemoScene, DemoStep } from "./demo-step.ts";
import { momentOf } from "./demo-year.ts";

const shortBytes = 16;

/** Who proposes, approves and pays for each fund; the two approvers are never the proposer. */
const deskOf: Readonly<Record<string, { manager: string; approvers: readonly [string, string] }>> = {
  "civil-office": { manager: "civil-manager", approvers: ["civil-finance", "civil-approver"] },
  "street-office": { manager: "street-manager", approvers: ["street-finance", "street-approver"] },
  "district-office": { manager: "district-manager", approvers: ["finance-deputy", "finance-approver"] },
};

/** One list from proposal to the bank's result a week later; every twentieth line comes back from the bank. */
export function listSteps(scene: DemoScene, list: PlannedList): DemoStep[] {
  let batch = "";
  return [
    {
      atMs: momentOf(list.month, { day: 20 + list.fund }),
      run: async () => {
        batch = await payList(scene, list);
      },
    },
    { atMs: momentOf(list.month, { day: 27, hour: 9 + list.fund }), run: () => settleList(scene, list, batch) },
  ];
}

/** Proposes, has approved and pays a list; gives the batch's transaction. */
async function payList({ ledger, as }: DemoScene, list: PlannedList): Promise<string> {
  const { office } = funds.find(({ fund }) => fund === list.fund) ?? funds[0];
  const desk = deskOf[office];
  if (desk === undefined) throw new Error(`no desk pays for ${office}`);
  const tranche = trancheOf(ledger, list.fund);
  const manifest = sha256(canonicalBytes({ demo: `${list.fund} ${list.month}` }));
  const { body, total, texts } = makeBatch(list, { tranche, manifest, payer: demoNumber(office) });
  const { id: proposal } = await as(desk.manager).act("treasury.proposeManifest", {
    manifest: toHex(manifest),
    payer: demoNumber(office),
    fund: list.fund,
    tranche,
    listDigest: toHex(sha256(contextBytes.commitment, body.subarray(0, shortBytes), canonicalBytes({ lines: texts }))),
    total,
    count: list.payments.length,
    batches: [digestOf(body)],
  });
  for (const approver of desk.approvers)
    await as(approver).act("treasury.approveManifest", { manifest: toHex(manifest), proposal });
  const signed = await as(desk.manager).signPayments(payBatchName, body);
  const batch = toHex(signed.id);
  await ledger.vault.put([{ subject: batch, content: { kind: "batch", lines: texts } }]);
  await as(desk.manager).submit(signed);
  return batch;
}

async function settleList({ as }: DemoScene, list: PlannedList, batch: string): Promise<void> {
  const failed = list.payments.flatMap((_, line) => (line % 20 === 19 ? [{ line, reason: "AC04" }] : []));
  const [year, month] = list.month.split("-");
  const settlement = {
    bankAccount: demoBankAccount,
    reference: `OUT-${year}${month}-${list.fund}`,
    valueDay: `${list.month}-27`,
  };
  await as("bank").act("treasury.settleBatch", { batch, ...settlement, paid: "rest", failed });
}

function makeBatch(list: PlannedList, head: { tranche: number; manifest: Uint8Array; payer: string }) {
  const texts = list.payments.map((payment, line) => textsOf(payment, saltOf(head.manifest, line)));
  const lines = list.payments.map(({ payee, amount }, line) => {
    const salt = saltOf(head.manifest, line);
    const reference = sha256(contextBytes.commitment, salt, canonicalBytes(texts[line] ?? {})).subarray(0, shortBytes);
    const secret = sha256(contextBytes.commitment, salt).subarray(0, shortBytes);
    return { payee, amount, reference, destination: secret, secret };
  });
  const body = encodeBatch({ ...head, fund: list.fund, mode: batchModes.directCredit }, lines);
  return { body, texts, total: lines.reduce((sum, { amount }) => sum + amount, 0) };
}

function textsOf({ reference, purpose, paidOn }: PlannedPayment, salt: Uint8Array) {
  return { reference, purpose, paidOn, salt: toHex(salt) };
}

/** The demo's salts can be computed by anyone: it is the same on every machine, and protects nobody. */
function saltOf(manifest: Uint8Array, line: number): Uint8Array {
  return sha256(concat(manifest, Uint8Array.of(line & 255, line >> 8)));
}

function trancheOf(ledger: OpenLedger, fund: number): number {
  const found = ledger.chain.state
    .table(trancheTable)
    .entries()
    .find(([, row]) => row.fund === fund && row.source === "deposit");
  if (found === undefined) throw new Error(`fund ${fund} has no money`);
  return Number(found[0]);
}

function digestOf(body: Uint8Array): string {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return toHex(paymentBodyHash(payments));
}
