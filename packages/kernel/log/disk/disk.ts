/**
 * The few disk operations that durable state is built from. Every operation rejects with a `DiskError`.
 * Nothing is durable before it is synced: bytes of a file by `DiskFile.sync`, names in a folder (created, renamed,
 * removed) by `Disk.syncFolder`.
 */
export interface Disk {
  /**
   * Opens a file. `create` makes an empty file, emptying one that is there; `write` opens an existing one for
   * reading and writing; `read` opens an existing one for reading.
   */
  open(path: string, mode: OpenMode): Promise<DiskFile>;
  /** Gives a file another name in one step, replacing a file that has it. */
  rename(names: { readonly from: string; readonly to: string }): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names (not paths) of the files and folders in a folder, in ascending order. */
  list(folder: string): Promise<string[]>;
  /** Makes a folder and those above it; no error where it is there. */
  makeFolder(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
  /** Bytes that this process may still write to the disk of the folder. */
  freeBytes(folder: string): Promise<number>;
  /** Keeps a folder for this process until released or until the process dies; DISK_LOCKED where another keeps it. */
  lock(folder: string): Promise<FolderLock>;
}

export type OpenMode = "create" | "read" | "write";

export interface DiskFile {
  readonly path: string;
  /** Writes all buffers one after another from `position` on (one gathering write), growing the file as needed. */
  write(buffers: readonly Uint8Array[], position: number): Promise<void>;
  /** Up to `length` bytes from `position` on; fewer only where the file ends. */
  read(range: { readonly position: number; readonly length: number }): Promise<Uint8Array<ArrayBuffer>>;
  /** Returns when all bytes and the size are on the disk (fdatasync). After a failure it must not be called again. */
  sync(): Promise<void>;
  /** Cuts the file to `bytes`, or grows it with zeros that take no space yet. */
  truncate(bytes: number): Promise<void>;
  /** Grows the file to `bytes` with zeros that are written out, so that later writes below it need no new space. */
  allocate(bytes: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

export interface FolderLock {
  release(): Promise<void>;
}
