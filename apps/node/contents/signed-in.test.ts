import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { uploaderMayRead } from "@mingbai/http/contents/contents-port";
import { fileBytesMax } from "@mingbai/http/contents-views";
import { createServer } from "@mingbai/http/server";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { createClient } from "@mingbai/sdk/client";
import { keepContent, loadDraft, newDraftId, saveDraft } from "@mingbai/sdk/contents";
import { fetchFile, fileReadings, uploadFile } from "@mingbai/sdk/files";
import { signIn, signOut } from "@mingbai/sdk/session";
import { random } from "@mingbai/testkit/random";
import { Registry as Metrics } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerQueries } from "../answers/ledger-queries.ts";
import { dataFolder } from "../data-folder.ts";
import { demoNumber, demoSigner } from "../demo/demo-keys.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { nodeSessions } from "../node-sessions.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { registry } from "../registry.ts";
import { openDemo } from "../test-open-demo.ts";
import { samplePng } from "./judge/test-samples.ts";
import { openContents } from "./open-contents.ts";

let root = "";
let url = "";
let ledger: OpenLedger;
let closeServer: () => Promise<void>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-contents-"));
  const onFatal = (error: Error): never => {
    throw error;
  };
  ledger = await openDemo(root, onFatal);
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(5));
  const folder = dataFolder(join(root, "node"));
  const { vault, subjects } = ledger;
  const kept = await openContents({ disk: nodeDisk(), folder, vault, subjects, keys, now: Date.now, onFatal });
  const sessions = nodeSessions(ledger, () => url);
  const server = await createServer({
    registry,
    sequencer: ledger.sequencer,
    queries: ledgerQueries(ledger),
    findReader: sessions.findReader,
    sessions,
    contents: { ...kept, findWriter: sessions.requireSession, mayRead: uploaderMayRead },
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
  });
  url = await server.listen({ host: "localhost", port: 0 });
  closeServer = async () => {
    await server.close();
    await kept.close();
  };
});
afterAll(async () => {
  await closeServer();
  await ledger.close();
  await rm(root, { recursive: true });
});

async function signedIn(id: string) {
  const client = createClient({ url });
  const { account } = await signIn(client, { signer: demoSigner(id), keyId: demoNumber(`key ${id}`) });
  return { client, account };
}

describe("a person signed in at a node", () => {
  it("keeps contents, drafts and files as the account of the key, and nobody else reads them", async () => {
    const { client, account } = await signedIn("finance");
    const stranger = await signedIn("admin");
    const id = newDraftId();
    await saveDraft(client, id, { version: 0, content: { title: "路灯" } });
    await keepContent(client, { title: "路灯" });
    const file = await uploadFile(client, { name: "a.png", bytes: samplePng() });
    expect(await fetchFile(client, file)).toHaveLength(samplePng().length);
    expect(await fileReadings(client, file.file)).toMatchObject([{ account, file: file.file }]);
    await expect(fetchFile(stranger.client, file)).rejects.toMatchObject({ code: "FILE_NONE" });
    await expect(loadDraft(stranger.client, id)).rejects.toMatchObject({ code: "DRAFT_NONE" });
    await signOut(client);
    await expect(fetchFile(client, file)).rejects.toMatchObject({ code: "SESSION_NONE" });
  });

  it("changes nothing without the session's mark against forgery, and may still read", async () => {
    const { client } = await signedIn("finance");
    const kept = await uploadFile(client, { name: "b.png", bytes: samplePng() });
    client.session.csrf = undefined;
    const changes = [
      () => keepContent(client, { a: 1 }),
      () => saveDraft(client, newDraftId(), { version: 0, content: {} }),
      () => uploadFile(client, { name: "a.txt", bytes: utf8("a") }),
    ];
    for (const change of changes) await expect(change()).rejects.toMatchObject({ code: "CSRF_WRONG" });
    expect(await fetchFile(client, kept)).toHaveLength(samplePng().length);
  });

  it("sends a file of the largest size and gets it back", async () => {
    const { client } = await signedIn("finance");
    const line = utf8(`${"路灯 ".repeat(40)}\n`);
    const bytes = new Uint8Array(fileBytesMax - (fileBytesMax % line.length));
    for (let at = 0; at < bytes.length; at += line.length) bytes.set(line, at);
    const sent = await uploadFile(client, { name: "a.txt", bytes });
    expect(Buffer.compare(await fetchFile(client, sent), bytes)).toBe(0);
  });

  it("leaves no trace of a file that was refused", async () => {
    const { client } = await signedIn("finance");
    const before = await readdir(join(root, "node", "files"));
    const noise = { name: "a.bin", bytes: random(4).bytes(500_000) };
    await expect(uploadFile(client, noise)).rejects.toMatchObject({ code: "FILE_TYPE" });
    expect(await readdir(join(root, "node", "files"))).toEqual(before);
  });
});
