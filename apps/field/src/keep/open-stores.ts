const databaseName = "mingbai-field";
const layout = 1;
const names = ["keys", "notes", "files", "records", "photos"] as const;

let opened: Promise<IDBDatabase> | undefined;

/** The phone's database, opened once in a page. */
export function openStores(): Promise<IDBDatabase> {
  opened ??= open().catch((fault: unknown) => {
    opened = undefined;
    throw fault;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, layout);
    asked.onupgradeneeded = () => {
      for (const name of names) asked.result.createObjectStore(name);
    };
    asked.onsuccess = () => {
      // A later version of the application in another tab wants to change the layout: this one opens it anew.
      asked.result.onversionchange = () => {
        asked.result.close();
        opened = undefined;
      };
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error ?? new Error("the browser keeps nothing here"));
  });
}

/** The result of one question to the database. */
export function request<Result>(asked: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("the browser did not answer"));
  });
}
