import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { hasLostPromises } from "@mingbai/app-node/network/lost-promises";
import { writeNetworkFile } from "@mingbai/app-node/network/network-file";
import { TestMembers } from "@mingbai/app-node/network/test-members";
import { toHex } from "@mingbai/codec/hex";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { whyNoComet } from "@mingbai/sequencer/cometbft/test-comet";
import { whyNotNet } from "@mingbai/testkit/net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { replaceNode } from "./replace-node.ts";

const whyNot = whyNoComet ?? whyNotNet;
const longMs = 90_000;
const lost = 3;

let root = "";
let members: TestMembers;
let pages: Server | undefined;
let url = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-replace-"));
  members = await TestMembers.found(root, 4);
});
afterEach(async () => {
  pages?.close();
  await members.closeAll();
  await rm(root, { recursive: true, force: true });
});

const place = (id: string) => ({ organisation: id, name: { en: id, zh: id } });

/** What the page of a member shows of its rosters. */
async function servePages(number: number): Promise<void> {
  const { files } = members.get(number).published;
  const server = createServer(async (request, answer) => {
    const bytes = await files.read((request.url ?? "").slice(1));
    answer.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  url = `http://127.0.0.1:${address.port}`;
  pages = server;
}

/** The files beside the ledger that a member's folder has, where keys are made of seeds. */
async function writeKept(number: number): Promise<string> {
  const folder = members.folder(number);
  const secret = new Uint8Array(32).fill(number + 1);
  const passphrase = "a test's passphrase";
  const { publicKey } = members.keys(number).node;
  await writeGenesis(folder.genesis, members.genesis);
  await writeNetworkFile(nodeDisk(), folder.network, members.network(number));
  await writePrivateFile({ path: folder.passphrase, text: `${passphrase}\n`, replace: false });
  await writeKeyFile({ path: folder.nodeKey, kind: "ed25519", publicKey, secret, passphrase });
  return folder.root;
}

function rpcUrl(number: number): string {
  const { listen, comet } = members.network(number);
  return `http://${listen.host}:${comet.rpcPort}`;
}

describe.skipIf(whyNot)(whyNot ?? "a member that lost its bodies", () => {
  it(
    "gets everything back from the others, and knows that it must say nothing more under its key",
    async () => {
      await members.openAll();
      const first = await members.actor(0).act("identity.registerOrganisation", place("street"));
      await members.appHashAfter(lost, first.height);
      await servePages(0);
      const folder = await writeKept(lost);
      await members.close(lost);
      await rm(join(members.folder(lost).ledger, "bodies"), { recursive: true });
      const { aside, newKeys } = await replaceNode(folder, { loss: "ledger", url, rpcUrl: rpcUrl(0), nowMs: 7 });
      expect(aside).toBe(join(folder, "lost-7"));
      expect(newKeys).toEqual({ ackKey: expect.any(Uint8Array) });
      expect(await hasLostPromises(members.folder(lost), members.keys(lost).node.publicKey)).toBe(true);
      expect(await hasLostPromises(members.folder(lost), newKeys.ackKey ?? new Uint8Array())).toBe(false);
      await members.open(lost);
      const second = await members.actor(1, lost).act("identity.registerOrganisation", place("school"));
      expect(await members.appHashAfter(lost, second.height)).toBe(await members.appHashAfter(0, second.height));
      expect(members.get(lost).chain.firstBlock).toBe(0);
      expect(members.fatal).toEqual([]);
    },
    longMs,
  );

  it(
    "and its record of what it signed takes another consensus key; with another ledger's page nothing changes",
    async () => {
      await members.openAll();
      await servePages(0);
      const folder = await writeKept(lost);
      await members.close(lost);
      await rm(members.folder(lost).comet, { recursive: true });
      const given = { loss: "disk", url, rpcUrl: rpcUrl(0), nowMs: 7 } as const;
      await expect(replaceNode(folder, { ...given, url: `${url}/elsewhere` })).rejects.toThrow("genesis");
      const { newKeys } = await replaceNode(folder, given);
      expect(toHex(newKeys.consensusKey ?? new Uint8Array())).not.toBe(toHex(members.keys(lost).consensus.publicKey));
    },
    longMs,
  );
});
