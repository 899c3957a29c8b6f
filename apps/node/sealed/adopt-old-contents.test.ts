import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Event } from "@mingbai/ledger/definition/event";
import { Replica } from "@mingbai/log/chain/replica";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { contentSubject } from "@mingbai/read-model/given-content";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { expect, it } from "vitest";
import { demoNumber } from "../demo/demo-keys.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { registry } from "../registry.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultLog } from "../vault/vault-log.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { adoptOldContents } from "./adopt-old-contents.ts";

const hash = (fill: string) => fill.repeat(32);
const [own, thief] = [demoNumber("civil-finance"), demoNumber("person-0")];
const kept = (content: CanonicalObject): CanonicalObject => ({ salt: hash("00"), content });
const part = kept({ kind: "listPart", lines: [] });
const batch = kept({ kind: "listBatch", parts: [hash("c3")] });
const list = kept({
  kind: "list",
  name: "冬季取暖",
  batches: [{ digest: hash("dd"), texts: hash("b2"), count: 1, total: 1 }],
});

it("gives an old content, and what it names, to who named it first, once", async () => {
  const disk = simulatedDisk({ seed: 1 });
  const sealing = nodeSealing(await generateSealingKey({ seed: new Uint8Array(32).fill(7) }));
  const vault = await VaultLog.open({ disk, folder: "vault", sealing });
  const old = { a1: list, b2: batch, c3: part, d4: kept({ kind: "words", message: "", reasons: [] }) };
  await vault.put(Object.entries(old).map(([fill, content]) => ({ subject: `content/${hash(fill)}`, content })));
  const genesis = demoGenesis({
    timeMs: 1_790_000_000_000,
    keys: await deriveNodeKeys(new Uint8Array(32).fill(1)),
    origin: "http://localhost",
  });
  const events: Event[] = [own, thief].map((proposer, at) => ({
    type: "treasury.manifestProposed",
    data: { manifest: `m${at}`, proposer, listDigest: hash("a1") },
  }));
  const chain = { state: new Replica(registry, genesis).state, blocksFromHeight: () => blockOf(events) };
  const adoptAll = async (): Promise<VaultReader> => {
    const open = () => new VaultReader(followSegmentLog({ disk, folder: "vault" }), sealing);
    await adoptOldContents({ vault, reader: open(), chain, genesis });
    const reader = open();
    await reader.readUpTo(vault.durable);
    return reader;
  };
  await adoptAll();
  const reader = await adoptAll();
  expect(vault.durable).toBe(7);
  for (const [fill, content] of [["a1", list] as const, ["b2", batch] as const, ["c3", part] as const]) {
    expect(await reader.find(contentSubject({ commitment: hash(fill), giver: own }))).toEqual(content);
    expect(reader.has(contentSubject({ commitment: hash(fill), giver: thief }))).toBe(false);
  }
});

async function* blockOf(events: readonly Event[]) {
  const none = new Uint8Array();
  const roots = { appHash: none, logRoot: none, effects: none, stateRoot: none };
  const block = { height: 1, timeMs: 1, logSize: 1, unorderedFrom: 0, bodiesBelow: 0, containers: [], ...roots };
  yield { ...block, outcomes: [{ leaf: none, events }] };
}
