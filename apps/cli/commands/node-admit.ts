import { dataFolder } from "@mingbai/app-node/data-folder";
import { findNetworkFile, NetworkFile, writeNetworkFile } from "@mingbai/app-node/network/network-file";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly name: string;
  readonly key: string;
  readonly engine: string;
  readonly data: string;
}

/** `mingbai node admit`: lets a node that only watches follow by this member's node. Counts from that node's next start. */
export function nodeAdmitCommand(): Command {
  return new Command("admit")
    .description(
      inLanguage({
        en: "let a node that only watches follow by this member's node, from its next start on",
        zh: "允许一个只跟随的节点连接本成员的节点；重启后生效",
      }),
    )
    .requiredOption("--name <NAME>", inLanguage({ en: "what to call it", zh: "怎样称呼它" }))
    .requiredOption(
      "--key <HEX>",
      inLanguage({ en: "the key of its links, as node join printed", zh: "node join 打印的链路公钥" }),
    )
    .requiredOption(
      "--engine <ID@HOST:PORT>",
      inLanguage({ en: "its engine, as node join printed", zh: "node join 打印的共识引擎地址" }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "the member's data folder", zh: "成员的数据文件夹" }), ".mingbai/node")
    .action(run);
}

async function run({ name, key, engine, data }: Flags): Promise<void> {
  const path = dataFolder(data).network;
  const network = await findNetworkFile(path);
  if (network === undefined) {
    throw new Error(
      inLanguage({ en: `${path} is missing: name a member's folder`, zh: `缺少 ${path}：请指明成员的文件夹` }),
    );
  }
  const [nodeId = "", address = ""] = engine.split("@", 2);
  const admitted = NetworkFile.parse({
    ...network,
    observers: [...network.observers.filter((one) => one.name !== name), { name, publicKey: key }],
    comet: {
      ...network.comet,
      peers: [...network.comet.peers.filter((one) => one.nodeId !== nodeId), { nodeId, address }],
    },
  });
  await writeNetworkFile(nodeDisk(), path, admitted);
  process.stdout.write(
    `${inLanguage({ en: `${name} may follow once this node has been started again`, zh: `重启本节点后，${name} 即可跟随` })}\n`,
  );
}
