import { BiometricReference } from "@mingbai/registry/content/texts/identity-proof";
import { z } from "zod";
import { inStores, type Sealed, sealJson, unsealJson } from "../../disbursement/sealed-database.ts";

/** What a person is known by on this device, and its commitment (hexadecimal): the sealed copy at the node has the same. */
const KeptReference = z.strictObject({ reference: z.string(), known: BiometricReference });
export type KeptReference = z.infer<typeof KeptReference>;

/** A device that hears of no erasure keeps nobody's for longer: who is still there is captured anew. */
export const referenceMsMax = 366 * 24 * 60 * 60_000;

interface Kept {
  readonly person: string;
  readonly madeMs: number;
  readonly sealed: Sealed;
}

/** Keeps it on this device, in the place of an older one of the same person. */
export async function keepReference(kept: KeptReference): Promise<void> {
  const { person, madeMs } = kept.known;
  const row: Kept = { person, madeMs, sealed: await sealJson(kept) };
  await inStores("readwrite", (store) => store("references").put(row, person));
}

/** What this device has of a person; undefined where they were captured elsewhere, or nowhere. Removes what is too old, whosever it is. */
export async function findReference(person: string, nowMs: number): Promise<KeptReference | undefined> {
  const rows = await inStores<Kept[]>("readonly", (store) => store("references").getAll());
  for (const row of rows) if (nowMs - row.madeMs > referenceMsMax) await removeReference(row.person);
  const row = rows.find((one) => one.person === person && nowMs - one.madeMs <= referenceMsMax);
  return row && KeptReference.parse(await unsealJson(row.sealed));
}

/** After this nobody can be compared with it: no question gives it to a device again. */
export async function removeReference(person: string): Promise<void> {
  await inStores("readwrite", (store) => store("references").delete(person));
}
