import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { dataFolder } from "./data-folder.ts";
import { demoPlan } from "./demo/demo-plan.ts";
import { demoGenesis } from "./demo/found-demo.ts";
import { deriveNodeKeys } from "./keys/node-keys.ts";
import { type OpenLedger, openLedger } from "./open-ledger.ts";

/** Ten months of a small district. */
export const smallDemoPlan = demoPlan({
  months: Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`),
  people: 600,
  matters: 12,
  untilMs: Date.UTC(2027, 0, 1),
});

const foundedMs = 1_760_000_000_000;
const segmentBytes = 1024 * 1024;

/** Opens the demo's ledger, empty and always the same, in a folder of the machine's disk. */
export async function openDemo(
  root: string,
  onFatal: (error: Error) => void,
  origin = "http://localhost",
): Promise<OpenLedger> {
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(5));
  const genesis = demoGenesis({ timeMs: foundedMs, keys, origin });
  const folder = dataFolder(join(root, "node"));
  return openLedger({ disk: nodeDisk(), folder, genesis, keys, segmentBytes, onFatal });
}
