import { city, counties } from "@mingbai/app-node/demo/levels/level-casts";
import { Command } from "commander";
import { runLevels } from "../levels-demo/run-levels.ts";
import { readPort } from "../read-port.ts";
import { inLanguage } from "../words.ts";

const levelsFolder = ".mingbai/levels";
const firstPort = 8_480;

/** `mingbai demo --levels`: a city and its two counties on this machine, each with a ledger of its own. Ends with Ctrl-C; the next start goes on. */
export function demoCommand(): Command {
  return new Command("demo")
    .description(
      inLanguage({
        en: "a city and its two counties on this machine, each with a ledger of its own; the district's demo is up",
        zh: "在本机运行一个市和它的两个县，各有自己的账本；区级演示用 up",
      }),
    )
    .requiredOption(
      "--levels",
      inLanguage({
        en: `a ledger each for ${[city, ...counties].map(({ name }) => name.en).join(", ")}`,
        zh: `${[city, ...counties].map(({ name }) => name.zh).join("、")}各一个账本`,
      }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "where the ledgers lie", zh: "账本放在哪里" }), levelsFolder)
    .option(
      "--port <N>",
      inLanguage({
        en: "of the city's pages; the counties take the next ones",
        zh: "市级网页的端口；各县依次用后面的端口",
      }),
      readPort,
      firstPort,
    )
    .action(({ data, port }: { data: string; port: number }) => runLevels({ root: data, port }));
}
