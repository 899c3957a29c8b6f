import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import type { Session } from "../../../session/session.ts";
import { emptyDesk } from "../desk/desk-state.ts";
import { importDesk } from "../desk/import-desk.ts";
import { findKeptFile, type KeptImport } from "./import-store.ts";
import { sendImport } from "./send-import.ts";

/** Goes on with an import that was broken off when its page was closed. */
export function resumeImport(session: Session, kept: KeptImport, divisions: readonly NamedDivision[]): Promise<void> {
  const { import: number, mapping, places, decisions, corrections, round } = kept;
  return importDesk.during(
    { ...emptyDesk, phase: "run", import: number, mapping, places, decisions, corrections, round },
    async () => {
      const file = await findKeptFile(kept);
      if (file === undefined) throw new Error("the file of this import is not kept here");
      const list = await importDesk.thread.open(file, kept.sheets, divisions);
      importDesk.change({ file: { file, name: kept.name }, list });
      await sendImport(session, kept);
    },
  );
}
