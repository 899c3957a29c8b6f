import { dataFolder } from "@mingbai/app-node/data-folder";
import { openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { cosignHandover } from "@mingbai/app-node/network/cosign-handover";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { getGenesis } from "../backup/get-genesis.ts";
import { verifyFolder } from "../verify-log/verify-folder.ts";
import { inLanguage } from "../words.ts";
import { isSound, reportText } from "./verify-log.ts";

const msPerSecond = 1_000;

/** `mingbai cluster cosign`: executes a handed-over ledger again and cosigns its last block, so that a network may begin from it. */
export function clusterCosignCommand(): Command {
  return new Command("cosign")
    .description(
      inLanguage({
        en: "execute a handed-over ledger again, and cosign its last block for the other members",
        zh: "从头重新执行已移交的账本，并为其他成员签署最后一个区块",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "this member's data folder; its node must not run", zh: "本成员的数据文件夹；节点不能在运行" }),
      ".mingbai/node",
    )
    .action(run);
}

async function run({ data }: { readonly data: string }): Promise<void> {
  const folder = dataFolder(data);
  const genesis = await getGenesis(data);
  const report = await verifyFolder(data, { pinned: [], onProgress: () => undefined });
  process.stderr.write(`${reportText(report)}\n`);
  if (!isSound(report)) throw new Error(words.unsound);
  const passphrase = await foundPassphrase(folder, { isDemo: genesis.configuration.demo });
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase });
  const nowSeconds = Math.floor(Date.now() / msPerSecond);
  const { path, organisation, height, leaves } = await cosignHandover({
    disk: nodeDisk(),
    folder,
    genesis,
    keys,
    nowSeconds,
  });
  process.stdout.write(`${path}\n`);
  process.stderr.write(words.done({ organisation, height, leaves }));
}

const words = {
  get unsound() {
    return inLanguage({ en: "this history is not sound: nothing was signed", zh: "这本账有问题：没有签署" });
  },
  done({ organisation, height, leaves }: { organisation: string; height: number; leaves: number }): string {
    return inLanguage({
      en: `${organisation} has cosigned height ${height}, ${leaves} leaves. Send the file above to every other member, who puts it into the folder handover of their node.\n`,
      zh: `${organisation} 已签署高度 ${height}（${leaves} 笔）。请把上面的文件发给其他每个成员，由他们放进自己节点的 handover 文件夹。\n`,
    });
  },
};
