import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findOpeningRefusal, openers } from "../checks/opening.ts";
import { filesOpened } from "../events/access.ts";
import { OpenFiles } from "../schema.ts";

/**
 * Somebody opens files and says what for. A node unseals a file only for who has said so lately; whoever the file is
 * about sees it for ever. Who may not is refused, and that they tried is on the ledger, too.
 */
export const openFiles = defineCommand("registry.openFiles", {
  schema: OpenFiles,
  allow: openers.map(role),
  title: { en: "Open files", zh: "查看档案" },
  audit: { en: "opened household files ({purpose})", zh: "查看了户档案（{purpose}）" },
  execute(context, { purpose, households }) {
    const refusal = households
      .map((household) => findOpeningRefusal(context, household, purpose))
      .find((one) => one !== undefined);
    const { account: by, organisation } = context.actor;
    return refusal ?? [filesOpened({ households, purpose, organisation, by })];
  },
});
