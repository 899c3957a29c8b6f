import { availabilityVectors } from "./availability-vectors.ts";
import { blockRecordVectors } from "./block-record-vectors.ts";
import { canonicalVectors } from "./canonical-vectors.ts";
import { containerVectors } from "./container-vectors.ts";
import { contentVectors } from "./content-vectors.ts";
import { leafVectors } from "./leaf-vectors.ts";
import { rosterVectors } from "./roster-vectors.ts";
import { sessionVectors } from "./session-vectors.ts";
import { appHashVectors } from "./state-vectors.ts";
import { transactionVectors } from "./transaction-vectors.ts";
import { windowVectors } from "./window-vectors.ts";

/** The files of docs/spec/vectors that this package answers for, by name. */
export async function makeVectors() {
  return {
    "canonical-json": canonicalVectors(),
    transactions: transactionVectors(),
    containers: await containerVectors(),
    availability: await availabilityVectors(),
    leaves: leafVectors(),
    windows: windowVectors(),
    "app-hash": appHashVectors(),
    "block-records": blockRecordVectors(),
    contents: contentVectors(),
    rosters: await rosterVectors(),
    sessions: sessionVectors(),
  };
}
