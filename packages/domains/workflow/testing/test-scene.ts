import { foundingEvents } from "@mingbai/identity/founding-events";
import { identity } from "@mingbai/identity/index";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { applyEvent } from "@mingbai/ledger/execute/execute-transaction";
import { setConfiguration } from "@mingbai/ledger/genesis/configuration";
import { isRefusal } from "@mingbai/ledger/refusal";
import { moved } from "../effects.ts";
import { workflow } from "../index.ts";
import { type MatterRow, matterTable } from "../tables.ts";

export interface Person {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export const accountOf = (number: number): string => number.toString(16).padStart(16, "0");
export const hex = (byte: string): string => byte.repeat(32);
const person = (number: number, organisation: string, ...roles: Role[]): Person => ({
  account: accountOf(number),
  organisation,
  roles,
});

/** The district decides; street, health office, a firm and two neighbours apply or are asked. */
export const people = {
  reviewer: person(1, "district", "projectManager"),
  reviewer2: person(2, "district", "projectManager"),
  /** Holds both roles, so that only four eyes keep them apart. */
  both: person(3, "district", "projectManager", "financeSupervisor"),
  payer: person(4, "district", "financeSupervisor"),
  clerk: person(5, "street", "projectManager"),
  streetFinance: person(6, "street", "financeSupervisor"),
  health: person(7, "health", "projectManager"),
  supplier: person(8, "company", "supplier"),
  citizen: person(9, "street", "individual"),
  neighbour: person(10, "street", "individual"),
  regulator: person(11, "inspection", "regulator"),
};

export const startMs = Date.UTC(2026, 10, 20, 1);
export const dayMs = 24 * 60 * 60 * 1_000;
export const matter = hex("a1");
export const terms = { payee: accountOf(0x100), fund: 1, amount: 50_000 };
export const application = { matter, kind: "disbursement", to: "district", terms, content: hex("c1") };
export const words = hex("d1");
export const at = { matter, version: 1 };

/** A ledger of this domain alone; `run` judges and applies as the executor does and says the refusal's code, or "ok". */
export function testScene() {
  const registry = createRegistry([identity, workflow]);
  const state = registry.createState();
  const everyone = Object.values(people);
  setConfiguration(state, {
    name: "test",
    demo: true,
    reconstruction: false,
    currency: { code: "CNY", decimals: 2 },
    relyingParty: { id: "localhost", origins: [] },
    zoneOffsetMinutes: 480,
    quotaUnitsPerMinute: 1,
  });
  const organisations = [...new Set(everyone.map(({ organisation }) => organisation))];
  const founders = foundingEvents({
    organisations: organisations.map((id) => ({ id, name: { en: id, zh: id } })),
    actors: everyone.map((one) => ({
      ...one,
      keys: [{ keyId: one.account, scheme: "ed25519", publicKey: hex("ab") }],
    })),
  });
  const scene = {
    state,
    timeMs: startMs,
    /** The detail of the last refusal. */
    detail: undefined as object | undefined,
    run(who: Person, verb: string, input: object): string {
      const command = registry.commands.get(`workflow.${verb}`);
      if (command === undefined) throw new Error(`no command ${verb}`);
      if (!command.allow.some(({ role }) => who.roles.includes(role))) return "NOT_ALLOWED";
      const moment = { height: 1, timeMs: scene.timeMs };
      const answer = command.run(
        { state, actor: { ...who, keyId: who.account }, moment, id: hex("00"), chain: new Uint8Array(32) },
        input,
      );
      if (answer === undefined) return "BODY_INVALID";
      if (isRefusal(answer)) {
        scene.detail = answer.detail;
        return answer.refused;
      }
      apply(answer);
      return "ok";
    },
    must(who: Person, verb: string, input: object): void {
      const code = scene.run(who, verb, input);
      if (code !== "ok") throw new Error(`${verb}: ${code}`);
    },
    /** Block time comes to this moment; returns what happened by itself. */
    wait(untilMs: number): readonly Event[] {
      scene.timeMs = untilMs;
      const events = workflow.deadlines?.due(state, { height: 1, timeMs: untilMs }) ?? [];
      apply(events);
      return events;
    },
    row(id = matter): MatterRow {
      const row = state.table(matterTable).find(id);
      if (row === undefined) throw new Error(`no matter ${id}`);
      return row;
    },
  };
  function apply(events: readonly Event[]): void {
    for (const event of events) applyEvent({ state, registry, moment: { height: 1, timeMs: scene.timeMs } }, event);
  }
  apply(founders);
  return scene;
}

export type TestScene = ReturnType<typeof testScene>;

/** The street's application, as far as it is to be. */
export function sceneAt(stage: "submitted" | "forwarded" | "returned" | "passed" | "disputed"): TestScene {
  const scene = testScene();
  scene.must(people.clerk, "submitMatter", application);
  if (stage === "forwarded") scene.must(people.reviewer, "forwardMatter", { ...at, to: "health" });
  if (stage === "returned") scene.must(people.reviewer, "returnMatter", { ...at, words });
  if (stage === "passed") scene.must(people.reviewer, "passMatter", at);
  if (stage === "disputed") {
    disburse(scene);
    scene.must(people.streetFinance, "disputeMatter", { ...at, words });
  }
  return scene;
}

/** Passed and paid, without the treasury. */
export function disburse(scene: TestScene): void {
  scene.must(people.reviewer, "passMatter", at);
  const { state } = scene;
  const moment = { height: 1, timeMs: scene.timeMs };
  const actor = { ...people.payer, keyId: people.payer.account };
  const event = moved({ state, actor, moment }, { matter, row: scene.row() }, { stage: "disbursed", decides: true });
  applyEvent({ state, registry: createRegistry([workflow]), moment }, event);
}
