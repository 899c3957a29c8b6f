/** Where tiles are kept: whole files under slash-separated relative paths. */
export interface TileFiles {
  /** The file's bytes, or undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Makes the file, with its folders, in one step: after a crash it is there whole or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Returns once everything written before is on the disk. */
  sync(): Promise<void>;
  /** Names in a folder, in any order; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Removes a file; nothing where there is none. */
  remove(path: string): Promise<void>;
}

/** Tiles in memory: for tests, and for logs that are made to be thrown away. */
export function memoryTileFiles(): TileFiles & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    read: async (path) => files.get(path),
    write: async (path, bytes) => void files.set(path, bytes.slice()),
    sync: async () => undefined,
    list: async (folder) => {
      const below = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""))];
    },
    remove: async (path) => void files.delete(path),
  };
}
