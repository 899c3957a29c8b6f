import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { findCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { emptyRoot } from "@mingbai/ledger/proofs/hash";
import { findNote, formatNote } from "@mingbai/ledger/proofs/note";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import { formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import { verifyConsistency } from "@mingbai/ledger/proofs/verify-consistency";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { verifyTlogProof } from "@mingbai/ledger/proofs/verify-proof";
import { random, runSeed } from "@mingbai/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEntries } from "./entry-bundle.ts";
import { logSigner, vectorLeaf, vectorLog, vectorNote, vectorOrigin } from "./make-vectors.ts";
import { openTileLog } from "./open-tile-log.ts";
import { memoryTileFiles } from "./tile-files.ts";
import { verifyVector } from "./vector-keys.ts";

const program = join(import.meta.dirname, "../../../../docs/spec/check/tlog");
// The pinned module must be in Go's cache or within reach; the toolchain is the one that is there.
const environment = { ...process.env, GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly -buildvcs=false" };
const go = (...args: string[]) => spawnSync("go", args, { cwd: program, env: environment, encoding: "utf8" });
const hasGo = go("mod", "download").status === 0;

const size = 700;
const oldSize = 300;
const index = 511;
const files = new Map<string, Uint8Array>();
const source = random(runSeed());

beforeAll(async () => {
  const { log, files: tiles } = await vectorLog(size);
  for (const [path, bytes] of tiles) files.set(path, bytes);
  const note = await vectorNote(log, size);
  const proof = await log.proveInclusion({ index, size });
  const grown = [await log.rootAt(oldSize), ...(await log.proveConsistency({ from: oldSize, to: size }))];
  const texts = {
    vkey: `${formatVkey(logSigner.key)}\n`,
    checkpoint: formatNote(note),
    inclusion: formatTlogProof({ extra: undefined, index, proof, note }),
    consistency: `${oldSize}\n${grown.map((hash) => `${toBase64(hash)}\n`).join("")}`,
  };
  for (const [path, text] of Object.entries(texts)) files.set(path, new TextEncoder().encode(text));
  files.set("leaf", vectorLeaf(index));
});

const textOf = (all: ReadonlyMap<string, Uint8Array>, path: string) => new TextDecoder().decode(all.get(path));

/** The same checks as the Go program's, by our own functions. */
async function isGoodByOurs(all: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
  const note = findNote(textOf(all, "checkpoint"));
  const head = note === undefined ? undefined : findCheckpoint(note.text);
  if (note === undefined || head === undefined) return false;
  const keys = [logSigner.key];
  if ((findVerified(note, { keys, verify: verifyVector })?.length ?? 0) === 0) return false;
  const policy = { origin: vectorOrigin, logKeys: keys, cosignerKeys: [], cosignersMin: 0 };
  const leaf = all.get("leaf") ?? new Uint8Array();
  const verdict = verifyTlogProof({ text: textOf(all, "inclusion"), leaf, policy, verify: verifyVector });
  if (verdict.fault !== undefined) return false;
  const [from, root, ...proof] = textOf(all, "consistency").trimEnd().split("\n");
  const hashes = [root ?? "", ...proof].map((line) => findBase64(line) ?? new Uint8Array());
  const [oldRoot = new Uint8Array(), ...rest] = hashes;
  if (!verifyConsistency({ from: { size: Number(from), root: oldRoot }, to: head, proof: rest })) return false;
  return isSameLog(all, head);
}

/** True where the bundles' leaves give the signed root and every tile that is there. */
async function isSameLog(
  all: ReadonlyMap<string, Uint8Array>,
  head: { size: number; root: Uint8Array },
): Promise<boolean> {
  const rebuilt = memoryTileFiles();
  const log = await openTileLog({ files: rebuilt, size: 0, root: emptyRoot });
  for (const [path, bytes] of all) {
    if (!path.startsWith("tile/entries/")) continue;
    const entries = findEntries(bytes);
    if (entries === undefined) return false;
    for (const entry of entries) log.append(entry);
  }
  const { size: count, root } = await log.publish();
  if (count !== head.size || !Buffer.from(root).equals(head.root)) return false;
  return [...rebuilt.files].every(([path, bytes]) => Buffer.from(bytes).equals(all.get(path) ?? new Uint8Array()));
}

it("is good by our own checks, and not with any one byte changed", async () => {
  expect(await isGoodByOurs(files)).toBe(true);
  for (const path of [...files.keys()].filter((name) => name !== "vkey")) {
    expect(await isGoodByOurs(changed(path)), `${path}, seed ${source.seed}`).toBe(false);
  }
});

describe.skipIf(!hasGo)("Go's own packages for transparency logs", () => {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-tlog-"));
  const binary = join(folder, "tlog");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const isGoodByGo = (all: ReadonlyMap<string, Uint8Array>) => {
    const place = mkdtempSync(join(folder, "log-"));
    for (const [path, bytes] of all) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    const { status, stdout } = spawnSync(binary, [place], { encoding: "utf8" });
    return status === 0 && stdout === "ok\n";
  };

  it("accept our checkpoint, tiles and proofs, and refuse them with any one byte changed", () => {
    const built = go("build", "-o", binary, ".");
    expect(built.status, built.stderr).toBe(0);
    expect(isGoodByGo(files)).toBe(true);
    for (const path of files.keys()) expect(isGoodByGo(changed(path)), `${path}, seed ${source.seed}`).toBe(false);
  });
});

/** The files with one byte of one of them changed: in a note, a byte that the log's key signs; else any but a last newline. */
function changed(path: string): Map<string, Uint8Array> {
  const bytes = (files.get(path) ?? new Uint8Array()).slice();
  const isNote = path === "checkpoint" || path === "inclusion";
  const signed = isNote ? textOf(files, path).lastIndexOf("\n\n") : bytes.length - 1;
  const at = source.below(Math.max(signed, 1));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Map([...files, [path, bytes]]);
}
