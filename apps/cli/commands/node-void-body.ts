import { writeFile } from "node:fs/promises";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { deriveNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { findVoidStatement, isSignedByEnough, putVoidStatement } from "@mingbai/app-node/network/void-statements";
import { findRunning } from "@mingbai/app-node/operator/running-file";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { settingsView } from "@mingbai/governance/views";
import { chainView } from "@mingbai/http/ledger-views";
import { Health } from "@mingbai/http/routes/operations";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { createClient } from "@mingbai/sdk/client";
import { Command } from "commander";
import { ask } from "../node-state/read-node.ts";
import { signVoidStatement } from "../node-state/sign-void-statement.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly statement: string;
}

/** `mingbai node void-body`: an organisation's word that the body its node waits for is lost everywhere. */
export function nodeVoidBodyCommand(): Command {
  return new Command("void-body")
    .description(
      inLanguage({
        en: "give up the body that the node waits for: only when no node, archive or backup has it any more",
        zh: "声明节点正在等的内容作废：只有所有节点、归档和备份都没有它时才能用",
      }),
    )
    .requiredOption(
      "--statement <FILE>",
      inLanguage({
        en: "the file that goes from organisation to organisation; the first one makes it",
        zh: "在各机构之间传递的声明文件；第一家机构运行时生成",
      }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "the node's data folder", zh: "节点的数据文件夹" }), ".mingbai/node")
    .action(run);
}

async function run({ data, statement: path }: Flags): Promise<void> {
  const folder = dataFolder(data);
  const running = await findRunning(folder.running);
  const health = running && (await ask(running, "/health", Health));
  if (running === undefined || health?.waitingFor === undefined) throw new Error(words.waitsForNothing);
  const client = createClient({ url: running.url });
  const { chain, demo } = await client.ask(chainView, {});
  const { rosterEpoch: epoch, roster: members } = await client.ask(settingsView, {});
  const passphrase = await foundPassphrase(folder, { isDemo: demo });
  const { secret } = await readKeyFile({ path: folder.nodeKey, passphrase });
  const { organisation } = await deriveNodeKeys(secret);
  const roster = { epoch, members };
  const found = await findVoidStatement(path);
  const statement = await signVoidStatement(organisation, { chain, roster, batchId: health.waitingFor }, found);
  if (statement === undefined) throw new Error(words.another);
  await writeFile(path, `${JSON.stringify(statement, null, 2)}\n`);
  const isEnough = isSignedByEnough(statement, roster);
  if (isEnough) await putVoidStatement(nodeDisk(), folder, statement);
  const signers = Object.keys(statement.signatures).join(", ");
  process.stdout.write(`${signers}: ${isEnough ? words.enough : words.tooFew}\n`);
}

const words = {
  get waitsForNothing() {
    return inLanguage({
      en: "the node of this folder does not run, or waits for no body",
      zh: "这个文件夹的节点没有运行，或者没有在等任何内容",
    });
  },
  get another() {
    return inLanguage({
      en: "the statement is of another body, ledger or roster, or this node's organisation is not in the roster",
      zh: "声明针对的是别的内容、账本或名册，或者本节点的机构不在名册里",
    });
  },
  get enough() {
    return inLanguage({
      en: "enough. Stop this node and start it again; run this command with the same file at each other node",
      zh: "已够数。请停下本节点再启动；其他每个节点都用这个文件运行一次本命令",
    });
  },
  get tooFew() {
    return inLanguage({
      en: "not two thirds yet. Give the file to the next organisation",
      zh: "还不到三分之二。请把文件交给下一家机构",
    });
  },
};
