/** What the phone keeps lies in a database of its browser, sealed under keys that the browser uses and never gives out (ADR 38). */
import { openStores, request } from "./open-stores.ts";

/** Stores by whose key seals them: what was fetched to be read, and what was written here. */
const sealedBy = { notes: "reading", files: "reading", records: "writing", photos: "writing" } as const;
export type SealedStore = keyof typeof sealedBy;
type KeyName = (typeof sealedBy)[SealedStore];

const nonceBytes = 12;

/** Bytes under AES-256-GCM with a nonce of their own, bound to their place. */
interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** Keeps a value as JSON; resolves when it is on the disk. */
export async function keepSealed(store: SealedStore, name: string, value: unknown): Promise<void> {
  await keepSealedBytes(store, name, new TextEncoder().encode(JSON.stringify(value)));
}

export async function findSealed(store: SealedStore, name: string): Promise<unknown> {
  const bytes = await findSealedBytes(store, name);
  return bytes && parse(bytes);
}

/** All values of a store. */
export async function listSealed(store: SealedStore): Promise<unknown[]> {
  const database = await openStores();
  const rows = database.transaction(store).objectStore(store);
  const [names, values] = await Promise.all([request(rows.getAllKeys()), request<Sealed[]>(rows.getAll())]);
  return Promise.all(values.map(async (sealed, at) => parse(await unseal(store, String(names[at]), sealed))));
}

export async function keepSealedBytes(store: SealedStore, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const key = await sealingKey(sealedBy[store]);
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed: Sealed = {
    nonce: iv,
    bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: placeOf(store, name) }, key, bytes),
  };
  await write([store], (stores) => stores(store).put(sealed, name));
}

export async function findSealedBytes(store: SealedStore, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const database = await openStores();
  const sealed = await request<Sealed | undefined>(database.transaction(store).objectStore(store).get(name));
  return sealed && unseal(store, name, sealed);
}

export async function dropSealed(store: SealedStore, names: readonly string[]): Promise<void> {
  await write([store], (stores) => {
    for (const name of names) stores(store).delete(name);
  });
}

/** Forgets all that was fetched, and the key under which it lay: what is left of it on the disk opens for nobody. */
export async function forgetFetched(): Promise<void> {
  const fetched = (Object.keys(sealedBy) as SealedStore[]).filter((store) => sealedBy[store] === "reading");
  await write(["keys", ...fetched], (stores) => {
    for (const store of fetched) stores(store).clear();
    stores("keys").delete("reading");
  });
}

async function write(
  names: readonly ("keys" | SealedStore)[],
  work: (stores: (name: "keys" | SealedStore) => IDBObjectStore) => void,
): Promise<void> {
  const database = await openStores();
  const transaction = database.transaction([...names], "readwrite", { durability: "strict" });
  work((name) => transaction.objectStore(name));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the browser gave up keeping it"));
  });
}

/** Two pages may make a key at the same moment: the first one kept is everybody's. */
async function sealingKey(name: KeyName): Promise<CryptoKey> {
  const known = await findKey(name);
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await write(["keys"], (stores) => stores("keys").add(made, name)).catch((fault: unknown) => {
    if (!(fault instanceof DOMException && fault.name === "ConstraintError")) throw fault;
  });
  const kept = await findKey(name);
  if (kept === undefined) throw new Error("the browser kept no key");
  return kept;
}

async function findKey(name: KeyName): Promise<CryptoKey | undefined> {
  const database = await openStores();
  return request<CryptoKey | undefined>(database.transaction("keys").objectStore("keys").get(name));
}

async function unseal(store: SealedStore, name: string, { nonce, bytes }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const key = await sealingKey(sealedBy[store]);
  const place = { name: "AES-GCM", iv: nonce, additionalData: placeOf(store, name) };
  return new Uint8Array(await crypto.subtle.decrypt(place, key, bytes));
}

function placeOf(store: SealedStore, name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${store}/${name}`);
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
