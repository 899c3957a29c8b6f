import { concat } from "@mingbai/codec/bytes";
import type { DiskFile } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import type { FaultCounter } from "./fault-plan.ts";
import type { FolderTree } from "./folder-tree.ts";
import { changeFile, type StoredFile, syncFile } from "./stored-file.ts";

/** What a file needs to know of its disk. */
export interface FileContext {
  readonly counter: FaultCounter;
  readonly tree: FolderTree;
  readonly freeBytes: () => number;
}

/** An open file of a simulated disk. */
export function simulatedFile(path: string, file: StoredFile, { counter, tree, freeBytes }: FileContext): DiskFile {
  const write = (bytes: Uint8Array, position: number): void => {
    const room = freeBytes() + Math.max(0, file.current.length - position);
    const fitting = bytes.length > room ? bytes.subarray(0, room) : bytes;
    tree.lastWritten = file;
    if (fitting.length > 0) changeFile(file, { kind: "write", position, bytes: fitting });
    if (fitting.length < bytes.length) throw new DiskError({ code: "DISK_FULL", operation: "write", path });
  };
  const allocate = (bytes: number): void => {
    if (bytes > file.current.length) write(new Uint8Array(bytes - file.current.length), file.current.length);
  };
  return {
    path,
    write: async (buffers, position) => {
      const bytes = concat(...buffers);
      counter.run({
        kind: "write",
        path,
        effect: () => write(bytes, position),
        half: () => write(bytes.subarray(0, Math.floor(bytes.length / 2)), position),
      });
    },
    read: async ({ position, length }) => {
      counter.assertRunning();
      return file.current.slice(position, position + length);
    },
    sync: async () =>
      counter.run({
        kind: "sync",
        path,
        effect: () => syncFile(file),
        // As Linux does: the pages count as clean, readers still see them, and no later sync writes them.
        half: () => {
          file.unsynced = [];
        },
      }),
    truncate: async (bytes) =>
      counter.run({ kind: "truncate", path, effect: () => changeFile(file, { kind: "truncate", bytes }) }),
    allocate: async (bytes) =>
      counter.run({
        kind: "allocate",
        path,
        effect: () => allocate(bytes),
        half: () => allocate(Math.floor((file.current.length + bytes) / 2)),
      }),
    size: async () => {
      counter.assertRunning();
      return file.current.length;
    },
    close: async () => undefined,
  };
}
