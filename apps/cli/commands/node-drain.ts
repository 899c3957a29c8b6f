import { Command } from "commander";
import { drainNode } from "../node-state/drain-node.ts";
import { inLanguage } from "../words.ts";

/** `mingbai node drain`: ends the node of a folder once it has finished what it took. */
export function nodeDrainCommand(): Command {
  return new Command("drain")
    .description(
      inLanguage({
        en: "let the node of a folder take nothing new, finish what it has, and end; cluster up does not start it again",
        zh: "让文件夹里的节点不再接新交易，办完手头的再退出；cluster up 不会再启动它",
      }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "the node's data folder", zh: "节点的数据文件夹" }), ".mingbai/node")
    .action(async ({ data }: { data: string }) => {
      await drainNode(data);
      process.stdout.write(`${inLanguage({ en: `The node in ${data} has ended`, zh: `${data} 的节点已退出` })}\n`);
    });
}
