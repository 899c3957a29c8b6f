import { main } from "@mingbai/app-node/main";
import { startHelp } from "@mingbai/app-node/options";
import { Command } from "commander";
import { inLanguage } from "../words.ts";

/** `mingbai up`: what `npm start` does. */
export function upCommand(): Command {
  return new Command("up")
    .description(inLanguage({ en: "start a node with its pages on this machine", zh: "在本机启动节点和网页" }))
    .allowUnknownOption()
    .helpOption(false)
    .argument("[options...]", inLanguage({ en: "as npm start takes them", zh: "同 npm start" }))
    .addHelpText("after", startHelp)
    .action((options: string[]) => main(options));
}
