import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { writeCamt053 } from "@mingbai/iso20022/camt053";
import type { StatementEntry } from "@mingbai/iso20022/fields/entry";
import { readEquation } from "@mingbai/treasury/reads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { serveSmallLedger } from "../testing/serve-small-ledger.ts";
import { openSmallLedger } from "../testing/small-ledger.ts";

let folder = "";
let ledger: OpenLedger;
let server: Awaited<ReturnType<typeof serveSmallLedger>>;
let signing: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-statement-"));
  ledger = await openSmallLedger(join(folder, "node"));
  server = await serveSmallLedger(ledger);
  const key = join(folder, "bank.json");
  const secret = sha256(utf8("mingbai demo key: bank"));
  await writeKeyFile({
    path: key,
    kind: "ed25519",
    publicKey: demoSigner("bank").publicKey,
    secret,
    passphrase: "of a test",
  });
  signing = ["--key", key, "--as", demoNumber("key bank"), "--url", server.url];
});

afterAll(async () => {
  await server.close();
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

/** A file of so many credits of 5 fen each that nobody knows. */
async function statement(count: number): Promise<string> {
  const day = "2026-11-21";
  const entries = Array.from(
    { length: count },
    (_, at): StatementEntry => ({
      reference: `B-${at}`,
      side: "credit",
      amount: 5,
      valueDay: day,
      code: ["PMNT", "RCDT", "DMCT"],
    }),
  );
  const of = { messageId: "S", statementId: "S", createdMs: 1_800_000_000_000, account: "ESCROW-1", day };
  const whole = { ...of, openingBalance: 0, closingBalance: count * 5, entries };
  const path = join(folder, `${count}.xml`);
  await writeFile(path, writeCamt053(whole, { currency: "CNY", decimals: 2 }));
  return path;
}

describe("mingbai bank-statement", () => {
  it("books each line once, whatever is sent again", async () => {
    const first = await runCli(["bank-statement", await statement(2), ...signing]);
    expect(first.code, first.err).toBe(0);
    expect(JSON.parse(first.out)).toEqual({ account: "ESCROW-1", day: "2026-11-21", booked: 2, bookedBefore: 0 });
    const more = await runCli(["bank-statement", await statement(3), ...signing]);
    expect(JSON.parse(more.out)).toMatchObject({ booked: 1, bookedBefore: 2 });
    expect(readEquation(ledger.chain.state)).toEqual({ outstanding: 0, booked: 15, suspense: 15 });
  });

  it("names line and field of a file that is none, and books nothing", async () => {
    const path = join(folder, "bad.xml");
    await writeFile(path, "<Document/>");
    const { code, err } = await runCli(["bank-statement", path, ...signing]);
    expect(code).toBe(1);
    expect(err).toContain("bad.xml, line 1, Document: ");
  });
});
