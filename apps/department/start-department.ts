import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { writeDrop } from "./drops/write-drop.ts";
import type { FactBook } from "./facts/fact-book.ts";
import { holdFacts } from "./facts/hold-facts.ts";
import { createDepartmentServer, publicKeyOf } from "./http/department-server.ts";
import type { DepartmentOptions } from "./options.ts";
import { PrivateList } from "./private/private-list.ts";
import { MessageNames } from "./search/message-names.ts";

export interface RunningDepartment {
  readonly url: string;
  /** By which its answers are known, hexadecimal. */
  readonly publicKey: string;
  close(): Promise<void>;
}

/** Starts a department: its facts, its key, its lists in a folder where that is asked for, its search on this machine. `now`: its clock, ms. */
export async function startDepartment(
  options: DepartmentOptions,
  now: () => number = Date.now,
): Promise<RunningDepartment> {
  const { data, sources, seed, households, caller, drop } = options;
  const book = await holdFacts(data, { sources, seed, households });
  if (drop !== undefined) await writeDrops(book, drop, now());
  const names = new MessageNames();
  const signer = await openKey(data);
  const list = await openList(book, { options, signer, now });
  const server = createDepartmentServer({
    book,
    sources,
    id: `${sources.join("+")}.mingbai.example`,
    now,
    isNew: (name) => names.note(name),
    signer,
    caller,
    bearer: undefined,
    failures: { left: 0 },
    list,
  });
  const address = await server.listen({ host: "localhost", port: options.port });
  return {
    url: `http://localhost:${new URL(address).port}`,
    publicKey: publicKeyOf({ signer }),
    close: async () => {
      await server.close();
      await list?.close();
    },
  };
}

async function openList(
  { all }: FactBook,
  { options, signer, now }: { options: DepartmentOptions; signer: Signer; now: () => number },
): Promise<PrivateList | undefined> {
  const { data, caller, purpose } = options;
  if (caller === undefined || purpose === undefined) return undefined;
  return PrivateList.open({ folder: join(data, "private"), facts: all, signer, caller, purpose, now });
}

async function writeDrops(
  { all }: FactBook,
  { folder, format }: NonNullable<DepartmentOptions["drop"]>,
  nowMs: number,
): Promise<void> {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  for (const [list, facts] of Map.groupBy(all, ({ source, kind }) => `${source}-${kind}`))
    await writeDrop(folder, { list, day, format, facts });
}

async function openKey(folder: string): Promise<Signer> {
  const path = join(folder, "key");
  await mkdir(folder, { recursive: true });
  const made = toHex(newSeed());
  const held = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (held === undefined) await writeFile(path, made, { flag: "wx", mode: 0o600 });
  return generateSigner("ed25519", fromHex((held ?? made).trim()));
}
