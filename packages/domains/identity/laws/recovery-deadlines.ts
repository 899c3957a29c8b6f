import { keyTable } from "@mingbai/ledger/authority/key";
import type { Deadlines } from "@mingbai/ledger/definition/domain";
import type { Event, Moment } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { keyRegistered } from "../events/key-registered.ts";
import { keyRevoked } from "../events/key-revoked.ts";
import { recoveryEnded } from "../events/recovery-ended.ts";
import { recoveryOpenMsMax } from "../schema.ts";
import { accountKeysTable, type RecoveryRow, recoveryTable } from "../tables.ts";

/** A recovery takes effect, or is forgotten, by itself. PERF: asked at every block; few recoveries are ever open. */
export const recoveryDeadlines: Deadlines = {
  next(state) {
    if (state.table(recoveryTable).size === 0) return undefined;
    return Math.min(
      ...state
        .table(recoveryTable)
        .entries()
        .map(([, row]) => endMs(row)),
    );
  },
  due(state, moment) {
    if (state.table(recoveryTable).size === 0) return [];
    return state
      .table(recoveryTable)
      .entries()
      .flatMap(([account, row]) => (endMs(row) <= moment.timeMs ? endOf(state, { account, row }, moment) : []));
  },
};

function endMs({ effectMs, proposedMs }: RecoveryRow): number {
  return effectMs ?? proposedMs + recoveryOpenMsMax;
}

/** The new key counts from the next block, and every old one until then. */
function endOf(state: State, { account, row }: { account: string; row: RecoveryRow }, moment: Moment): Event[] {
  const isTaken = state.table(keyTable).find(row.key.keyId) !== undefined;
  if (row.effectMs === undefined || isTaken) return [recoveryEnded({ account, outcome: "lapsed" })];
  const height = moment.height + 1;
  const old = keysAfter(state, account, height);
  return [
    ...old.map((keyId) => keyRevoked({ keyId, account, untilHeight: endOfKey(state, keyId, height) })),
    keyRegistered({ ...row.key, account, fromHeight: height }),
    recoveryEnded({ account, outcome: "done" }),
  ];
}

/** A key whose end is further away ends now, too: whoever took it may have set that end. */
function keysAfter(state: State, account: string, height: number): readonly string[] {
  const keys = state.table(accountKeysTable).find(account)?.keys ?? [];
  return keys.filter((keyId) => (state.table(keyTable).find(keyId)?.untilHeight ?? height + 1) > height);
}

/** A key that would only begin later ends where it would begin: it never counts. */
function endOfKey(state: State, keyId: string, height: number): number {
  return Math.max(height, state.table(keyTable).find(keyId)?.fromHeight ?? height);
}
