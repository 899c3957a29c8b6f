import type { DeviceKey } from "./device-key.ts";

const databaseName = "mingbai";
const storeName = "keys";
const layout = 1;

/** Runs one request in a transaction of its own, and waits until it is on the disk. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = ask(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser gave up keeping the key"));
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, layout);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "keyId" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing here"));
  });
}

/** The keys of this device at these pages, the one used last first. */
export async function listKeys(): Promise<readonly DeviceKey[]> {
  const keys: DeviceKey[] = await inStore("readonly", (store) => store.getAll());
  const lastMs = ({ owner, madeMs }: DeviceKey): number => owner?.usedMs ?? madeMs;
  return keys.sort((a, b) => lastMs(b) - lastMs(a));
}

export async function findKey(keyId: string): Promise<DeviceKey | undefined> {
  const found: DeviceKey | undefined = await inStore("readonly", (store) => store.get(keyId));
  return found;
}

/** Keeps a key, or what has changed about it. */
export async function keepKey(key: DeviceKey): Promise<void> {
  await inStore("readwrite", (store) => store.put(key));
}

/** After this nobody can sign with it again: there is no other copy. */
export async function forgetKey(keyId: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(keyId));
}
