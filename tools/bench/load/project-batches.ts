// Keeps tables of blocks and batches up to date beside a node under load: what "queryable" costs without a row a line.
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import { Projector } from "@mingbai/read-model/projector";
import { emptyVault } from "@mingbai/read-model/vault-port";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { followBlocks } from "../../../apps/node/projector/follow.ts";

const [root, connectionString] = process.argv.slice(2);
if (root === undefined || connectionString === undefined) throw new Error("project-batches FOLDER DATABASE");

const folder = dataFolder(root);
const disk = nodeDisk();
const follow = (name: string) => followSegmentLog({ disk, folder: `${folder.ledger}/${name}` });
const logs = { blocks: follow("blocks"), bodies: follow("bodies") };
const projector = await Projector.open({
  connectionString,
  chain: root,
  projections: [explorerProjection],
  vault: emptyVault,
  zone: { zoneOffsetMinutes: 480 },
});
let below = 0;
let isBusy = false;

process.on("disconnect", () => process.exit(0));
process.on("message", ({ blocks }: { blocks: number }) => {
  below = blocks;
  if (!isBusy) catchUp();
});
process.send?.("ready");

async function catchUp(): Promise<void> {
  isBusy = true;
  while (projector.position.next < below) {
    const group: ProjectedBlock[] = [];
    for await (const block of followBlocks(logs, { from: projector.position.next, below })) group.push(block);
    await projector.project(group);
  }
  isBusy = false;
  process.send?.({ projected: projector.position.next });
}
