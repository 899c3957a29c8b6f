import { dataFolder } from "@mingbai/app-node/data-folder";
import { renewKey } from "@mingbai/app-node/keys/renewed-keys";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
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
      const disk = nodeDisk();
      const lock = await disk.lock(data);
      try {
        await renewKey(disk, dataFolder(data).nodeKey, "node");
      } finally {
        await lock.release();
      }
      const text = inLanguage({ en: "The next start uses the new ack key", zh: "下次启动将使用新的 ackKey" });
      process.stdout.write(`${text}\n`);
    });
}
