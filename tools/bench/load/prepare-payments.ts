import { toHex } from "@mingbai/codec/hex";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { type Actor, actAs } from "@mingbai/sdk/actor";
import { getAccepted } from "@mingbai/sdk/answer";
import type { Client } from "@mingbai/sdk/client";
import { accountsPerCommandMax, batchesPerManifestMax, treasuryCommands } from "@mingbai/treasury/schema";
import { BatchSource, manifestId, payeeBytes, payeesMax } from "./bench-lines.ts";
import {
  administrator,
  approver,
  type BenchPerson,
  bank,
  bankAccount,
  finance,
  fund,
  manager,
  numberOf,
  office,
  tranche,
} from "./bench-people.ts";

const commands = { treasury: treasuryCommands };
const deposit = 1_000_000_000_000;

/** Batches that are approved and wait to be signed and sent. */
export interface PreparedPayments {
  readonly lines: number;
  readonly batches: number;
  /** Writes bodies; each sender needs one of its own. */
  createSource(): BatchSource;
  manifestOf(batch: number): Uint8Array;
  /** The body's hash, as the manifest lists it. */
  digestOf(batch: number): Uint8Array;
}

/** Opens accounts, funds the office, and has manifests for all batches approved by two. */
export async function preparePayments(
  client: Client,
  { lines, batches }: { lines: number; batches: number },
): Promise<PreparedPayments> {
  const as = (person: BenchPerson) => actAs(client, { ...person, commands });
  await fundOffice(client, payeesMax);
  const people = { proposer: await as(manager), approvers: [await as(finance), await as(approver)] };
  const payees = payeeBytes(payeesMax);
  const createSource = () => new BatchSource({ lines, payees, manifest: manifestId(0) });
  const source = createSource();
  const digests: Uint8Array[] = [];
  const manifestOf = (batch: number) => manifestId(Math.floor(batch / batchesPerManifestMax));
  for (let first = 0; first < batches; first += batchesPerManifestMax) {
    const count = Math.min(batchesPerManifestMax, batches - first);
    for (let index = 0; index < count; index++) {
      digests.push(digestOf(source.body(first + index, manifestOf(first))));
    }
    const listed = digests.slice(first).map(toHex);
    await approveManifest(people, { manifest: toHex(manifestOf(first)), digests: listed, lines });
  }
  return { lines, batches, createSource, manifestOf, digestOf: (batch) => digests[batch] ?? new Uint8Array(32) };
}

/** Opens the office's account and those of so many payees, and gives the office money to pay them. */
export async function fundOffice(client: Client, payees: number): Promise<void> {
  const as = (person: BenchPerson) => actAs(client, { ...person, commands });
  await openAccounts(await as(administrator), payees);
  const supervisor = await as(finance);
  getAccepted(await supervisor.does.treasury.createFund({ fund, code: "BENCH", office }));
  const banker = await as(bank);
  const line = { kind: "deposit" as const, reference: "deposit", valueDay: "2026-01-01", amount: deposit, fund };
  getAccepted(await banker.does.treasury.bookBankLines({ bankAccount, lines: [line] }));
}

type BenchActor = Actor<typeof commands>;

async function openAccounts(actor: BenchActor, payees: number): Promise<void> {
  getAccepted(
    await actor.does.treasury.openAccounts({ accounts: [{ account: office, kind: "office", organisation: "office" }] }),
  );
  for (let at = 0; at < payees; at += accountsPerCommandMax) {
    const count = Math.min(accountsPerCommandMax, payees - at);
    const accounts = Array.from({ length: count }, (_, index) => ({
      account: numberOf(`payee ${at + index}`),
      kind: "person" as const,
    }));
    getAccepted(await actor.does.treasury.openAccounts({ accounts }));
  }
}

async function approveManifest(
  { proposer, approvers }: { proposer: BenchActor; approvers: readonly BenchActor[] },
  { manifest, digests, lines }: { manifest: string; digests: readonly string[]; lines: number },
): Promise<void> {
  const count = digests.length * lines;
  const proposed = await proposer.does.treasury.proposeManifest({
    manifest,
    payer: office,
    fund,
    tranche,
    listDigest: "dd".repeat(32),
    total: count,
    count,
    batches: [...digests],
  });
  for (const { does } of approvers)
    getAccepted(await does.treasury.approveManifest({ manifest, proposal: getAccepted(proposed).id }));
}

function digestOf(body: Uint8Array): Uint8Array {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return paymentBodyHash(payments);
}
