import { nodeClient } from "@mingbai/app-web/src/api/node-client";
import { keepFile } from "../files/kept-file.ts";
import { openFiles } from "../files/open-files.ts";
import { dropSealed, findSealedBytes } from "../keep/sealed-store.ts";
import { makeStore } from "../keep/store.ts";
import { signAct } from "../ledger/sign-act.ts";
import { judgeTrouble } from "../ledger/trouble.ts";
import { meStore } from "../person/me.ts";
import { getSigningKey, haveSession } from "../person/session.ts";
import { findDifferences } from "./find-differences.ts";
import { type FieldRecord, isWaiting } from "./record.ts";
import { recordsStore, saveRecord } from "./records.ts";
import { type SendPort, sendRecord } from "./send-record.ts";

/** none: no signal; away: the node does not answer; signIn: the person has to sign in; ok: the node answered. */
export type Signal = "unknown" | "ok" | "none" | "away" | "signIn";

export const signalStore = makeStore<{ readonly signal: Signal; readonly isSending: boolean }>({
  signal: navigator.onLine ? "unknown" : "none",
  isSending: false,
});

/** Held by the one page of the phone that sends. */
export const sendingLock = "mingbai-field-sending";

let isSending = false;
/** Something was handed in, or the signal came back, while the last attempt was under way. */
let isAskedAgain = false;

const port: SendPort = {
  client: nodeClient,
  sign: async (act) => signAct(nodeClient, await getSigningKey(), act),
  findPhoto: (file) => findSealedBytes("photos", file),
  keep: saveRecord,
};

/**
 * Sends what waits, in the order in which it was handed in, by one page of the phone at a time; then looks whether anybody
 * said something else. Nothing is thrown for a missing signal: it goes on when there is one.
 */
export async function sendWaiting(): Promise<void> {
  if (isSending) {
    isAskedAgain = true;
    return;
  }
  isSending = true;
  try {
    do {
      isAskedAgain = false;
      await sendByOnePage();
    } while (isAskedAgain);
  } finally {
    isSending = false;
  }
}

async function sendByOnePage(): Promise<void> {
  await navigator.locks.request(sendingLock, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    signalStore.set({ ...signalStore.get(), isSending: true });
    let signal: Signal = "away";
    try {
      signal = await trySending();
    } finally {
      signalStore.set({ signal, isSending: false });
    }
  });
}

async function trySending(): Promise<Signal> {
  try {
    if (!(await haveSession())) return "signIn";
    for (const record of waiting()) await sendOne(record);
    await compareEntered();
    return "ok";
  } catch (fault) {
    return signalOf(fault);
  }
}

function signalOf(fault: unknown): Signal {
  const { kind, trouble } = judgeTrouble(fault);
  if (kind === "later") return navigator.onLine ? "away" : "none";
  // The session, or the key behind it: whoever it was, they are asked to sign in, and nothing is lost meanwhile.
  if (kind === "refused") console.info(trouble.code);
  return "signIn";
}

function waiting(): FieldRecord[] {
  const owner = meStore.get()?.account;
  return [...recordsStore.get().values()]
    .filter((record) => record.owner === owner && isWaiting(record))
    .sort((a, b) => a.savedMs - b.savedMs);
}

/** Photos of what is on the ledger lie at the node: the phone forgets them. */
async function sendOne(record: FieldRecord): Promise<void> {
  const { stage, draft } = await sendRecord(port, record);
  if (stage === "entered")
    await dropSealed(
      "photos",
      draft.photos.map(({ file }) => file),
    );
}

/** Opens the files of what has entered once more: they are fresh in the phone then, and differences show. */
async function compareEntered(): Promise<void> {
  const owner = meStore.get()?.account;
  const entered = [...recordsStore.get().values()].filter(
    (record) => record.owner === owner && record.stage === "entered" && !record.isCompared,
  );
  const households = [...Map.groupBy(entered, ({ draft }) => draft.household)];
  if (households.length > 0) await compareHouseholds(new Map(households));
}

/** One act for all; where the ledger refuses it, one for each, so that a household that is lost hides no other's differences. */
async function compareHouseholds(households: ReadonlyMap<string, readonly FieldRecord[]>): Promise<void> {
  try {
    await openFiles([...households.keys()], async (file) => {
      await keepFile(file, Date.now());
      for (const record of households.get(file.household) ?? [])
        await saveRecord({ ...record, isCompared: true, differences: findDifferences(record, file) });
    });
  } catch (fault) {
    if (judgeTrouble(fault).kind !== "refused") throw fault;
    if (households.size > 1) {
      for (const one of households) await compareHouseholds(new Map([one]));
      return;
    }
    // It went to another keeper meanwhile and is not this person's to look at; what they said stands.
    for (const record of [...households.values()].flat()) await saveRecord({ ...record, isCompared: true });
  }
}
