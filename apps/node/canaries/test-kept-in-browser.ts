import type { Page } from "playwright-core";

/** Everything that a browser keeps for these pages: databases, local and session storage, caches with what they answer, cookies. */
export async function keptInBrowser(page: Page): Promise<Buffer> {
  const kept = await page.evaluate(async () => {
    const pieces: string[] = [];
    const latin = (bytes: Uint8Array) => bytes.reduce((text, byte) => text + String.fromCharCode(byte), "");
    const add = (value: unknown): void => {
      if (value instanceof ArrayBuffer) pieces.push(latin(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value)) pieces.push(latin(new Uint8Array(value.buffer)));
      else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) add(one);
      else pieces.push(latin(new TextEncoder().encode(String(value))));
    };
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    add({ ...localStorage });
    add({ ...sessionStorage });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        for (const row of await done(rows.getAll())) add(row);
        for (const key of await done(rows.getAllKeys())) add(key);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        add(request.url);
        add(await (await cache.match(request))?.arrayBuffer());
      }
    }
    return pieces;
  });
  const cookies = await page.context().cookies();
  return Buffer.concat([...kept.map((piece) => Buffer.from(piece, "latin1")), Buffer.from(JSON.stringify(cookies))]);
}
