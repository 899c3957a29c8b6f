import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeReceipt } from "@mingbai/app-node/answers/make-receipt";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { LocalActor } from "@mingbai/app-node/local-actor";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { statementMessage } from "@mingbai/crypto/statement-message";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { type DayProof, formatDayProof } from "@mingbai/sdk/day-proof";
import type { Receipt } from "@mingbai/sdk/receipt";
import { type DayCheckName, verifyDayProof } from "@mingbai/sdk/verify-day-proof";
import type { DayClose } from "@mingbai/treasury/day-close/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { openSmallLedger } from "../testing/small-ledger.ts";

const bankAccount = "ESCROW-1";
const deposited = 12_345;
const office = demoNumber("office of the test");
let folder = "";
let ledger: OpenLedger;
let vkey = "";
let proof: DayProof;
let close: DayClose;

const as = (id: string) => new LocalActor(ledger, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-day-"));
  ledger = await openSmallLedger(join(folder, "node"));
  vkey = formatVkey(ledger.published.key);
  const organisation = "district-finance";
  await as("admin").act("treasury.openAccounts", { accounts: [{ account: office, kind: "office", organisation }] });
  await as("finance").act("treasury.createFund", { fund: 1, code: "F-1", office });
  const day = new Date(ledger.chain.head.timeMs).toISOString().slice(0, 10);
  const line = { kind: "deposit", reference: "d1", valueDay: day, amount: deposited, fund: 1 };
  await as("bank").act("treasury.bookBankLines", { bankAccount, lines: [line] });
  close = await closeOf(day);
  const closed = await as("finance").act("treasury.closeBankDay", close);
  const countersigned = await as("bank").act("treasury.countersignBankDay", close);
  await ledger.published.publish();
  proof = {
    format: "mingbai/day-proof/1",
    close: await receiptOf(closed.logIndex),
    countersign: await receiptOf(countersigned.logIndex),
  };
  await writeFile(join(folder, "day.json"), formatDayProof(proof));
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

async function closeOf(day: string): Promise<DayClose> {
  const claim = { file: "ab".repeat(32), bankAccount, day, closingBalance: deposited - 30, currency: "CNY" };
  const message = statementMessage({ chain: ledger.chain.chain, ...claim });
  const { bankAccount: _account, day: _day, ...balance } = claim;
  const signature = toHex(await demoSigner("bank").sign(message));
  return {
    bankAccount,
    day,
    statement: { ...balance, keyId: demoNumber("key bank"), signature },
    ledger: { height: ledger.chain.head.height, outstanding: deposited, suspense: 0 },
    items: [{ kind: "missingOnLedger", reference: "f1", day, effect: -30 }],
  };
}

async function receiptOf(logIndex: number): Promise<Receipt> {
  const receipt = await makeReceipt(ledger, { logIndex });
  if (typeof receipt === "string") throw new Error(receipt);
  return receipt;
}

// Whoever pins organisations' keys leaves no signature of the checkpoint unjudged.
const judge = (changed: DayProof) =>
  verifyDayProof(formatDayProof(changed), { pinnedKeys: ledger.published.organisationKeys.map(formatVkey) });
const failedAt = (changed: DayProof) => judge(changed).checks.filter(({ ok }) => !ok);

/** Every base64 field of a receipt, one byte of it changed. */
function* altered(receipt: Receipt): Generator<Receipt> {
  for (const field of ["header", "signature", "body", "leaf"] as const) {
    const bytes = findBase64(receipt[field] ?? "") ?? new Uint8Array();
    for (const [at, byte] of bytes.entries()) yield { ...receipt, [field]: toBase64(bytes.with(at, byte ^ 1)) };
  }
  for (let at = 0; at < receipt.proof.length; at += 7) {
    const other = String.fromCharCode(receipt.proof.charCodeAt(at) ^ 1);
    yield { ...receipt, proof: receipt.proof.slice(0, at) + other + receipt.proof.slice(at + 1) };
  }
}

describe("the proof of a bank day", () => {
  it("holds under the log's key alone, or its organisation's, and says what was signed", () => {
    for (const key of [vkey, ...ledger.published.organisationKeys.map(formatVkey)]) {
      const verdict = verifyDayProof(formatDayProof(proof), { pinnedKeys: [key] });
      expect(verdict).toMatchObject({ ok: true, fact: { claim: close, inTransit: -30 } });
    }
    expect(verifyDayProof(formatDayProof(proof), { pinnedKeys: [vkey.replace(/\+.*/, "")] }).ok).toBe(false);
  });

  it.each<[DayCheckName, "close" | "countersign"]>([
    ["office", "close"],
    ["bank", "countersign"],
  ])("names %s where any byte of its receipt is another", (name, part) => {
    let tried = 0;
    for (const receipt of altered(proof[part])) {
      tried++;
      const [first] = failedAt({ ...proof, [part]: receipt });
      // Some bytes make it no receipt at all, or leave nothing that could be compared.
      expect(["form", name], JSON.stringify(receipt)).toContain(first?.name);
    }
    expect(tried).toBeGreaterThan(1_000);
  });

  it("names the part that was exchanged", () => {
    expect(failedAt({ ...proof, countersign: proof.close })).toMatchObject([{ name: "bank", detail: "OTHER_COMMAND" }]);
    expect(failedAt({ ...proof, close: proof.countersign })).toMatchObject([
      { name: "office", detail: "OTHER_COMMAND" },
    ]);
    const text = formatDayProof(proof);
    for (const other of [text.replace("day-proof/1", "day-proof/2"), ` ${text}`, text.replace("{", '{"more":1,')])
      expect(verifyDayProof(other, { pinnedKeys: [vkey] }).checks).toMatchObject([{ name: "form", ok: false }]);
  });

  it("is none where the ledger refused one of the two", async () => {
    await expect(as("finance").act("treasury.closeBankDay", close)).rejects.toThrow(/DAY_CLOSED/);
    const refused = ledger.chain.head.logSize - 1;
    await ledger.published.publish();
    const changed = { ...proof, close: await receiptOf(refused) };
    expect(failedAt(changed)).toMatchObject([{ name: "office", detail: "REFUSED_BY_LEDGER" }]);
  });

  it("is checked by mingbai verify, and one altered byte is told by name", async () => {
    const good = await runCli(["verify", join(folder, "day.json"), "--key", vkey]);
    expect(good.code).toBe(0);
    expect(good.out).toContain("✓ This day proof holds");
    expect(good.out).toContain(`${deposited} + 0 + -30 = ${deposited - 30}`);
    const body = findBase64(proof.close.body ?? "") ?? new Uint8Array();
    const other = { ...proof, close: { ...proof.close, body: toBase64(body.with(9, (body[9] ?? 0) ^ 1)) } };
    await writeFile(join(folder, "altered.json"), formatDayProof(other));
    const bad = await runCli(["verify", join(folder, "altered.json"), "--key", vkey, "--json"]);
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({
      ok: false,
      checks: [{ ok: true }, { name: "office", ok: false }, { ok: true }],
    });
  });
});
