import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { findPaymentBody, paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { encodeBatch } from "../batch/encode-batch.ts";
import { type BatchMode, batchModes } from "../batch/layout.ts";
import { accountOf, type ExecutedBlock, type Person, type TestLedger, testLedger } from "./test-ledger.ts";

function person(number: number, organisation: string, ...roles: Person["roles"][number][]): Person {
  return { account: accountOf(number), organisation, roles };
}

export const people = {
  manager: person(1, "bureau", "projectManager"),
  finance: person(2, "bureau", "financeSupervisor"),
  approver: person(3, "bureau", "approver"),
  bank: person(4, "bank", "escrowBank"),
  regulator: person(5, "inspection", "regulator"),
  importer: person(6, "bureau", "importer"),
  administrator: person(7, "bureau", "administrator"),
  operator: person(8, "bureau", "operator"),
  streetFinance: person(9, "street", "financeSupervisor"),
  supplier: person(0x20, "company", "supplier"),
  citizen: person(0x30, "citizens", "individual"),
  secondImporter: person(0x0a, "bureau", "importer"),
  streetManager: person(0x0b, "street", "projectManager"),
  inspector: person(0x0d, "inspection", "projectManager"),
  /** Holds both roles, so that only four eyes keep them apart. */
  allRound: person(0x0c, "bureau", "projectManager", "financeSupervisor"),
};
export const everyone: readonly Person[] = Object.values(people);

export const office = accountOf(0x10);
export const street = accountOf(0x11);
export const citizen2 = accountOf(0x31);
export const fund = 1;
export const otherFund = 2;
export const bankAccount = "ESCROW-1";
export const firstDeposit = 1_000_000;
export const reference = "ab".repeat(16);
export const manifestId = "c1".repeat(32);

/** A ledger with accounts and two funds; 1,000,000 of fund 1 in tranche 1 and 500,000 of fund 2 in tranche 2, at the office. */
export function testScene(
  options: { reconstruction?: boolean; expiryMs?: number; onBlock?: (block: ExecutedBlock) => void } = {},
): TestLedger {
  const ledger = testLedger(everyone, { members: ["bureau"], ...options });
  must(ledger, people.operator, "openAccounts", {
    accounts: [
      { account: office, kind: "office", organisation: "bureau" },
      { account: street, kind: "office", organisation: "street" },
      { account: people.supplier.account, kind: "supplier" },
      { account: people.citizen.account, kind: "person" },
      { account: citizen2, kind: "person" },
    ],
  });
  const policy = { office, operatingBasisPoints: 1_000, returnExpiryDays: 30 };
  must(ledger, people.finance, "createFund", { fund, code: "F-1", ...policy });
  must(ledger, people.finance, "createFund", { fund: otherFund, code: "F-2", office });
  const expiry = options.expiryMs === undefined ? {} : { expiryMs: options.expiryMs };
  must(ledger, people.bank, "bookBankLines", {
    bankAccount,
    lines: [
      { ...bankLine("d1", firstDeposit), kind: "deposit", fund, ...expiry },
      { ...bankLine("d2", 500_000), kind: "deposit", fund: otherFund },
    ],
  });
  return ledger;
}

export function bankLine(name: string, amount: number) {
  return { reference: name, valueDay: "2027-01-15", amount };
}

/** Runs a command that has to be accepted and returns its identity. */
export function must(ledger: TestLedger, who: Person, verb: string, input: CanonicalObject): string {
  const { code, id } = ledger.run(who, verb, input);
  if (code !== "ok") throw new Error(`${verb}: ${code}`);
  return id;
}

export interface Due {
  readonly payee: string;
  readonly amount: number;
}

/** The bytes of a batch from the office's tranche, with the manifest's digest of it. */
export function makeBatch(
  lines: readonly Due[],
  more: { manifest?: string; tranche?: number; mode?: BatchMode; payer?: string; fund?: number } = {},
): { body: Uint8Array; digest: string; total: number; count: number } {
  const head = {
    payer: more.payer ?? office,
    fund: more.fund ?? fund,
    tranche: more.tranche ?? 1,
    mode: more.mode ?? batchModes.toAccounts,
    manifest: fromHex(more.manifest ?? manifestId),
  };
  const zeros = new Uint8Array(16);
  const body = encodeBatch(
    head,
    lines.map((line, index) => ({
      ...line,
      reference: zeros,
      destination: zeros,
      secret: new Uint8Array(16).fill(index + 1),
    })),
  );
  return {
    body,
    digest: digestOf(body),
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    count: lines.length,
  };
}

/** What a manifest lists: the hash of a batch's body. */
export function digestOf(body: Uint8Array): string {
  const payments = findPaymentBody(body);
  if (payments === undefined) throw new RangeError("not a payments body");
  return toHex(paymentBodyHash(payments));
}

/** Proposes batches as one manifest; `approvals` people sign it. */
export function propose(
  ledger: TestLedger,
  batches: readonly ReturnType<typeof makeBatch>[],
  more: { manifest?: string; tranche?: number; approvals?: number; total?: number; payer?: string; fund?: number } = {},
): string {
  const manifest = more.manifest ?? manifestId;
  const proposal = must(ledger, people.manager, "proposeManifest", {
    manifest,
    payer: more.payer ?? office,
    fund: more.fund ?? fund,
    tranche: more.tranche ?? 1,
    listDigest: "dd".repeat(32),
    total: more.total ?? batches.reduce((sum, { total }) => sum + total, 0),
    count: batches.reduce((sum, { count }) => sum + count, 0),
    batches: batches.map(({ digest }) => digest),
  });
  for (const approver of [people.finance, people.approver].slice(0, more.approvals ?? 2)) {
    must(ledger, approver, "approveManifest", { manifest, proposal });
  }
  return proposal;
}

/** Pays lines from the office through a manifest of their own; returns the batch's identity. */
export function payLinesOf(
  ledger: TestLedger,
  lines: readonly Due[],
  more: { manifest?: string; mode?: BatchMode } = {},
) {
  const batch = makeBatch(lines, more);
  propose(ledger, [batch], more);
  const { code, id } = ledger.runBatch(people.operator, batch.body);
  if (code !== "ok") throw new Error(`payBatch: ${code}`);
  return { id, body: batch.body };
}
