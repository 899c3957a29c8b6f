import { dataFolder } from "@mingbai/app-node/data-folder";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { readRenewed, renewKey } from "@mingbai/app-node/keys/renewed-keys";
import { followTileFiles } from "@mingbai/app-node/published/disk-tile-files";
import { toHex } from "@mingbai/codec/hex";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import type { Disk } from "@mingbai/log/disk/disk";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { getGenesis } from "../backup/get-genesis.ts";
import { nextKeys } from "../joining/replace-node.ts";
import { readLedgerKeys } from "../verify-log/read-ledger-keys.ts";
import { inLanguage } from "../words.ts";

/** `mingbai node renew`: takes the ack key that the roster names now. */
export function nodeRenewCommand(): Command {
  return new Command("renew")
    .description(
      inLanguage({
        en: "take the node's next ack key, once the roster in force names it; the node must be stopped",
        zh: "名册已写入新的 ackKey 之后，让（已停止的）节点改用它",
      }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "the node's data folder", zh: "节点的数据文件夹" }), ".mingbai/node")
    .action(async ({ data }: { data: string }) => {
      await getGenesis(data);
      const disk = nodeDisk();
      const lock = await disk.lock(data);
      try {
        await requireNamed(disk, data);
        await renewKey(disk, dataFolder(data).nodeKey, "node");
      } finally {
        await lock.release();
      }
      const text = inLanguage({ en: "The next start uses the new ack key", zh: "下次启动将使用新的 ackKey" });
      process.stdout.write(`${text}\n`);
    });
}

/** A key that no roster names would cut the node off: throws Error where the newest one that this folder has names another. */
async function requireNamed(disk: Disk, root: string): Promise<void> {
  const folder = dataFolder(root);
  const genesis = await getGenesis(root);
  const passphrase = await foundPassphrase(folder, { isDemo: genesis.configuration.demo });
  const { secret } = await readKeyFile({ path: folder.nodeKey, passphrase });
  const { organisation } = await deriveNodeKeys(secret, await readRenewed(folder.nodeKey));
  const { ack } = await nextKeys(secret, folder.nodeKey);
  const published = followTileFiles(disk, folder.published);
  const { rosters, differences } = await readLedgerKeys(published, { genesis, pinned: [] });
  const newest = rosters.at(-1)?.roster;
  if (newest === undefined) throw new Error(differences.join("; "));
  const own = newest.members.find(({ organisationKey }) => organisationKey === toHex(organisation.publicKey));
  if (own?.ackKey !== toHex(ack.publicKey)) throw new Error(words.notNamed(newest.epoch, toHex(ack.publicKey)));
}

const words = {
  notNamed(epoch: number, ackKey: string): string {
    return inLanguage({
      en: `roster ${epoch}, the newest in this folder, does not name the next ack key ${ackKey}: nothing was changed. Only a node that lost bodies takes another key, after the vote (docs/operations.md)`,
      zh: `本文件夹里最新的名册（第 ${epoch} 届）没有写明下一把 ackKey ${ackKey}：未作任何改动。只有丢失过正文的节点才在表决之后更换（见 docs/operations.md）`,
    });
  },
};
