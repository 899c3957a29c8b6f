import { Command } from "commander";
import { main } from "../../node/main.ts";
import { startHelp } from "../../node/options.ts";

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
