import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { VoidStatement } from "@mingbai/app-node/network/void-statements";
import { newToken, writeRunning } from "@mingbai/app-node/operator/running-file";
import { toHex } from "@mingbai/codec/hex";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { nodeVoidBodyCommand } from "./node-void-body.ts";

const batchId = "ab".repeat(32);
const chain = "05".repeat(32);
const epoch = 2;
let root = "";
let server: Server;
let members: RosterMember[];
let waitingFor: string | undefined = batchId;
const folderOf = (number: number) => dataFolder(join(root, `${number}`));

/** What a node that waits says of itself and its ledger, as far as the command asks. */
function answerTo(path: string): object {
  if (path === "/health") return { state: "waiting", height: 6, readModelBehind: 0, ...(waitingFor && { waitingFor }) };
  if (path.startsWith("/api/queries/ledger.chain")) {
    const currency = { code: "CNY", decimals: 2 };
    return { chain, name: "Sample", demo: false, reconstruction: false, currency, height: 6, timeMs: 1 };
  }
  const readAt = { height: 6, timeMs: 1 };
  return { members: [], rules: [], parameters: [], bases: [], frozen: [], roster: members, rosterEpoch: epoch, readAt };
}

beforeAll(async () => {
  vi.stubEnv("MINGBAI_LANG", "en");
  vi.stubEnv("MINGBAI_PASSPHRASE", "of a test");
  root = await mkdtemp(join(tmpdir(), "mingbai-void-body-"));
  server = createServer(({ url = "" }, reply) => {
    reply.setHeader("content-type", "application/json").end(JSON.stringify(answerTo(url)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  members = [...sceneRosterOf(sceneNodes(4), { epoch }).members];
  for (const number of [0, 1, 2]) {
    const folder = folderOf(number);
    await mkdir(folder.root);
    const { organisation } = await openNodeKeys({ path: folder.nodeKey, passphrase: "of a test" });
    members = members.map((member, at) =>
      at === number ? { ...member, organisationKey: toHex(organisation.publicKey) } : member,
    );
    await writeRunning(folder.running, { pid: process.pid, url: `http://127.0.0.1:${port}`, token: newToken() });
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  server.close();
  await rm(root, { recursive: true, force: true });
});

const path = () => join(root, "lost-body.json");
/** What the command prints, run by this member's operator. */
async function giveUp(number: number): Promise<string> {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  const args = ["--statement", path(), "--data", folderOf(number).root];
  await nodeVoidBodyCommand()
    .parseAsync(args, { from: "user" })
    .finally(() => write.mockRestore());
  return printed.join("");
}
const placed = (number: number) => readdir(folderOf(number).voided).catch(() => []);

describe("a body that is lost everywhere, on the command line", () => {
  it("is given up by one organisation after another, and by nobody whose node waits for nothing", async () => {
    expect(await giveUp(0)).toBe("member-0: not two thirds yet. Give the file to the next organisation\n");
    expect(await giveUp(1)).toContain("member-0, member-1: not two thirds yet");
    expect(await placed(1)).toEqual([]);
    expect(await giveUp(2)).toContain("member-0, member-1, member-2: enough.");
    expect(await placed(2)).toEqual([`${batchId}.json`]);
    const { signatures, ...of } = VoidStatement.parse(JSON.parse(await readFile(path(), "utf8")));
    expect([of, Object.keys(signatures).length]).toEqual([{ format: "mingbai/void/1", chain, epoch, batchId }, 3]);
    await giveUp(0);
    expect(await placed(0)).toEqual([`${batchId}.json`]);
    waitingFor = undefined;
    await expect(giveUp(1)).rejects.toThrow("waits for no body");
    waitingFor = "cd".repeat(32);
    await expect(giveUp(1)).rejects.toThrow("of another body");
    expect(await placed(1)).toEqual([]);
  });
});
