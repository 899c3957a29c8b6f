import type { Disk, DiskFile } from "@mingbai/log/disk/disk";

/** A disk whose syncs take so many ms longer as `extraMs` says at that moment. */
export function slowDisk(disk: Disk, extraMs: () => number): Disk {
  const wait = () => {
    const ms = extraMs();
    return ms > 0 ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : undefined;
  };
  const slowFile = (file: DiskFile): DiskFile => ({
    path: file.path,
    write: (buffers, position) => file.write(buffers, position),
    read: (range) => file.read(range),
    truncate: (bytes) => file.truncate(bytes),
    allocate: (bytes) => file.allocate(bytes),
    size: () => file.size(),
    close: () => file.close(),
    async sync() {
      await wait();
      await file.sync();
    },
  });
  return {
    ...disk,
    open: async (path, mode) => slowFile(await disk.open(path, mode)),
    async syncFolder(path) {
      await wait();
      await disk.syncFolder(path);
    },
  };
}
