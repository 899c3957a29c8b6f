import type { Disk, FolderLock, OpenMode } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { type Random, random } from "../random.ts";
import type { CrashImage } from "./crash-image.ts";
import { FaultCounter, type FaultPlan } from "./fault-plan.ts";
import { FolderTree, type SurvivingNames } from "./folder-tree.ts";
import { simulatedFile } from "./simulated-file.ts";
import { durableFile, emptyFile, type StoredFile, sectorBytes } from "./stored-file.ts";
import { survivingContent } from "./surviving-file.ts";

/** A disk in memory that loses what was not synced, tears, reorders, flips, fails and fills up, all from one seed. */
export interface SimulatedDisk extends Disk {
  readonly seed: number;
  /** Changing operations so far, as "kind path": the crash points of a run are 1 to its length. */
  readonly trace: readonly string[];
  readonly crashed: boolean;
  /** Sets what goes wrong from now on; operations go on being counted. */
  setFaults(plan: FaultPlan): void;
  /** Bytes of all files together, from which on writes fail with DISK_FULL. */
  setCapacity(bytes: number): void;
  /** Power goes now. The old disk throws `SimulatedCrash` for ever; the new one holds what survived. */
  crash(image: CrashImage): SimulatedDisk;
  /**
   * The process dies and the machine goes on: the old disk throws `SimulatedCrash` for ever, the new one shows
   * everything that was written, and what was not synced is still not durable.
   */
  kill(): SimulatedDisk;
  /** A disk with the same files, all durable: to try many damages on one content. */
  copy(): SimulatedDisk;
  /** Paths of all files, in ascending order. */
  paths(): string[];
  /** The content of a file as a reader sees it now; throws where there is none. */
  content(path: string): Uint8Array;
  /** Replaces or makes a file, durably. */
  putFile(path: string, content: Uint8Array): void;
  removeFile(path: string): void;
  /** Flips one bit of a file, durably: bit 0 is the lowest of byte 0. */
  flipBit(path: string, bit: number): void;
}

/** An empty simulated disk. Paths are separated by "/"; the folder "" is there from the start. */
export function simulatedDisk(options: { readonly seed: number; readonly faults?: FaultPlan }): SimulatedDisk {
  return diskOf({ tree: new FolderTree(), random: random(options.seed), faults: options.faults ?? {} });
}

interface DiskParts {
  readonly tree: FolderTree;
  readonly random: Random;
  readonly faults: FaultPlan;
}

function diskOf({ tree, random: dice, faults }: DiskParts): SimulatedDisk {
  const counter = new FaultCounter(faults);
  const locked = new Set<string>();
  const graveyard: Uint8Array[] = [];
  let capacity = Number.POSITIVE_INFINITY;
  const context = { counter, tree, freeBytes: () => capacity - tree.bytes() };

  const openFile = (path: string, mode: OpenMode): StoredFile => {
    const found = tree.find(path);
    if (mode !== "create") return found ?? absent("open", path);
    tree.getFolder(path, "open");
    if (found) bury(found, graveyard);
    const file = emptyFile();
    tree.put(path, file);
    return file;
  };

  const removeFile = (path: string): void => {
    bury(tree.find(path) ?? absent("remove", path), graveyard);
    tree.remove(path);
  };

  const after = (image: CrashImage): SimulatedDisk => {
    counter.crash();
    return diskOf({ tree: survivingTree({ tree, image, dice, graveyard }), random: dice, faults: {} });
  };

  return {
    seed: dice.seed,
    get trace() {
      return counter.trace;
    },
    get crashed() {
      return counter.crashed;
    },
    open: async (path, mode) => {
      if (mode === "create")
        return simulatedFile(path, counter.run({ kind: "open", path, effect: () => openFile(path, mode) }), context);
      counter.assertRunning();
      return simulatedFile(path, openFile(path, mode), context);
    },
    rename: async ({ from, to }) =>
      counter.run({
        kind: "rename",
        path: from,
        effect: () => {
          const file = tree.find(from) ?? absent("rename", from);
          const replaced = tree.find(to);
          if (replaced) bury(replaced, graveyard);
          tree.rename(from, to, file);
        },
      }),
    remove: async (path) => counter.run({ kind: "remove", path, effect: () => removeFile(path) }),
    list: async (folder) => {
      counter.assertRunning();
      return tree.list(folder);
    },
    makeFolder: async (path) => counter.run({ kind: "makeFolder", path, effect: () => tree.makeFolder(path) }),
    syncFolder: async (path) => counter.run({ kind: "syncFolder", path, effect: () => tree.syncFolder(path) }),
    freeBytes: async () => context.freeBytes(),
    lock: async (folder) => {
      counter.assertRunning();
      return lock(locked, folder);
    },
    setFaults: (plan) => {
      counter.plan = plan;
    },
    setCapacity: (bytes) => {
      capacity = bytes;
    },
    crash: after,
    kill: () => {
      counter.crash();
      return diskOf({ tree, random: dice, faults: {} });
    },
    copy: () => diskOf({ tree: tree.copy(), random: random(dice.seed), faults: {} }),
    paths: () => tree.paths(),
    content: (path) => (tree.find(path) ?? absent("read", path)).current,
    putFile: (path, content) => tree.putDurably(path, durableFile(content)),
    removeFile: (path) => tree.removeDurably(path),
    flipBit: (path, bit) => {
      const content = (tree.find(path) ?? absent("read", path)).current.slice();
      const at = Math.floor(bit / 8);
      content[at] = (content[at] ?? 0) ^ (1 << (bit % 8));
      tree.putDurably(path, durableFile(content));
    },
  };
}

function absent(operation: string, path: string): never {
  throw new DiskError({ code: "DISK_ABSENT", operation, path });
}

function lock(locked: Set<string>, folder: string): FolderLock {
  if (locked.has(folder)) throw new DiskError({ code: "DISK_LOCKED", operation: "lock", path: folder });
  locked.add(folder);
  return {
    release: async () => {
      locked.delete(folder);
    },
  };
}

const graveyardSectorsMax = 256;

/** Keeps sectors of a file that goes away: its places on the disk may show through in a file that takes them. */
function bury(file: StoredFile, graveyard: Uint8Array[]): void {
  for (let at = 0; at < file.current.length && graveyard.length < graveyardSectorsMax; at += sectorBytes) {
    const sector = file.current.slice(at, at + sectorBytes);
    if (sector.some((byte) => byte !== 0)) graveyard.push(sector);
  }
}

interface Surviving {
  readonly tree: FolderTree;
  readonly image: CrashImage;
  readonly dice: Random;
  readonly graveyard: readonly Uint8Array[];
}

function survivingTree({ tree, image, dice, graveyard }: Surviving): FolderTree {
  const changed = tree.files().filter((file) => file.unsynced.length > 0);
  const spoils = (image.kind === "zeroed" || image.kind === "stale") && changed.length > 0;
  const spoiled = spoils ? dice.pick(changed) : undefined;
  const torn = image.kind === "torn" ? tree.lastWritten : undefined;
  return tree.surviving({
    names: survivingNames(image, dice),
    content: (file) => survivingContent(file, { image, random: dice, graveyard, torn, spoiled }),
  });
}

function survivingNames(image: CrashImage, dice: Random): SurvivingNames {
  if (image.kind === "lost") return "synced";
  return image.kind === "reordered" ? { prefixBy: dice } : "all";
}
