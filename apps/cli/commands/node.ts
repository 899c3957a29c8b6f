import { Command } from "commander";
import { inLanguage } from "../words.ts";
import { nodeAdmitCommand } from "./node-admit.ts";
import { nodeDrainCommand } from "./node-drain.ts";
import { nodeJoinCommand } from "./node-join.ts";
import { nodeProveKeysCommand } from "./node-prove-keys.ts";
import { nodeRenewCommand } from "./node-renew.ts";
import { nodeReplaceCommand } from "./node-replace.ts";
import { nodeStatusCommand } from "./node-status.ts";
import { nodeVoidBodyCommand } from "./node-void-body.ts";

/** `mingbai node …`: what the operator of one node does with it while it runs. */
export function nodeCommand(): Command {
  return new Command("node")
    .description(
      inLanguage({ en: "a running node: how it is, and its orderly end", zh: "运行中的节点：查看状态，有序退出" }),
    )
    .addCommand(nodeStatusCommand())
    .addCommand(nodeDrainCommand())
    .addCommand(nodeProveKeysCommand())
    .addCommand(nodeJoinCommand())
    .addCommand(nodeAdmitCommand())
    .addCommand(nodeReplaceCommand())
    .addCommand(nodeRenewCommand())
    .addCommand(nodeVoidBodyCommand());
}
