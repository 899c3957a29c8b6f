import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes } from "@mingbai/treasury/batch/layout";
import { accountsPerCommandMax, payBatchName } from "@mingbai/treasury/schema";
import { trancheTable } from "@mingbai/treasury/tables";
import { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { demoNumber, demoSigner } from "./demo-keys.ts";
import {
  type DemoPlan,
  depositFor,
  funds,
  type PlannedAccount,
  type PlannedList,
  type PlannedPayment,
} from "./demo-plan.ts";
import { momentOf } from "./demo-year.ts";
import { putDemoNames } from "./put-demo-names.ts";

const bankAccount = "ESCROW-3399-0437";
const shortBytes = 16;

/** Who proposes, approves and pays for each fund; the two approvers are never the proposer. */
const deskOf: Readonly<Record<string, { manager: string; approvers: readonly [string, string] }>> = {
  "civil-office": { manager: "civil-manager", approvers: ["civil-finance", "civil-approver"] },
  "street-office": { manager: "street-manager", approvers: ["street-finance", "street-approver"] },
  "district-office": { manager: "district-manager", approvers: ["finance-deputy", "finance-approver"] },
};

/** How the seeding tells of itself, and sets the ledger's time; a ledger of another clock keeps that. */
export interface SeedWays {
  readonly say?: (step: string) => void;
  readonly setTime?: (timeMs: number) => void;
}

/** Fills a new demo ledger with the plan's months of an invented district. */
export async function seedDemo(ledger: OpenLedger, plan: DemoPlan, ways: SeedWays = {}): Promise<void> {
  const { say = () => undefined, setTime = () => undefined } = ways;
  const actors = new Map<string, LocalActor>();
  const as = (id: string): LocalActor => {
    const actor = actors.get(id) ?? new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
    actors.set(id, actor);
    return actor;
  };
  say("accounts and funds");
  await putDemoNames(ledger);
  setTime(momentOf(plan.months[0] ?? "", { day: 2 }));
  await openAccounts(ledger, as, plan.accounts);
  await openFunds(ledger, as, plan);
  for (const [index, list] of plan.lists.entries()) {
    if (index % funds.length === 0) say(`payments of ${list.month}`);
    await payList(ledger, as, { list, setTime });
  }
}

type As = (id: string) => LocalActor;

async function openAccounts(ledger: OpenLedger, as: As, accounts: readonly PlannedAccount[]): Promise<void> {
  await ledger.vault.put(
    accounts.map(({ id, name, kind }) => ({
      subject: demoNumber(id),
      content: {
        kind: "account",
        name,
        nature: kind === "person" ? "person" : "organisation",
        bankAccount: `6217${demoNumber(`bank account ${id}`).toUpperCase()}`,
      },
    })),
  );
  for (let at = 0; at < accounts.length; at += accountsPerCommandMax) {
    const some = accounts.slice(at, at + accountsPerCommandMax);
    await as("admin").act("treasury.openAccounts", {
      accounts: some.map(({ id, kind, organisation }) => ({
        account: demoNumber(id),
        kind,
        ...(organisation !== undefined && { organisation }),
      })),
    });
  }
}

async function openFunds(ledger: OpenLedger, as: As, plan: DemoPlan): Promise<void> {
  await ledger.vault.put(funds.map(({ fund, name }) => ({ subject: `fund/${fund}`, content: { kind: "fund", name } })));
  for (const { fund, code, office } of funds) {
    await as("finance").act("treasury.createFund", { fund, code, office: demoNumber(office), returnExpiryDays: 365 });
  }
  const deposits = funds.map(({ fund }) => ({
    kind: "deposit",
    reference: `IN-2026-${fund}`,
    valueDay: `${plan.months[0]}-02`,
    amount: depositFor(plan, fund),
    fund,
  }));
  await as("bank").act("treasury.bookBankLines", { bankAccount, lines: deposits });
}

/** One list from proposal to the bank's result; every twentieth line comes back from the bank. */
async function payList(
  ledger: OpenLedger,
  as: As,
  { list, setTime }: { list: PlannedList; setTime: (timeMs: number) => void },
): Promise<void> {
  const { office } = funds.find(({ fund }) => fund === list.fund) ?? funds[0];
  const desk = deskOf[office];
  if (desk === undefined) throw new Error(`no desk pays for ${office}`);
  const tranche = trancheOf(ledger, list.fund);
  const manifest = sha256(canonicalBytes({ demo: `${list.fund} ${list.month}` }));
  const { body, total, texts } = makeBatch(list, { tranche, manifest, payer: demoNumber(office) });
  setTime(momentOf(list.month, { day: 20 + list.fund }));
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
  setTime(momentOf(list.month, { day: 27, hour: 9 + list.fund }));
  const failed = list.payments.flatMap((_, line) => (line % 20 === 19 ? [{ line, reason: "AC04" }] : []));
  const [year, month] = list.month.split("-");
  const settlement = { bankAccount, reference: `OUT-${year}${month}-${list.fund}`, valueDay: `${list.month}-27` };
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
    .find(([, row]) => row.fund === fund);
  if (found === undefined) throw new Error(`fund ${fund} has no money`);
  return Number(found[0]);
}

function digestOf(body: Uint8Array): string {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return toHex(paymentBodyHash(payments));
}
