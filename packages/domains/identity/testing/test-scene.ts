import type { Role } from "@mingbai/ledger/authority/role";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event, Moment } from "@mingbai/ledger/definition/event";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { applyEvent } from "@mingbai/ledger/execute/execute-transaction";
import { type Configuration, setConfiguration } from "@mingbai/ledger/genesis/configuration";
import { isRefusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { expect, it } from "vitest";
import { foundingEvents } from "../founding-events.ts";
import { identity } from "../index.ts";
import { approvalLimitTable } from "../tables.ts";

export const accountOf = (number: number) => number.toString(16).padStart(16, "0");
export const admin = accountOf(1);
export const clerk = accountOf(2);
export const stranger = accountOf(3);
export const colleague = accountOf(4);
export const nowMs = 1_800_000_000_000;
export const dayMs = 24 * 60 * 60 * 1_000;
export const publicKey = "ab".repeat(32);
export const newKey = { keyId: accountOf(0x99), scheme: "ed25519", publicKey };

/**
 * Two organisations; `run` executes as the executor does, roles included, and says the refusal's code or "ok". `done`
 * holds the events of all that was accepted.
 */
export function scene() {
  const actor = (account: string, organisation: string, held: readonly Role[]) => ({
    account,
    organisation,
    roles: held,
    keys: [{ keyId: account, scheme: "ed25519", publicKey }] as const,
  });
  return sceneOf(
    foundingEvents({
      organisations: ["bureau", "street"].map((id) => ({ id, name: { en: id, zh: id } })),
      actors: [
        actor(admin, "bureau", ["administrator"]),
        actor(clerk, "bureau", ["operator"]),
        actor(colleague, "bureau", ["reviewer"]),
        actor(stranger, "street", ["administrator"]),
      ],
    }),
  );
}

export const configuration: Configuration = {
  name: "test",
  demo: false,
  reconstruction: false,
  currency: { code: "CNY", decimals: 2 },
  zoneOffsetMinutes: 480,
  relyingParty: { id: "localhost", origins: ["http://localhost"] },
  quotaUnitsPerMinute: 1,
};

/** Gives the bureau a limit, which members vote elsewhere. */
export function limitTo(state: State, amount: number): void {
  state.table(approvalLimitTable).set("bureau", { amount, fromMs: 0 });
}

/** The same with founders of the test's own. */
export function sceneOf(founders: readonly Event[]) {
  const registry = createRegistry([identity]);
  const state = registry.createState();
  setConfiguration(state, configuration);
  for (const event of founders) applyEvent({ state, registry, moment: { height: 0, timeMs: 0 } }, event);
  const done: Event[] = [];
  const run = (account: string, verb: string, input: object, timeMs = nowMs, keyId = account): string => {
    const moment = { height: 5, timeMs };
    const record = findActor(state, account, timeMs) ?? { organisation: "", roles: [] };
    const command = registry.commands.get(`identity.${verb}`);
    if (command === undefined) throw new Error(`no command ${verb}`);
    if (!command.allow.some(({ role }) => record.roles.includes(role))) return "NOT_ALLOWED";
    const context: CommandContext = {
      state,
      actor: { ...record, account, keyId },
      moment,
      id: "00".repeat(32),
      chain: new Uint8Array(32),
    };
    const answer = command.run(context, input);
    if (answer === undefined) return "BODY_INVALID";
    if (isRefusal(answer)) return answer.refused;
    for (const event of answer) applyEvent({ state, registry, moment }, event);
    done.push(...answer);
    return "ok";
  };
  /** A block at this moment, of which only what falls due is carried out. */
  const pass = (moment: Moment): void => {
    const due = identity.deadlines?.due(state, moment) ?? [];
    for (const event of due) applyEvent({ state, registry, moment }, event);
    done.push(...due);
  };
  return { state, run, pass, done };
}

/** Who asks what, and the code that must answer. */
export type Row = readonly [code: string, account: string, input: object];

/** A test for each row: the command answers with its code. */
export function answers(verb: string, rows: readonly Row[]): void {
  for (const [code, account, input] of rows) {
    it(`${verb}: ${code}`, () => expect(scene().run(account, verb, input)).toBe(code));
  }
}
