import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeReceipt } from "@mingbai/app-node/answers/make-receipt";
import { seedDemo } from "@mingbai/app-node/demo/seed-demo";
import { firstRosterNote } from "@mingbai/app-node/founding/first-roster-note";
import { soloRoster } from "@mingbai/app-node/founding/solo-roster";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { smallDemoPlan } from "@mingbai/app-node/test-open-demo";
import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { findLeaf } from "@mingbai/ledger/execute/leaf";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { formatReceipt, formatReceiptProof, type Receipt } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { openSmallLedger } from "../testing/small-ledger.ts";

const goProgram = join(import.meta.dirname, "../../../docs/spec/check/tlog");
// The pinned module must be in Go's cache or within reach; the toolchain is the one that is there.
const goEnvironment = { ...process.env, GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly -buildvcs=false" };
const go = (...args: string[]) => spawnSync("go", args, { cwd: goProgram, env: goEnvironment, encoding: "utf8" });
const hasGo = go("mod", "download").status === 0;

const line = 1;
const shortBodyCharsMax = 600;
let folder = "";
let ledger: OpenLedger;
let vkey = "";
/** Of a whole command, and of one accepted line of a batch. */
let ofCommand: Receipt;
let ofLine: Receipt;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-verify-"));
  ledger = await openSmallLedger(join(folder, "node"));
  await seedDemo(ledger, smallDemoPlan);
  await ledger.published.publish();
  vkey = formatVkey(ledger.published.key);
  ofCommand = await findShortCommand();
  ofLine = await receiptOf({ logIndex: await findBatch(), line });
  await writeFile(join(folder, "receipt.json"), formatReceipt(ofLine));
  await writeFile(join(folder, "receipt.tlog-proof"), formatReceiptProof(ofLine));
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

async function receiptOf(place: { logIndex: number; line?: number }): Promise<Receipt> {
  const receipt = await makeReceipt(ledger, place);
  if (typeof receipt === "string") throw new Error(receipt);
  return receipt;
}

/** The receipt of the first command that is short enough to be tried with every byte changed. */
async function findShortCommand(): Promise<Receipt> {
  for (let logIndex = 0; logIndex < ledger.published.tiles.size; logIndex++) {
    const receipt = await receiptOf({ logIndex });
    if (receipt.body !== undefined && receipt.body.length <= shortBodyCharsMax) return receipt;
  }
  throw new Error("the demo has no short command");
}

/** The first accepted batch with more lines than the one asked for. */
async function findBatch(): Promise<number> {
  for await (const { record } of ledger.chain.blocksFromLogSize(0)) {
    const index = record.outcomes.findIndex(({ leaf }) => {
      const { units = 0, result } = findLeaf(leaf) ?? {};
      return units > line && result === 0;
    });
    if (index >= 0) return record.logSize - record.outcomes.length + index;
  }
  throw new Error("the demo has no batch");
}

/** Every copy of a value in which one bit of one byte of one base64 string is another, at any depth. */
function* flips(value: unknown): Generator<unknown> {
  if (typeof value === "string") yield* flippedTexts(value);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of flips(item)) yield value.with(index, other);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value))
      if (name !== "format" && name !== "proof") for (const other of flips(item)) yield { ...value, [name]: other };
  }
}

function* flippedTexts(text: string): Generator<string> {
  const bytes = findBase64(text);
  for (const [at, byte] of bytes?.entries() ?? []) {
    yield toBase64(bytes?.with(at, byte ^ (1 << (at % 8))) ?? new Uint8Array());
  }
}

/** Every copy of a text in which one character is another. */
function* changedTexts(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    yield text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
  }
}

const included = (detail: string) => ({
  ok: false,
  checks: expect.arrayContaining([{ name: "included", ok: false, detail }]),
});

