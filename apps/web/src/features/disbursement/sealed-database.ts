/** A database of this browser whose contents are encrypted under a key that the browser never gives out (ADR 13). */
const databaseName = "mingbai-lists";
const layout = 3;
const stores = ["keys", "lists", "batches", "imports", "importFiles", "importSteps", "references"] as const;
export type StoreName = (typeof stores)[number];

const keyName = "sealing";
const nonceBytes = 12;

/** Bytes under AES-256-GCM with a nonce of their own. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, layout);
    request.onupgradeneeded = () => {
      const known = request.result.objectStoreNames;
      for (const name of stores) if (!known.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing here"));
  });
}

/** Runs requests in one transaction over all stores, and waits until it is on the disk. */
export async function inStores<Result>(
  mode: IDBTransactionMode,
  ask: (store: (name: StoreName) => IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction([...stores], mode, { durability: "strict" });
      const request = ask((name) => transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser gave up keeping the list"));
    });
  } finally {
    database.close();
  }
}

/** Two pages may make a key at the same moment: the first one kept is everybody's. */
async function sealingKey(): Promise<CryptoKey> {
  const find = () => inStores<CryptoKey | undefined>("readonly", (store) => store("keys").get(keyName));
  const known = await find();
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await inStores("readwrite", (store) => store("keys").add(made, keyName)).catch((fault: unknown) => {
    if (!(fault instanceof DOMException && fault.name === "ConstraintError")) throw fault;
  });
  const kept = await find();
  if (kept === undefined) throw new Error("the browser kept no key");
  return kept;
}

export async function seal(plain: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  return { nonce, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await sealingKey(), plain) };
}

export async function unseal({ nonce, bytes }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, await sealingKey(), bytes));
}

export async function sealJson(value: unknown): Promise<Sealed> {
  return seal(new TextEncoder().encode(JSON.stringify(value)));
}

export async function unsealJson(sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(sealed)));
}
