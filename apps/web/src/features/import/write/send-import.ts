import { importHouseholds } from "@mingbai/sdk/household-import/import-households";
import { waitForTables } from "@mingbai/sdk/wait-for-tables";
import { nodeClient } from "../../../api/node-client.ts";
import type { Session } from "../../../session/session.ts";
import { form } from "../../registry/form-words.ts";
import { comparePorts } from "../compare/compare-ports.ts";
import { findArea } from "../compare/find-area.ts";
import { planDecided } from "../compare/plan-decided.ts";
import { importActor } from "../desk/import-actor.ts";
import { importDesk } from "../desk/import-desk.ts";
import { type KeptImport, keepImport, storedJournal } from "./import-store.ts";

/** Another page of this browser is writing the same import. */
export class SentElsewhereError extends Error {
  override name = "SentElsewhereError";
}

/** Signs and sends an import from where its journal has it, and shows what came of it. Throws SentElsewhereError. */
export async function sendImport(session: Session, kept: KeptImport): Promise<void> {
  const { import: number, mapping, day, decisions, corrections, only } = kept;
  const ports = await comparePorts(session);
  const signal = importDesk.stoppable();
  const chosen = only && new Set(only);
  const name = `mingbai import ${number}`;
  const result = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) throw new SentElsewhereError("another page is importing this list");
    return importHouseholds({
      client: nodeClient,
      actor: await importActor(session),
      import: number,
      form: form.version,
      planned: (leftOut) =>
        planDecided(
          importDesk.thread.households({ mapping, day, corrections }),
          { decisions, leftOut, only: chosen },
          ports,
        ),
      areaOf: (planned) => findArea(importDesk.get(), planned),
      journal: storedJournal(kept),
      onProgress: (counts) => importDesk.change({ counts, busy: { households: counts.taken } }),
      signal,
    });
  });
  if (!result.isStopped) await keepImport({ ...kept, isDone: true });
  await waitForTables(nodeClient, result.height);
  importDesk.change({ phase: "result", result, counts: result.counts });
}
