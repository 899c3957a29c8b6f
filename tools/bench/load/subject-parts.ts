import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { random } from "@mingbai/testkit/random";
import { type PartToPut, partsPerPutMax, SubjectVault } from "../../../apps/node/subjects/subject-vault.ts";
import { nodeSealing } from "../../../apps/node/vault/node-sealing.ts";
import { VaultLog } from "../../../apps/node/vault/vault-log.ts";

const giver = "00000000000000a1";
/** Canonical bytes of a part: a person with kin, address and a few facts. */
const partBytes = 400;
/** Requests under way, as an import has them. */
const requestsAtOnce = 3;
const folderPrefix = () => join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-bench-");

/** Parts of as many subjects, in requests. */
export function makeParts(count: number): PartToPut[][] {
  const dice = random(20_260_034);
  const bytes = utf8(JSON.stringify({ a: "x".repeat(partBytes - 8) }));
  const parts = Array.from({ length: count }, () => ({
    subject: toHex(dice.bytes(8)),
    giver,
    salt: dice.bytes(32),
    bytes,
  }));
  const requests: PartToPut[][] = [];
  for (let at = 0; at < count; at += partsPerPutMax) requests.push(parts.slice(at, at + partsPerPutMax));
  return requests;
}

/** By which names they are asked for. */
export function namesOf(requests: readonly (readonly PartToPut[])[]): GivenPart[] {
  return requests.flat().map((part) => ({ subject: part.subject, giver, commitment: toHex(commitmentOfBytes(part)) }));
}

/** Opens an empty subject vault on the disk. */
export async function openSubjects(): Promise<{ vault: SubjectVault; close: () => Promise<void> }> {
  const folder = await mkdtemp(folderPrefix());
  const vault = await SubjectVault.open({ disk: nodeDisk(), folder, key: await generateSealingKey(), now: Date.now });
  const close = async () => {
    await vault.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { vault, close };
}

/** Puts all, some requests at a time; resolves when everything is durable. */
export async function putAll(vault: SubjectVault, requests: readonly (readonly PartToPut[])[]): Promise<void> {
  const left = requests.values();
  const work = async (): Promise<void> => {
    for (const parts of left) await vault.put(parts);
  };
  await Promise.all(Array.from({ length: requestsAtOnce }, work));
}

/** The same parts as entries of the vault of contents, each wrapped to the vault's key by itself (HPKE). Gives parts a second. */
export async function putByHpke(requests: readonly (readonly PartToPut[])[]): Promise<number> {
  const folder = await mkdtemp(folderPrefix());
  const vault = await VaultLog.open({ disk: nodeDisk(), folder, sealing: nodeSealing(await generateSealingKey()) });
  const startMs = performance.now();
  for (const parts of requests) {
    await vault.put(parts.map(({ subject, bytes }) => ({ subject, content: bytes })));
  }
  const tookMs = performance.now() - startMs;
  await vault.close();
  await rm(folder, { recursive: true, force: true });
  return (requests.flat().length / tookMs) * 1_000;
}
