import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { DemoClock } from "../../../apps/node/demo/demo-clock.ts";
import { demoPassphrase } from "../../../apps/node/demo/demo-keys.ts";
import { demoGenesis } from "../../../apps/node/demo/found-demo.ts";
import { seedDemo } from "../../../apps/node/demo/seed-demo.ts";
import { writeGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { openNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { openLedger } from "../../../apps/node/open-ledger.ts";
import { type PagesSize, pagesPlan } from "./pages-plan.ts";

/** Founds a district of this size in a new folder and lets it live until its last day. The ledger is left open. */
export async function seedPages(
  root: string,
  size: PagesSize,
  { say, onFatal }: { say: (step: string) => void; onFatal: (error: Error) => void },
) {
  const disk = nodeDisk();
  const folder = dataFolder(root);
  await disk.makeFolder(root);
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase: demoPassphrase });
  const clock = new DemoClock();
  const plan = pagesPlan(size);
  clock.set(Date.parse(`${plan.months[0]}-01T00:00:00Z`));
  const genesis = demoGenesis({ timeMs: clock.now(), keys, origin: "http://localhost" });
  await writeGenesis(folder.genesis, genesis);
  const ledger = await openLedger({ disk, folder, genesis, keys, now: () => clock.now(), onFatal });
  await seedDemo(ledger, plan, { say, setTime: (timeMs) => clock.set(timeMs), isSideBySide: true });
  // Pages are read as of the plan's last day; who works on files acts today.
  if (plan.households > 0) clock.release();
  return { folder, keys, plan, ledger };
}
