import { toHex } from "@mingbai/codec/hex";
import { randomBytes } from "@mingbai/sdk/disbursement/salted-content";
import type { Session } from "../../../session/session.ts";
import { importDesk } from "../desk/import-desk.ts";
import { type KeptImport, keepImport } from "./import-store.ts";
import { sendImport } from "./send-import.ts";

/** Writes what may be written. `day`: the ledger's own, YYYY-MM-DD; `only`: households that were decided after the first run. */
export async function writeList(session: Session, day: string, only?: readonly string[]): Promise<void> {
  const { import: number, mapping, file, list, places, decisions, corrections, round } = importDesk.get();
  if (mapping === undefined || file === undefined) return;
  const kept: KeptImport = {
    import: number ?? toHex(randomBytes(8)),
    owner: session.account,
    name: file.name,
    sheets: list?.read ?? [],
    mapping,
    day,
    places,
    decisions,
    corrections,
    round: round + 1,
    ...(only !== undefined && { only }),
    beganMs: Date.now(),
    isDone: false,
  };
  await importDesk.during({ phase: "run", import: kept.import, round: kept.round }, async () => {
    await keepImport(kept, file.file);
    await sendImport(session, kept);
  });
}
