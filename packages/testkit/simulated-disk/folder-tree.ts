import { DiskError } from "@mingbai/log/disk/disk-error";
import type { Random } from "../random.ts";
import { durableFile, type StoredFile } from "./stored-file.ts";

type NameChange =
  | { readonly kind: "put"; readonly path: string; readonly file: StoredFile }
  | { readonly kind: "rename"; readonly from: string; readonly path: string; readonly file: StoredFile }
  | { readonly kind: "remove"; readonly path: string };

/** Which changes of names survive a crash: synced ones, all, or the synced and a random number of those after. */
export type SurvivingNames = "synced" | "all" | { readonly prefixBy: Random };

/** Names and the files behind them: as seen now, and as they are on the disk for certain. Folders are durable at once. */
export class FolderTree {
  /** The file that was written last and not synced since. */
  lastWritten: StoredFile | undefined;
  readonly #folders = new Set<string>([""]);
  readonly #current = new Map<string, StoredFile>();
  readonly #durable = new Map<string, StoredFile>();
  #unsynced: NameChange[] = [];

  find(path: string): StoredFile | undefined {
    return this.#current.get(path);
  }

  getFolder(path: string, operation: string): void {
    if (!this.#folders.has(folderOf(path))) throw new DiskError({ code: "DISK_ABSENT", operation, path });
  }

  put(path: string, file: StoredFile): void {
    this.#change({ kind: "put", path, file });
  }

  rename(from: string, to: string, file: StoredFile): void {
    this.getFolder(to, "rename");
    this.#change({ kind: "rename", from, path: to, file });
  }

  remove(path: string): void {
    this.#change({ kind: "remove", path });
  }

  makeFolder(path: string): void {
    const parts = path.split("/");
    for (let count = 1; count <= parts.length; count++) this.#folders.add(parts.slice(0, count).join("/"));
  }

  syncFolder(path: string): void {
    if (!this.#folders.has(path)) throw new DiskError({ code: "DISK_ABSENT", operation: "syncFolder", path });
    for (const change of this.#unsynced) if (folderOf(change.path) === path) applyTo(this.#durable, change);
    this.#unsynced = this.#unsynced.filter((change) => folderOf(change.path) !== path);
  }

  list(folder: string): string[] {
    if (!this.#folders.has(folder)) throw new DiskError({ code: "DISK_ABSENT", operation: "list", path: folder });
    const inside = [...this.#current.keys(), ...this.#folders].filter(
      (path) => path !== "" && folderOf(path) === folder,
    );
    return inside.map((path) => path.slice(folder === "" ? 0 : folder.length + 1)).sort();
  }

  paths(): string[] {
    return [...this.#current.keys()].sort();
  }

  files(): StoredFile[] {
    return [...this.#current.values()];
  }

  bytes(): number {
    return this.files().reduce((sum, file) => sum + file.current.length, 0);
  }

  putDurably(path: string, file: StoredFile): void {
    this.makeFolder(folderOf(path));
    this.#current.set(path, file);
    this.#durable.set(path, file);
  }

  removeDurably(path: string): void {
    this.#current.delete(path);
    this.#durable.delete(path);
  }

  /** The same names and contents, all durable. */
  copy(): FolderTree {
    return this.surviving({ names: "all", content: (file) => file.current });
  }

  /** The tree that a machine finds after a crash. */
  surviving(what: { readonly names: SurvivingNames; readonly content: (file: StoredFile) => Uint8Array }): FolderTree {
    const names = new Map(this.#durable);
    for (const change of this.#survivingChanges(what.names)) applyTo(names, change);
    const tree = new FolderTree();
    for (const folder of this.#folders) tree.makeFolder(folder);
    for (const [path, file] of names) tree.putDurably(path, durableFile(what.content(file)));
    return tree;
  }

  #survivingChanges(names: SurvivingNames): readonly NameChange[] {
    if (names === "synced") return [];
    if (names === "all") return this.#unsynced;
    return this.#unsynced.slice(0, names.prefixBy.below(this.#unsynced.length + 1));
  }

  #change(change: NameChange): void {
    applyTo(this.#current, change);
    this.#unsynced.push(change);
  }
}

function applyTo(names: Map<string, StoredFile>, change: NameChange): void {
  if (change.kind === "remove") {
    names.delete(change.path);
    return;
  }
  if (change.kind === "rename") names.delete(change.from);
  names.set(change.path, change.file);
}

function folderOf(path: string): string {
  const at = path.lastIndexOf("/");
  return at < 0 ? "" : path.slice(0, at);
}
