import type { Sessions } from "@mingbai/http/sessions/sessions";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { eventsPerSeq } from "@mingbai/workflow/projection/tables";
import type { FastifyInstance } from "fastify";
import { endMailRoute } from "../mail/end-mail-route.ts";
import { type OpenMailParts, openMail } from "../mail/open-mail.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { SettingsStore } from "./settings-store.ts";

type PersonalParts = Omit<OpenMailParts, "disk" | "now" | "onTrouble"> & { readonly sessions: Sessions };

/** What the node keeps for each person, and mail; both end with the server. */
export async function servePersonal(server: FastifyInstance, parts: PersonalParts): Promise<void> {
  const { folder, keys, ledger, sessions, onFatal } = parts;
  const disk = nodeDisk();
  const mail = await openMail({ ...parts, disk, now: Date.now, onTrouble: (error) => server.log.error(error) });
  server.addHook("onClose", () => mail.close());
  settingsRoutes(server, {
    settings: await SettingsStore.open({ disk, folder: folder.settings, key: keys.vault, onFatal }),
    mail: mail.store,
    isMailSetUp: mail.isSetUp,
    newestPlace: () => String(ledger.chain.head.logSize * eventsPerSeq),
    requireSession: sessions.requireSession,
    now: Date.now,
  });
  await endMailRoute(server, mail.store);
}
