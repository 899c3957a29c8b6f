import { open, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ComparisonKey } from "@mingbai/private-comparison/answering/generate-key";
import type { MadeOffer } from "@mingbai/private-comparison/answering/make-offer";
import { findOffer } from "@mingbai/private-comparison/messages/offer";

/** An offer with its list and the key that answers about it. */
export interface KeptOffer extends MadeOffer {
  readonly key: ComparisonKey;
}

const names = { key: "comparison-key", offer: "offer", entries: "entries" } as const;

/** The offer of a folder; undefined where none is whole. The key is written last. */
export async function findKeptOffer(folder: string): Promise<KeptOffer | undefined> {
  const [secretKey, offerBytes, entriesBytes] = await Promise.all([
    findBytes(join(folder, names.key)),
    findBytes(join(folder, names.offer)),
    findBytes(join(folder, names.entries)),
  ]);
  if (secretKey === undefined || offerBytes === undefined || entriesBytes === undefined) return undefined;
  const found = findOffer(offerBytes);
  if (found === undefined) throw new Error(`${join(folder, names.offer)} is no offer`);
  const { offer } = found;
  return { offer, offerBytes, entriesBytes, key: { secretKey, publicKey: offer.publicKey } };
}

export async function keepOffer(folder: string, { offerBytes, entriesBytes, key }: KeptOffer): Promise<void> {
  await writeFile(join(folder, names.entries), entriesBytes, { mode: 0o600, flush: true });
  await writeFile(join(folder, names.offer), offerBytes, { mode: 0o600, flush: true });
  await writeFile(join(folder, names.key), key.secretKey, { mode: 0o600, flush: true });
}

/** Whoever has the key can try every number against the list: it is overwritten before it goes. */
export async function eraseOffer(folder: string): Promise<void> {
  const key = join(folder, names.key);
  const length = (await findBytes(key))?.length;
  if (length !== undefined) {
    const file = await open(key, "r+");
    try {
      await file.write(new Uint8Array(length), 0, length, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  for (const name of Object.values(names)) await rm(join(folder, name), { force: true });
}

async function findBytes(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readFile(path).then(
    (bytes) => Uint8Array.from(bytes),
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    },
  );
}
