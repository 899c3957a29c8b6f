import { foundingEvents } from "@mingbai/identity/founding-events";
import { identity } from "@mingbai/identity/index";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { applyEvent } from "@mingbai/ledger/execute/execute-transaction";
import { setConfiguration } from "@mingbai/ledger/genesis/configuration";
import { isRefusal } from "@mingbai/ledger/refusal";
import { posts } from "../index.ts";

export interface Person {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export const numberOf = (number: number): string => number.toString(16).padStart(16, "0");
export const hex = (byte: string): string => byte.repeat(32);
const person = (number: number, organisation: string, ...roles: Role[]): Person => ({
  account: numberOf(number),
  organisation,
  roles,
});

/** A street of two villages with its leader, and the bureau above it. */
export const people = {
  leader: person(1, "street", "leader"),
  grid: person(2, "street", "gridWorker"),
  grid2: person(3, "street", "gridWorker"),
  secretary: person(4, "bureau", "operator"),
  bureauLeader: person(5, "bureau", "leader"),
  citizen: person(6, "residents", "individual"),
};

/** Later than any clock that runs this: tables judge by the later of the two. */
export const startMs = Date.UTC(2090, 10, 20, 1);
export const dayMs = 24 * 60 * 60 * 1_000;
export const post = numberOf(0x50);
export const subject = numberOf(0x60);
export const untilMs = startMs + 700 * dayMs;
export const given = {
  post,
  account: people.grid.account,
  kind: "gridWorker",
  areas: ["hill"],
  householdsMax: 40,
  untilMs,
};
export const described = { account: people.grid.account, subject, content: hex("d1") };

const areas = [
  { area: "county", level: "district", name: { en: "County", zh: "县" } },
  { area: "town", level: "street", name: { en: "Town", zh: "镇" }, parent: "county" },
  { area: "hill", level: "village", name: { en: "Hill", zh: "山" }, parent: "town" },
  { area: "lake", level: "village", name: { en: "Lake", zh: "湖" }, parent: "town" },
] as const;
const areaOfOrganisation: { readonly [organisation: string]: string } = { street: "town", bureau: "county" };

/** A ledger of identity and posts; `run` judges and applies as the executor does and says the refusal's code, or "ok". */
export function testScene() {
  const registry = createRegistry([identity, posts]);
  const state = registry.createState();
  setConfiguration(state, {
    name: "test",
    demo: true,
    reconstruction: false,
    currency: { code: "CNY", decimals: 2 },
    relyingParty: { id: "localhost", origins: [] },
    zoneOffsetMinutes: 480,
    quotaUnitsPerMinute: 1,
  });
  const everyone = Object.values(people);
  const organisations = [...new Set(everyone.map(({ organisation }) => organisation))];
  const founders = foundingEvents({
    areas,
    organisations: organisations.map((id) => {
      const area = areaOfOrganisation[id];
      return { id, name: { en: id, zh: id }, ...(area !== undefined && { area }) };
    }),
    actors: everyone.map((one) => ({
      ...one,
      keys: [{ keyId: one.account, scheme: "ed25519", publicKey: hex("ab") }],
    })),
  });
  const scene = {
    state,
    timeMs: startMs,
    founders: founders as readonly Event[],
    /** What the last accepted command made. */
    events: [] as readonly Event[],
    run(who: Person, verb: string, input: object): string {
      const command = registry.commands.get(`posts.${verb}`);
      if (command === undefined) throw new Error(`no command ${verb}`);
      if (!command.allow.some(({ role }) => who.roles.includes(role))) return "NOT_ALLOWED";
      const moment = { height: 1, timeMs: scene.timeMs };
      const answer = command.run(
        { state, actor: { ...who, keyId: who.account }, moment, id: hex("00"), chain: new Uint8Array(32) },
        input,
      );
      if (answer === undefined) return "BODY_INVALID";
      if (isRefusal(answer)) return answer.refused;
      scene.events = answer;
      apply(answer);
      return "ok";
    },
    must(who: Person, verb: string, input: object): void {
      const code = scene.run(who, verb, input);
      if (code !== "ok") throw new Error(`${verb}: ${code}`);
    },
  };
  function apply(events: readonly Event[]): void {
    for (const event of events) applyEvent({ state, registry, moment: { height: 1, timeMs: scene.timeMs } }, event);
  }
  apply(founders);
  return scene;
}

export type TestScene = ReturnType<typeof testScene>;
