import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import type { SignedTransaction } from "@mingbai/sdk/sign-transaction";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes } from "@mingbai/treasury/batch/layout";
import { payBatchName } from "@mingbai/treasury/schema";
import { bankAccount, type FaultPerson, fund, office, payers, people, tranche } from "./test-fault-people.ts";
import { FaultSigner } from "./test-fault-signer.ts";

const eachGetsFen = 1_000_000;
/** All money that there ever is. */
export const depositFen = eachGetsFen * payers.length;
const zeros = new Uint8Array(16);
const manifest = "3c".repeat(32);

/** Where money can be. */
export const holders: readonly string[] = [office, ...payers.map(({ account }) => account)];

/** Brings money to the office, and from there to those who pay each other. `send` resolves once a transaction is accepted. */
export async function payOut(chain: Uint8Array, send: (signed: SignedTransaction) => Promise<{ id: string }>) {
  const signers = new Map<FaultPerson, FaultSigner>();
  const signerOf = (person: FaultPerson) => {
    const signer = signers.get(person) ?? new FaultSigner(chain, person);
    signers.set(person, signer);
    return signer;
  };
  const act = async (person: FaultPerson, command: string, input: CanonicalObject) =>
    send(await signerOf(person).command(command, input));
  const { administrator, finance, approver, manager, bank } = people;
  const accounts = payers.map(({ account }) => ({ account, kind: "supplier" }));
  await act(administrator, "treasury.openAccounts", {
    accounts: [{ account: office, kind: "office", organisation: "office" }, ...accounts],
  });
  await act(finance, "treasury.createFund", { fund, code: "FAULTS", office });
  const deposit = { kind: "deposit", reference: "deposit", valueDay: "2026-01-01", amount: depositFen, fund };
  await act(bank, "treasury.bookBankLines", { bankAccount, lines: [deposit] });
  const body = payersBatch();
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  const { id: proposal } = await act(manager, "treasury.proposeManifest", {
    manifest,
    payer: office,
    fund,
    tranche,
    listDigest: "dd".repeat(32),
    total: depositFen,
    count: payers.length,
    batches: [toHex(paymentBodyHash(payments))],
  });
  for (const person of [finance, approver]) {
    await act(person, "treasury.approveManifest", { manifest, proposal });
  }
  await send(await signerOf(manager).payments(payBatchName, body));
}

function payersBatch(): Uint8Array<ArrayBuffer> {
  return encodeBatch(
    { payer: office, fund, tranche, mode: batchModes.toAccounts, manifest: fromHex(manifest) },
    payers.map(({ account }) => ({
      payee: account,
      amount: eachGetsFen,
      reference: zeros,
      destination: zeros,
      secret: fromHex(account + account),
    })),
  );
}
