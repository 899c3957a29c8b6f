import type { Role } from "@mingbai/ledger/authority/role";
import type { Domain } from "@mingbai/ledger/definition/domain";
import type { Event } from "@mingbai/ledger/definition/event";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import { applyEvent } from "@mingbai/ledger/execute/execute-transaction";
import { setConfiguration } from "@mingbai/ledger/genesis/configuration";
import { isRefusal } from "@mingbai/ledger/refusal";
import { foundingEvents } from "../founding-events.ts";
import { identity } from "../index.ts";

export interface Person {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export const dayMs = 24 * 60 * 60 * 1_000;
export const accountOf = (number: number): string => number.toString(16).padStart(16, "0");
export const hex = (byte: string): string => byte.repeat(32);
export const person = (number: number, organisation: string, ...roles: Role[]): Person => ({
  account: accountOf(number),
  organisation,
  roles,
});

interface Founding {
  /** Besides identity, in their order; a command without a domain's name before it is the last one's. */
  readonly domains: readonly Domain[];
  readonly people: Readonly<Record<string, Person>>;
  readonly startMs: number;
  readonly areas?: Parameters<typeof foundingEvents>[0]["areas"];
  readonly areaOfOrganisation?: { readonly [organisation: string]: string };
}

/** A ledger without signatures or blocks; `run` judges and applies as the executor does and says the refusal's code, or "ok". */
export function foundTestLedger({ domains, people, startMs, areas, areaOfOrganisation = {} }: Founding) {
  const all = [identity, ...domains];
  const registry = createRegistry(all);
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
    ...(areas !== undefined && { areas }),
    organisations: organisations.map((id) => {
      const area = areaOfOrganisation[id];
      return { id, name: { en: id, zh: id }, ...(area !== undefined && { area }) };
    }),
    actors: everyone.map((one) => ({
      ...one,
      keys: [{ keyId: one.account, scheme: "ed25519", publicKey: hex("ab") }],
    })),
  });
  const lastName = all.at(-1)?.name ?? "";
  const ledger = {
    state,
    timeMs: startMs,
    /** What the ledger began with. */
    founders: founders as readonly Event[],
    /** What the last accepted command made. */
    events: [] as readonly Event[],
    /** The detail of the last refusal. */
    detail: undefined as object | undefined,
    run(who: Person, verb: string, input: object): string {
      const command = registry.commands.get(verb.includes(".") ? verb : `${lastName}.${verb}`);
      if (command === undefined) throw new Error(`no command ${verb}`);
      if (!command.allow.some(({ role }) => who.roles.includes(role))) return "NOT_ALLOWED";
      const moment = { height: 1, timeMs: ledger.timeMs };
      const answer = command.run(
        { state, actor: { ...who, keyId: who.account }, moment, id: hex("00"), chain: new Uint8Array(32) },
        input,
      );
      if (answer === undefined) return "BODY_INVALID";
      if (isRefusal(answer)) {
        ledger.detail = answer.detail;
        return answer.refused;
      }
      ledger.events = answer;
      ledger.apply(answer);
      return "ok";
    },
    must(who: Person, verb: string, input: object): void {
      const code = ledger.run(who, verb, input);
      if (code !== "ok") throw new Error(`${verb}: ${code}`);
    },
    /** Time comes to this moment; gives what happened by itself. */
    wait(untilMs: number): readonly Event[] {
      ledger.timeMs = untilMs;
      const due = all.flatMap(({ deadlines }) => deadlines?.due(state, { height: 1, timeMs: untilMs }) ?? []);
      ledger.apply(due);
      return due;
    },
    apply(events: readonly Event[]): void {
      for (const event of events) applyEvent({ state, registry, moment: { height: 1, timeMs: ledger.timeMs } }, event);
    },
  };
  ledger.apply(founders);
  return ledger;
}
