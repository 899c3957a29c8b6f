import { concat } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { chainView } from "@mingbai/http/ledger-views";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { actAs } from "@mingbai/sdk/actor";
import { getAccepted } from "@mingbai/sdk/answer";
import type { Client } from "@mingbai/sdk/client";
import { signCommand } from "@mingbai/sdk/sign-transaction";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes } from "@mingbai/treasury/batch/layout";
import { accountsPerCommandMax, payBatchName, treasuryCommands } from "@mingbai/treasury/schema";
import { manifestId } from "./bench-lines.ts";
import {
  administrator,
  approver,
  type BenchPerson,
  bank,
  bankAccount,
  finance,
  fund,
  manager,
  office,
  tranche,
} from "./bench-people.ts";

const commands = { treasury: treasuryCommands };
const eachGets = 1_000_000;
const expiryMs = 12 * 60 * 60 * 1_000;
const zeros = new Uint8Array(16);

/** Gives every supplier money through an approved batch, so that they can pay each other. */
export async function fundSuppliers(client: Client, people: readonly BenchPerson[]): Promise<void> {
  const as = (person: BenchPerson) => actAs(client, { ...person, commands });
  const opener = (await as(administrator)).does.treasury;
  getAccepted(await opener.openAccounts({ accounts: [{ account: office, kind: "office", organisation: "office" }] }));
  for (let at = 0; at < people.length; at += accountsPerCommandMax) {
    const accounts = people
      .slice(at, at + accountsPerCommandMax)
      .map(({ account }) => ({ account, kind: "supplier" as const }));
    getAccepted(await opener.openAccounts({ accounts }));
  }
  const supervisor = (await as(finance)).does.treasury;
  getAccepted(await supervisor.createFund({ fund, code: "BENCH", office }));
  const deposit = {
    kind: "deposit" as const,
    reference: "deposit",
    valueDay: "2026-01-01",
    amount: eachGets * people.length,
    fund,
  };
  getAccepted(await (await as(bank)).does.treasury.bookBankLines({ bankAccount, lines: [deposit] }));
  const head = { payer: office, fund, tranche, mode: batchModes.toAccounts, manifest: manifestId(0) };
  const body = encodeBatch(
    head,
    people.map(({ account }) => ({
      payee: account,
      amount: eachGets,
      reference: zeros,
      destination: zeros,
      secret: fromHex(account + account),
    })),
  );
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  const proposer = await as(manager);
  const manifest = toHex(manifestId(0));
  const list = {
    manifest,
    payer: office,
    fund,
    tranche,
    listDigest: "dd".repeat(32),
    total: deposit.amount,
    count: people.length,
    batches: [toHex(paymentBodyHash(payments))],
  };
  const proposal = getAccepted(await proposer.does.treasury.proposeManifest(list)).id;
  getAccepted(await supervisor.approveManifest({ manifest, proposal }));
  getAccepted(await (await as(approver)).does.treasury.approveManifest({ manifest, proposal }));
  const [answer] = await client.submit((await proposer.signPayments(payBatchName, body)).bytes);
  if (answer === undefined) throw new Error("the batch was not answered");
  getAccepted(answer);
}

/** Payments between suppliers, signed one by one and gathered `perRequest` to a submission. */
export async function signPaymentsBetween(
  client: Client,
  {
    people,
    count,
    perRequest,
    firstSequence,
  }: { people: readonly BenchPerson[]; count: number; perRequest: number; firstSequence: number },
): Promise<Uint8Array<ArrayBuffer>[]> {
  const { chain, timeMs } = await client.ask(chainView, {});
  const envelopes: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const from = people[index % people.length];
    const to = people[(index * 7 + 1) % people.length];
    if (from === undefined || to === undefined) throw new RangeError("no suppliers");
    const payee = to === from ? (people[(index + 1) % people.length] ?? to) : to;
    const sequence = firstSequence + Math.floor(index / people.length);
    const signing = {
      chain: fromHex(chain),
      signer: from.signer,
      keyId: from.keyId,
      lane: 0,
      sequence,
      expiryMs: timeMs + expiryMs,
    };
    const input = {
      from: { holder: from.account, fund, tranche },
      payee: payee.account,
      amount: 1,
      reference: "ab".repeat(16),
    };
    envelopes.push((await signCommand(signing, "treasury.pay", input)).bytes);
  }
  return Array.from({ length: Math.ceil(count / perRequest) }, (_, request) =>
    concat(...envelopes.slice(request * perRequest, (request + 1) * perRequest)),
  );
}
