import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { publicRosterKeys } from "@mingbai/app-node/founding/solo-roster";
import { findNetworkFile } from "@mingbai/app-node/network/network-file";
import { handoverSecret, TestHandover } from "@mingbai/app-node/network/test-handover";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { findEra } from "@mingbai/ledger/genesis/era";
import { findNote } from "@mingbai/ledger/proofs/note";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

/** As `runCli` gives it. */
const passphrase = "of a test";
const numbers = [0, 1, 2, 3];
const timeoutMs = 300_000;

let root = "";
let saved = "";
let handover: TestHandover;

const folderOf = (number: number) => {
  const member = handover.members[number];
  if (member === undefined) throw new RangeError(`no member ${number}`);
  return member.folder;
};

/** A ledger that was handed over, saved by who kept it; the others have nothing but their keys. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-handed-"));
  saved = join(root, "saved");
  handover = await TestHandover.found(join(root, "nodes"));
  for (const [number, { folder, keys }] of handover.members.entries()) {
    await mkdir(folder.root, { recursive: true });
    const { publicKey } = keys.organisation;
    const secret = handoverSecret(number);
    await writeKeyFile({ path: folder.nodeKey, kind: "ed25519", publicKey, secret, passphrase, replace: false });
  }
  await writeGenesis(folderOf(0).genesis, handover.genesis);
  const { chain } = await handover.openAlone();
  await handover.handOver();
  expect(findEra(chain.state)).toBeDefined();
  await handover.close(0);
  expect(await runCli(["backup", "--data", folderOf(0).root, "--to", saved])).toMatchObject({ code: 0 });
}, timeoutMs);
afterAll(() => rm(root, { recursive: true, force: true }));

describe("a handover by the commands that members run", () => {
  it(
    "gives each the ledger and nothing else, once",
    async () => {
      for (const number of [1, 2, 3]) {
        const { root: data, nodeKey } = folderOf(number);
        const before = await readFile(nodeKey, "utf8");
        const restore = () => runCli(["restore", "--from", saved, "--data", data, "--ledger-only"]);
        expect(await restore()).toMatchObject({ code: 0, out: expect.stringContaining("cluster cosign") });
        expect((await readdir(data)).sort()).toEqual(["genesis.json", "ledger", "node-key.json", "published"].sort());
        expect(await readFile(nodeKey, "utf8")).toBe(before);
        expect(await restore()).toMatchObject({ code: 1, err: expect.stringContaining("ledger") });
      }
    },
    timeoutMs,
  );

  it(
    "has each execute the history and cosign the one tree",
    async () => {
      const texts = new Set<string>();
      for (const number of numbers) {
        const { code, out, err } = await runCli(["cluster", "cosign", "--data", folderOf(number).root]);
        expect({ number, code, err }).toEqual({ number, code: 0, err: expect.any(String) });
        const path = out.trim();
        expect(basename(path)).toBe(`member-${number}.note`);
        texts.add(findNote(await readFile(path, "utf8"))?.text ?? path);
        for (const other of numbers) {
          await mkdir(folderOf(other).handover, { recursive: true });
          if (other !== number) await cp(path, join(folderOf(other).handover, basename(path)));
        }
      }
      expect(texts.size).toBe(1);
    },
    timeoutMs,
  );

  it(
    "prints the keys of a node that is there, and from all of them the roster and each one's network",
    async () => {
      const entries = await Promise.all(
        numbers.map(async (number) => {
          const names = [
            "--id",
            `member-${number}`,
            "--zh",
            "机构",
            "--en",
            "Member",
            "--host",
            `m${number}.city.example`,
          ];
          const { code, out, err } = await runCli(["cluster", "key", ...names, "--data", folderOf(number).root]);
          expect({ number, code, err }).toEqual({ number, code: 0, err: expect.any(String) });
          return out;
        }),
      );
      const file = join(root, "members.yaml");
      await writeFile(file, `ledger: { site: city.example }\nmembers:\n${entries.join("").replace(/^/gm, "  ")}\n`);
      const { code, out, err } = await runCli([
        "cluster",
        "hand-over",
        "--members",
        file,
        "--data",
        join(root, "public"),
      ]);
      expect({ code, err }).toMatchObject({ code: 0 });
      expect(JSON.parse(out)).toEqual(
        handover.members.map(({ organisation, keys }) => ({ organisation, ...publicRosterKeys(keys), power: 1 })),
      );
      const network = await findNetworkFile(join(root, "public", "member-2", "network.json"));
      expect(network).toMatchObject({ organisation: "member-2", members: { length: 4 } });
    },
    timeoutMs,
  );
});
