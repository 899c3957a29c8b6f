import { Command } from "commander";
import { inLanguage } from "../words.ts";
import { clusterCosignCommand } from "./cluster-cosign.ts";
import { clusterHandOverCommand } from "./cluster-hand-over.ts";
import { clusterInitCommand } from "./cluster-init.ts";
import { clusterKeyCommand } from "./cluster-key.ts";
import { clusterUpCommand } from "./cluster-up.ts";

/** `mingbai cluster …`: a ledger that several organisations keep together. */
export function clusterCommand(): Command {
  return new Command("cluster")
    .description(inLanguage({ en: "a ledger that several organisations keep together", zh: "多家机构共同维护的账本" }))
    .addCommand(clusterInitCommand())
    .addCommand(clusterKeyCommand())
    .addCommand(clusterHandOverCommand())
    .addCommand(clusterCosignCommand())
    .addCommand(clusterUpCommand());
}
