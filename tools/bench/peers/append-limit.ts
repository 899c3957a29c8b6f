import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import { lineBytes } from "@mingbai/ledger/transaction/body";
import { nodeDisk } from "@mingbai/log/disk/node-disk";

const segmentBytes = 64 * 1024 * 1024;

/** The bare floor: hash the same lines into a tree, append them to pre-allocated space with fdatasync, nothing else. */
export async function appendLimit({ lines, batches }: { lines: number; batches: number }): Promise<number> {
  const folder = await mkdtemp(join(process.env.MINGBAI_BENCH_FOLDER ?? tmpdir(), "mingbai-limit-"));
  try {
    const file = await nodeDisk().open(join(folder, "lines"), "create");
    await file.allocate(segmentBytes);
    const batch = new Uint8Array(lines * lineBytes).map((_, index) => index % 251);
    const perSegment = Math.floor(segmentBytes / batch.length);
    const startMs = performance.now();
    for (let number = 0; number < batches; number++) {
      linesRoot(batch);
      await file.write([batch], (number % perSegment) * batch.length);
      await file.sync();
    }
    const seconds = (performance.now() - startMs) / 1_000;
    await file.close();
    return (lines * batches) / seconds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