describe("a receipt", () => {
  it("holds under its organisation's key alone, which leads through the roster to the log's", () => {
    const pinnedKeys = ledger.published.organisationKeys.map(formatVkey);
    expect(pinnedKeys.length).toBe(1);
    for (const text of [formatReceipt(ofCommand), formatReceiptProof(ofLine)]) {
      expect(verifyReceipt(text, { pinnedKeys })).toMatchObject({ ok: true, fact: { accepted: true } });
    }
    const { rosters: _, ...without } = ofCommand;
    expect(verifyReceipt(formatReceipt(without), { pinnedKeys })).toMatchObject(included("ROSTERS_MISSING"));
    expect(verifyReceipt(formatReceipt(without), { pinnedKeys: [vkey] }).ok).toBe(true);
  });

  it("fails with any character of its roster changed, whichever key is pinned", () => {
    const [roster = ""] = ofCommand.rosters ?? [];
    for (const pinnedKeys of [[vkey], ledger.published.organisationKeys.map(formatVkey)]) {
      for (const other of changedTexts(roster)) {
        expect(verifyReceipt(formatReceipt({ ...ofCommand, rosters: [other] }), { pinnedKeys }).ok, other).toBe(false);
      }
    }
  });

  it("fails with the whole and signed roster of another ledger", async () => {
    const keys = await deriveNodeKeys(new Uint8Array(32));
    expect(await firstRosterNote(ledger.genesis, [keys.organisation])).toBe(undefined);
    const genesis = { ...ledger.genesis, roster: soloRoster("district-finance", keys) };
    const note = await firstRosterNote(genesis, [keys.organisation]);
    const text = formatReceipt({ ...ofCommand, rosters: [note ?? ""] });
    expect(verifyReceipt(text, { pinnedKeys: [vkey] })).toMatchObject(included("ROSTER_NOT_OF_LEAF"));
  });

  it("holds under the log's key, and under no other", () => {
    for (const text of [formatReceipt(ofCommand), formatReceipt(ofLine), formatReceiptProof(ofLine)]) {
      expect(verifyReceipt(text, { pinnedKeys: [vkey] })).toMatchObject({ ok: true, fact: { accepted: true } });
      expect(verifyReceipt(text, { pinnedKeys: [vkey.replace(/\+.*/, "")] }).ok).toBe(false);
    }
  });

  it.each([
    ["a command", () => ofCommand],
    ["a line", () => ofLine],
  ])("with one changed byte in any field fails: of %s", (_name, of) => {
    let tried = 0;
    for (const changed of flips(of())) {
      tried++;
      const verdict = verifyReceipt(JSON.stringify(changed), { pinnedKeys: [vkey] });
      expect(verdict.ok, JSON.stringify(changed)).toBe(false);
    }
    expect(tried).toBeGreaterThan(500);
  });

  it("with one changed character in its proof fails", () => {
    const pinnedKeys = ledger.published.organisationKeys.map(formatVkey);
    for (const proof of changedTexts(ofCommand.proof)) {
      const { ok } = verifyReceipt(formatReceipt({ ...ofCommand, proof }), { pinnedKeys });
      expect(ok, proof).toBe(false);
    }
  });

  it("whose number of the line is another, fails or says so", () => {
    const moved = ofLine.line && { ...ofLine, line: { ...ofLine.line, index: line - 1 } };
    expect(verifyReceipt(JSON.stringify(moved), { pinnedKeys: [vkey] }).ok).toBe(false);
  });

  it.skipIf(!hasGo)("is checked by Go's packages, which also refuse one changed byte (needs Go)", async () => {
    const place = join(folder, "go");
    await cp(join(folder, "node/published"), place, { recursive: true });
    const { size } = ledger.published.tiles;
    const old = Math.floor(size / 2);
    const hashes = await ledger.published.tiles.proveConsistency({ from: old, to: size });
    const roots = [await ledger.published.tiles.rootAt(old), ...hashes].map((hash) => `${toBase64(hash)}\n`);
    await writeFile(join(place, "vkey"), vkey);
    await writeFile(join(place, "consistency"), `${old}\n${roots.join("")}`);
    await writeFile(join(place, "inclusion"), formatReceiptProof(ofLine));
    const leaf = findBase64(ofLine.leaf) ?? new Uint8Array();
    await writeFile(join(place, "leaf"), leaf);
    expect(go("run", ".", place)).toMatchObject({ status: 0, stdout: "ok\n" });
    await writeFile(join(place, "leaf"), leaf.with(200, (leaf[200] ?? 0) ^ 1));
    expect(go("run", ".", place)).toMatchObject({ status: 1, stderr: expect.stringContaining("inclusion") });
  });
});

const verify = (name: string, ...more: string[]) => runCli(["verify", join(folder, name), ...more]);

describe("mingbai verify", () => {
  it.each(["receipt.json", "receipt.tlog-proof"])("says that %s holds, and ends with 0", async (name) => {
    const { code, out } = await verify(name, "--key", vkey);
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 0, first: "✓ This receipt holds" });
  });

  it("reads keys from a file, and says in other words what differs, ending with 1", async () => {
    const text = await readFile(join(folder, "receipt.json"), "utf8");
    const { header = "" } = ofLine;
    await writeFile(join(folder, "changed.json"), text.replace(header, flippedTexts(header).next().value ?? ""));
    await writeFile(join(folder, "keys"), `# the city's log\n${vkey}\n`);
    const { code, out } = await verify("changed.json", "--keys", join(folder, "keys"));
    expect(code).toBe(1);
    expect(out).toContain("✗ This receipt does not match");
    expect(out).not.toContain("✓");
  });

  it.each<[string, readonly string[], string]>([
    ["without pinned keys", [], "explorer.status"],
    ["with a key that is cut", ["--key", "a+b"], "is no verifier key"],
  ])("judges nothing %s, and ends with 2", async (_name, more, reason) => {
    const { code, out, err } = await verify("receipt.json", ...more);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(reason);
  });
});
