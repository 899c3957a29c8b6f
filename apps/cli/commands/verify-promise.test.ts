import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { encodePromise, promiseMessage } from "@mingbai/ledger/availability/promise";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { formatPromise } from "@mingbai/sdk/promise";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneNodes } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneOrganisationKeys, sceneReceipt } from "@mingbai/testkit/ledger-scene/scene-receipt";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const byHeight = 100;
const epochs = [{ nodes: sceneNodes(4), fromHeight: 0 }];
const keys = sceneOrganisationKeys(epochs).flatMap((key) => ["--key", key]);
const promised = await sceneCommand({ key: "a", text: "b" });
const other = await sceneCommand({ key: "a", text: "b" }, { sequence: 2 });
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-promise-"));
  const [node] = sceneNodes(4);
  const envelope = readEnvelope(promised.bytes);
  if (node === undefined || typeof envelope === "string") throw new Error("nothing to promise");
  const said = { epoch: 0, node: 0, byHeight, id: promised.id };
  const signature = await node.ack.sign({ message: promiseMessage(sceneChain, said), id: promised.id });
  const promise = toBase64(encodePromise({ ...said, signature }));
  const text = formatPromise({ format: "mingbai/promise/1", header: toBase64(envelope.headerBytes), promise });
  await writeFile(join(folder, "promise.json"), text);
  await writeFile(join(folder, "forged.json"), text.replace(/"promise": "..../, '"promise": "AQAA'));
  const receipts = {
    kept: [promised, byHeight],
    late: [promised, byHeight + 1],
    other: [other, byHeight + 1],
  } as const;
  for (const [name, [of, height]] of Object.entries(receipts)) {
    await writeFile(join(folder, `${name}.json`), await sceneReceipt(of, { epochs, height }));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const judge = (receipt: string, promise: string, ...more: string[]) =>
  runCli(["verify", `${receipt}.json`, "--promise", `${promise}.json`, ...keys, ...more], {}, folder);

describe("a node's promise on the command line", () => {
  it.each([
    ["kept", "promise", 0, "✓ The promise was kept"],
    ["late", "promise", 1, "✗ The promise was broken"],
    ["other", "promise", 0, "does not show whether it was kept"],
    ["late", "forged", 1, "ROSTER_NOT_OF_EPOCH"],
    ["promise", "promise", 1, "RECEIPT_WRONG"],
  ])("is judged by the receipt %s.json: %s.json exits %i", async (receipt, promise, expected, words) => {
    const { code, out } = await judge(receipt, promise);
    expect(code, out).toBe(expected);
    expect(out).toContain(words);
  });

  it("names who broke it, for programs too", async () => {
    expect((await judge("late", "promise")).out).toContain(`member-0 · ${toHex(promised.id)}`);
    expect(JSON.parse((await judge("late", "promise", "--json")).out)).toEqual({
      ok: true,
      fact: { id: toHex(promised.id), organisation: "member-0", byHeight, outcome: "broken", height: byHeight + 1 },
    });
  });
});
