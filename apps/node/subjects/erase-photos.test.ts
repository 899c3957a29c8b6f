import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { isContentRefusal } from "@mingbai/http/contents/content-refusal";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openContents } from "../contents/open-contents.ts";
import { dataFolder } from "../data-folder.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { openDemo } from "../test-open-demo.ts";
import { erasePhotos } from "./erase-photos.ts";

const [giver, other] = ["00000000000000a1", "00000000000000a2"] as const;
const [subject, neighbour] = ["00000000000000b1", "00000000000000b2"] as const;
let root = "";
let ledger: OpenLedger;
let contents: Awaited<ReturnType<typeof openContents>>;
const disk = nodeDisk();
const onFatal = (error: Error): never => {
  throw error;
};
const folder = () => dataFolder(join(root, "node"));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-photos-"));
  ledger = await openDemo(root, onFatal);
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(5));
  const { vault, subjects } = ledger;
  contents = await openContents({ disk, folder: folder(), vault, subjects, keys, now: () => 1, onFatal });
});
afterEach(async () => {
  await contents.close();
  await ledger.close();
  await rm(root, { recursive: true });
});

/** A file that this account sends. */
async function send(account: string, words: string): Promise<string> {
  const bytes = utf8(`a,${words}\n`);
  const source = (async function* () {
    yield bytes;
  })();
  const salt = new Uint8Array(32).fill(words.length);
  const kept = await contents.files.keep({ account, salt, name: "a.csv", bytes: bytes.length, source });
  if (isContentRefusal(kept)) throw new Error(kept.refused);
  return kept.file;
}

/** A part of somebody's file in which these files stand as photos. */
async function name(of: string, photos: readonly string[]): Promise<void> {
  const part = { kind: "part", form: 1, reason: "visit", sets: { photos: { to: photos } } };
  const salt = new Uint8Array(32);
  const kept = await ledger.subjects.put([{ subject: of, giver, salt, bytes: utf8(canonical(part)) }]);
  if ("refused" in kept) throw new Error(kept.refused);
}

const canonical = (value: object) =>
  JSON.stringify(value, (_, one) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort())
      : one,
  );

const opens = async (file: string) => {
  const opened = await contents.files.open({ file, account: giver, purpose: "own" });
  if (isContentRefusal(opened)) return opened.refused;
  for await (const piece of opened.content) if (piece.length > 0) return "there";
  return "empty";
};

describe("photos of whoever is erased", () => {
  it("are removed, those of neighbours are not, and neither is what somebody else had sent", async () => {
    const [own, next, foreign] = [
      await send(giver, "own"),
      await send(giver, "next door"),
      await send(other, "a letter"),
    ];
    await name(subject, [own, foreign]);
    await name(neighbour, [next]);
    const { vault, subjects } = ledger;
    const { vault: key } = await deriveNodeKeys(new Uint8Array(32).fill(5));
    const parts = { disk, folder: folder(), vault, subjects, key };
    await erasePhotos(parts, [subject]);
    await erasePhotos(parts, [subject]);
    expect([await opens(own), await opens(next), await opens(foreign)]).toEqual(["FILE_NONE", "there", "there"]);
    expect(await readdir(folder().files)).toHaveLength(2);
  });
});
