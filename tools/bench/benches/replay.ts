import { availableParallelism } from "node:os";
import { Replica } from "@mingbai/log/chain/replica";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { verifyChain } from "@mingbai/sequencer/verify/verify-chain";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { findGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { registry } from "../../../apps/node/registry.ts";
import { defineBench } from "../define-bench.ts";
import { type FilledLedger, fillLedger } from "../load/fill-ledger.ts";
import { measurePayments } from "./lines-e2e.ts";

interface Size {
  readonly lines: number;
  readonly batches: number;
}

/** Lines a second when the whole log is read from disk, hashed, checked, executed and compared; its peer wrote as much. */
export const bench = defineBench<Size, Size & FilledLedger>({
  name: "replay",
  unit: "lines/s",
  rounds: 3,
  full: { lines: 8_192, batches: 1_221 },
  small: { lines: 64, batches: 4 },
  prepare: async (size) => ({ ...size, ...(await fillLedger(size)) }),
  async run({ folder, paidLines }) {
    const disk = nodeDisk();
    const { ledger, genesis } = dataFolder(folder);
    const founded = await findGenesis(genesis);
    if (founded === undefined) throw new Error("the bench's ledger has no genesis");
    const [blocks, bodies] = await Promise.all(
      ["blocks", "bodies"].map((name) => openSegmentLog({ disk, folder: `${ledger}/${name}` })),
    );
    if (blocks === undefined || bodies === undefined) throw new Error("the bench's logs did not open");
    const pool = new CheckPool(availableParallelism());
    const startMs = performance.now();
    const report = await verifyChain({ blocks, bodies, replica: new Replica(registry, founded), pool });
    const seconds = (performance.now() - startMs) / 1_000;
    await Promise.all([pool.close(), blocks.close(), bodies.close()]);
    if (report.fault !== undefined) throw new Error(`height ${report.fault.height}: ${report.fault.what}`);
    return paidLines / seconds;
  },
  peers: [{ name: "lines.e2e", run: async (size) => (await measurePayments(size)).figure }],
  close: (ledger) => ledger.remove(),
});
