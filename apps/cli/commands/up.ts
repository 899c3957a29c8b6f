import { main } from "@mingbai/app-node/main";
import { startHelp } from "@mingbai/app-node/options";
import { Command } from "commander";

/** `mingbai up`: what `npm start` does. */
export function upCommand(): Command {
  return new Command("up")
    .description("start a node with its pages on this machine")
    .allowUnknownOption()
    .helpOption(false)
    .argument("[options...]", "as npm start takes them")
    .addHelpText("after", startHelp)
    .action((options: string[]) => main(options));
}
