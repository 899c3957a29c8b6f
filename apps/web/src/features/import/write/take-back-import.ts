import { type UndoneCounts, undoImport } from "@mingbai/sdk/household-import/undo-import";
import { nodeClient } from "../../../api/node-client.ts";
import type { Session } from "../../../session/session.ts";
import { form } from "../../registry/form-words.ts";
import { importActor } from "../desk/import-actor.ts";
import { importDesk } from "../desk/import-desk.ts";

/** Takes back what an import has written, where nobody has changed it since. */
export function takeBackImport(session: Session, number: string): Promise<void> {
  return importDesk.during({}, async () => {
    const actor = await importActor(session);
    const onProgress = (undone: UndoneCounts) => importDesk.change({ undone });
    const undone = await undoImport({ client: nodeClient, actor, import: number, form: form.version, onProgress });
    importDesk.change({ undone });
  });
}
