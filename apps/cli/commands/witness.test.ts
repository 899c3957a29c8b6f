import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeReceipt } from "@mingbai/app-node/answers/make-receipt";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { askWitness, readWitnesses, type WitnessAddress } from "@mingbai/app-node/published/ask-witness";
import { utf8 } from "@mingbai/codec/bytes";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { formatNote } from "@mingbai/ledger/proofs/note";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { openTileLog } from "@mingbai/log/merkle/open-tile-log";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import { memoryTileFiles } from "@mingbai/log/merkle/tile-files";
import { formatReceipt } from "@mingbai/sdk/receipt";
import { verifyReceipt } from "@mingbai/sdk/verify-receipt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kill, runCli, startCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallLedger, smallLedgerKeys } from "../testing/small-ledger.ts";

interface Started {
  readonly url: string;
  readonly vkey: string;
}

let folder = "";
let ledger: OpenLedger;
let witness: ChildProcess;
let started: Started;
let logVkey = "";

const start = (data: string) =>
  startCli<Started>(["witness", "--data", data, "--port", "0", "--log", logVkey, "--json"]);

async function witnessed(published: OpenLedger["published"], size: number): Promise<void> {
  const isThere = () => published.witnesses.standings.every((standing) => standing.size >= size);
  await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-witness-"));
  const first = await openSmallLedger(join(folder, "node"));
  logVkey = formatVkey(first.published.key);
  await first.close();
  ({ child: witness, line: started } = await start(join(folder, "witness")));
  ledger = await openSmallLedger(join(folder, "node"), readWitnesses(`${started.vkey},${started.url}`));
});

afterAll(async () => {
  await ledger.close();
  await kill(witness);
  await rm(folder, { recursive: true, force: true });
});

/** A log of the same name and key with other leaves, as a node that cheats would keep. */
async function askAboutFork(witness: WitnessAddress, size: number): Promise<unknown> {
  const log = await openTileLog({ files: memoryTileFiles(), size: 0, root: emptyRoot });
  for (let index = 0; index < size; index++) log.append(utf8(`another history ${index}`));
  const { key } = ledger.published;
  const checkpoint = { origin: key.name, size, root: await log.rootAt(size) };
  const sign = (message: Uint8Array) => smallLedgerKeys.log.sign({ message, id: new Uint8Array(32) });
  const text = formatNote(await signCheckpoint(checkpoint, { key, sign }));
  return askWitness({ witness, text, size, from: 0, proveConsistency: (sizes) => log.proveConsistency(sizes) });
}

describe("a node and a witness, each a process of its own", () => {
  it("give receipts that verify with one cosigner, and not with two", async () => {
    const logIndex = await openAccounts(ledger, "cosigned", 3);
    await witnessed(ledger.published, logIndex + 1);
    const receipt = await makeReceipt(ledger, { logIndex });
    if (typeof receipt === "string") throw new Error(receipt);
    const pinnedKeys = [logVkey, started.vkey];
    const text = formatReceipt(receipt);
    expect(verifyReceipt(text, { pinnedKeys, cosignersMin: 1 }).fact?.log.cosigners).toBe(1);
    expect(verifyReceipt(text, { pinnedKeys, cosignersMin: 2 }).ok).toBe(false);
    expect(verifyReceipt(text, { pinnedKeys: [logVkey], cosignersMin: 1 }).ok).toBe(false);
  });

  it("refuses another history of the same log, also after it was killed and started again", async () => {
    const [before] = readWitnesses(`${started.vkey},${started.url}`);
    if (before === undefined) throw new Error("no witness");
    const forkSize = ledger.chain.head.logSize + 5;
    await expect(askAboutFork(before, forkSize)).rejects.toThrow("422");
    await expect(askAboutFork(before, 1)).rejects.toThrow("history is missing here");
    await kill(witness);
    ({ child: witness, line: started } = await start(join(folder, "witness")));
    expect(started.vkey).toBe(formatVkey(before.key));
    await expect(askAboutFork({ ...before, url: started.url }, forkSize)).rejects.toThrow("422");
  });

  it("publishing goes on while the witness is away, and the reason is told", async () => {
    const size = (await openAccounts(ledger, "alone", 1)) + 1;
    await ledger.published.publish();
    expect(ledger.published.latest?.size).toBe(size);
    const problems = () => ledger.published.witnesses.standings.map(({ problem }) => problem !== "");
    await expect.poll(problems, { timeout: 20_000 }).toEqual([true]);
  });
});

describe("the command", () => {
  it("watches nothing unless it is told what", async () => {
    const { code, err } = await runCli(["witness", "--data", join(folder, "idle")]);
    expect(code).toBe(1);
    expect(err).toContain("--log VKEY");
  });

  it("says what is wrong with a key that is no log's", async () => {
    const { code, err } = await runCli(["witness", "--log", "nonsense"]);
    expect(code).toBe(1);
    expect(err).toContain("not a log's verifier key");
  });

  it.each(["nonsense", "a+00000000+AAAA,http://localhost:1"])("MINGBAI_WITNESSES that cannot be read: %s", (text) => {
    expect(() => readWitnesses(text)).toThrow("is not VKEY,URL");
  });
});
