import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUser } from "./cluster.ts";

/** Where the server listens: the flags that say so to it, and the string that says so to a client. */
export type Place = { settings: Record<string, string>; connectionString: string };

/** Longest path of a Unix socket: `sun_path` holds 108 bytes with the closing zero on Linux, 104 on macOS. */
const socketPathBytesMax = process.platform === "darwin" ? 103 : 107;
const port = 5432;
const database = "postgres";

/** A socket in a folder that only we can enter; on Windows, where Node knows no such sockets, a free loopback port. */
export async function choosePlace({ folder, password }: { folder: string; password: string }): Promise<Place> {
  if (process.platform === "win32") return loopback(password);
  const socketFolder = await makeSocketFolder(folder);
  const host = encodeURIComponent(socketFolder);
  return {
    settings: { listen_addresses: "", unix_socket_directories: socketFolder, port: String(port) },
    connectionString: `postgresql://${databaseUser}@/${database}?host=${host}&port=${port}`,
  };
}

async function makeSocketFolder(folder: string): Promise<string> {
  const near = join(folder, "socket");
  // The setting is a list with commas.
  const fits = Buffer.byteLength(join(near, `.s.PGSQL.${port}`)) <= socketPathBytesMax && !/[,"']/.test(near);
  if (!fits) return mkdtemp(join(tmpdir(), "mingbai-"));
  // No server runs in the folder now (see clearStaleLock), but a killed one leaves its socket and a lock of its own.
  await rm(near, { recursive: true, force: true });
  await mkdir(near, { recursive: true, mode: 0o700 });
  return near;
}

async function loopback(password: string): Promise<Place> {
  const freePort = await findFreePort();
  return {
    settings: { listen_addresses: "127.0.0.1", port: String(freePort) },
    connectionString: `postgresql://${databaseUser}:${password}@127.0.0.1:${freePort}/${database}`,
  };
}

function findFreePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
