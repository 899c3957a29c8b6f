import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis, writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { askEngine } from "@mingbai/app-node/network/ask-engine";
import { writeJoinFile } from "@mingbai/app-node/network/join-file";
import { findNetworkFile, OrganisationId, ownUrl, writeNetworkFile } from "@mingbai/app-node/network/network-file";
import { trustMember } from "@mingbai/app-node/network/trust-member";
import { fromHex } from "@mingbai/codec/hex";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { nodeIdOf } from "@mingbai/sequencer/cometbft/node-id";
import { Command } from "commander";
import { z } from "zod";
import { writeFolder } from "../backup/write-folder.ts";
import { makeMemberKeys } from "../cluster/make-member-keys.ts";
import { observerNetwork, rpcUrlOf } from "../joining/observer-network.ts";
import { readRosters } from "../joining/read-rosters.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly name: string;
  readonly genesis: string;
  readonly network: string;
  readonly host: string;
  readonly port: string;
  readonly data: string;
}

const Status = z.object({ result: z.object({ node_info: z.object({ id: z.string().regex(/^[0-9a-f]{40}$/) }) }) });

/** `mingbai node join`: makes the folder of a node that follows a ledger without a vote. Its first start joins. */
export function nodeJoinCommand(): Command {
  return new Command("join")
    .description(
      inLanguage({
        en: "make the folder of a node that follows a ledger without a vote; its first start joins",
        zh: "为不投票、只跟随账本的节点建立文件夹；首次启动时加入",
      }),
    )
    .requiredOption("--name <NAME>", inLanguage({ en: "what the members call this node", zh: "成员怎样称呼本节点" }))
    .requiredOption(
      "--genesis <FILE>",
      inLanguage({ en: "the ledger's genesis.json, from somebody you trust", zh: "账本的 genesis.json，来自可信的人" }),
    )
    .requiredOption(
      "--network <FILE>",
      inLanguage({ en: "network.json of the member to join by", zh: "通过哪个成员加入：它的 network.json" }),
    )
    .option("--host <HOST>", inLanguage({ en: "where this node listens", zh: "本节点监听的地址" }), "127.0.0.1")
    .option(
      "--port <N>",
      inLanguage({ en: "of its pages; the next three are taken, too", zh: "网页端口；其后三个端口也会占用" }),
      "8600",
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the node will lie; must be absent or empty", zh: "节点放在哪里；必须不存在或为空" }),
      ".mingbai/observer",
    )
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  const [genesis, member] = [await findGenesis(flags.genesis), await findNetworkFile(flags.network)];
  if (genesis === undefined || member === undefined) throw new Error(words.missing(flags));
  const name = OrganisationId.parse(flags.name);
  const rpcUrl = rpcUrlOf(member);
  const rosters = await readRosters(ownUrl(member) ?? "", genesis);
  const join = await trustMember(rpcUrl, { genesis, rosters });
  const { node_info: engine } = await askEngine(rpcUrl, "status", Status);
  const disk = nodeDisk();
  const network = observerNetwork(member, {
    name,
    host: flags.host,
    port: Number(flags.port),
    engineId: engine.id,
  });
  const keys = await writeFolder(flags.data, async (beside) => {
    const folder = dataFolder(beside);
    const made = await makeMemberKeys(beside, { isDemo: true });
    await writeGenesis(folder.genesis, genesis);
    await writeNetworkFile(disk, folder.network, network);
    if (join !== undefined) await writeJoinFile(disk, folder.join, join);
    return made.keys;
  });
  const engineId = nodeIdOf(fromHex(keys.p2pKey));
  const address = `${flags.host}:${network.comet.p2pPort}`;
  const admit = `mingbai node admit --name ${name} --key ${keys.ackKey} --engine ${engineId}@${address}`;
  process.stdout.write(`${admit}\n`);
  process.stderr.write(words.done({ data: flags.data, isYoung: join === undefined }));
}

const words = {
  missing({ genesis, network }: Flags): string {
    return inLanguage({
      en: `${genesis} and ${network} must both be there: a member's operator has them`,
      zh: `${genesis} 和 ${network} 都必须存在：可向成员的运维人员索取`,
    });
  },
  done({ data, isYoung }: { data: string; isYoung: boolean }): string {
    const how = isYoung
      ? inLanguage({
          en: "The ledger is young: the node reads it from its first block.",
          zh: "账本还年轻：节点从第一个区块读起。",
        })
      : inLanguage({
          en: "It joins by a snapshot; that must be within two weeks.",
          zh: "它将凭快照加入；须在两周内启动。",
        });
    return inLanguage({
      en: `Every member's operator runs the line above with --data of their own node, and starts that node again, one after the other. Then: npx mingbai cluster up --data ${data}. ${how}\n`,
      zh: `请每个成员的运维人员对自己的节点（加上 --data）执行上面一行并重启该节点（一家一家来）。然后：npx mingbai cluster up --data ${data}。${how}\n`,
    });
  },
};
