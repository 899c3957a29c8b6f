import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSigner } from "../signers/generate-signer.ts";
import { readKeyFile, readPublicKeyFile } from "./read-key-file.ts";
import { writeKeyFile } from "./write-key-file.ts";

const secret = sha256(utf8("a node's seed"));
const { publicKey } = generateSigner("ed25519", secret);
const passphrase = "正确 horse é";
let folder = "";
let path = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-key-"));
  path = join(folder, "node.key");
  await writeKeyFile({ path, kind: "ed25519", publicKey, secret, passphrase });
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy of the good file with one member changed. */
async function altered(name: string, change: (form: Record<string, unknown>) => void): Promise<string> {
  const form = JSON.parse(await readFile(path, "utf8"));
  change(form);
  const copy = join(folder, name);
  await writeFile(copy, JSON.stringify(form), { mode: 0o600 });
  return copy;
}

describe("key files", () => {
  it("give the seed back to the passphrase, however its accents are composed", async () => {
    const read = await readKeyFile({ path, passphrase: passphrase.normalize("NFD") });
    expect(read).toEqual({ kind: "ed25519", publicKey, secret });
  });

  it("show their public part without it, and nothing of the seed", async () => {
    expect(await readPublicKeyFile(path)).toEqual({ kind: "ed25519", publicKey });
    expect(await readFile(path, "utf8")).not.toContain(toHex(secret));
  });

  it("are for their owner alone, and leave nothing beside them", async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("are not overwritten unless asked", async () => {
    const other = { path, kind: "ed25519", publicKey, secret, passphrase: "another" } as const;
    await expect(writeKeyFile(other)).rejects.toMatchObject({ code: "EXISTS" });
    const moved = { ...other, path: join(folder, "moved.key") };
    await writeKeyFile({ ...moved, passphrase });
    await writeKeyFile({ ...moved, replace: true });
    expect((await readKeyFile({ path: moved.path, passphrase: "another" })).secret).toEqual(secret);
  });

  it("refuse another passphrase, and a public part that was exchanged", async () => {
    await expect(readKeyFile({ path, passphrase: "wrong" })).rejects.toMatchObject({ code: "PASSPHRASE_WRONG" });
    const exchanged = await altered("exchanged.key", (form) => {
      form.publicKey = "00".repeat(32);
    });
    await expect(readKeyFile({ path: exchanged, passphrase })).rejects.toMatchObject({ code: "PASSPHRASE_WRONG" });
  });

  it.each([0o640, 0o604, 0o644, 0o620])("refuse to be read at mode %i, and say what to do", async (mode) => {
    const open = await altered(`open-${mode}.key`, () => undefined);
    await chmod(open, mode);
    const error = { code: "READABLE_BY_OTHERS", message: expect.stringContaining("chmod 600") };
    await expect(readPublicKeyFile(open)).rejects.toMatchObject(error);
    await expect(readKeyFile({ path: open, passphrase })).rejects.toMatchObject(error);
  });

  it("refuse what is absent or no key file", async () => {
    await expect(readPublicKeyFile(join(folder, "none"))).rejects.toMatchObject({ code: "ABSENT" });
    const weaker = await altered("weaker.key", (form) => {
      form.kdf = { name: "scrypt", logN: 10, r: 8, p: 1, salt: "00".repeat(16) };
    });
    const endless = await altered("endless.key", (form) => {
      form.kdf = { name: "scrypt", logN: 30, r: 8, p: 1, salt: "00".repeat(16) };
    });
    const text = join(folder, "text.key");
    await writeFile(text, "not JSON", { mode: 0o600 });
    const long = join(folder, "long.key");
    await writeFile(long, " ".repeat(20_000), { mode: 0o600 });
    for (const bad of [weaker, endless, text, long]) {
      await expect(readPublicKeyFile(bad), bad).rejects.toMatchObject({ code: "MALFORMED" });
    }
  });
});
