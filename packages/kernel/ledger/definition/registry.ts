import { frozenOrganisationTable } from "../authority/frozen.ts";
import { keyTable } from "../authority/key.ts";
import { parameterTable } from "../authority/parameter.ts";
import { quotaTable } from "../authority/quota.ts";
import { actorTable } from "../authority/role.ts";
import { orderedStore } from "../container/ordered-containers.ts";
import { configurationTable } from "../genesis/configuration.ts";
import { eraTable } from "../genesis/era.ts";
import { rosterTable } from "../genesis/rosters.ts";
import { rulesVersionTable } from "../genesis/rules-version.ts";
import { ledgerRefusals, type RefusalDeclaration } from "../refusal.ts";
import { executedTable } from "../replay/executed.ts";
import { windowTable } from "../replay/window.ts";
import { State } from "../state/state.ts";
import type { Command } from "./command.ts";
import type { Domain } from "./domain.ts";
import type { EventDefinition } from "./event.ts";
import type { PaymentsHandler } from "./payments.ts";

/** Everything the domains of a ledger define, found by name. */
export interface Registry {
  readonly domains: readonly Domain[];
  readonly commands: ReadonlyMap<string, Command>;
  readonly payments: ReadonlyMap<string, PaymentsHandler>;
  readonly events: ReadonlyMap<string, EventDefinition>;
  readonly refusals: ReadonlyMap<string, RefusalDeclaration>;
  createState(): State;
}

const refusalNumberMax = 2 ** 16 - 1;

/** Gathers domains. Throws where two define the same name or number, or a name is not its domain's own. */
export function createRegistry(domains: readonly Domain[]): Registry {
  const refusals = named(
    domains.flatMap((domain) => Object.entries(domain.refusals)).concat(Object.entries(ledgerRefusals)),
  );
  for (const [code, { number }] of refusals) checkNumber(code, number);
  named([...refusals].map(([code, { number }]) => [`refusal ${number}`, code]));
  const commands = domains.flatMap((domain) =>
    domain.commands.map((command) => ownedBy(domain, command.name, command)),
  );
  const events = domains.flatMap((domain) => domain.events.map((event) => ownedBy(domain, event.type, event)));
  const payments = domains.flatMap((domain) =>
    domain.payments ? [ownedBy(domain, domain.payments.name, domain.payments)] : [],
  );
  // A route, a method and a verb are made from each name: it must mean one thing.
  named<Command | PaymentsHandler>([...commands, ...payments]);
  return {
    domains,
    refusals,
    commands: named(commands),
    events: named(events),
    payments: named(payments),
    createState: () =>
      new State({
        tables: [
          keyTable,
          actorTable,
          windowTable,
          executedTable,
          quotaTable,
          configurationTable,
          rosterTable,
          eraTable,
          rulesVersionTable,
          parameterTable,
          frozenOrganisationTable,
          ...domains.flatMap((domain) => domain.tables),
        ],
        stores: [orderedStore, ...domains.flatMap((domain) => domain.stores)],
      }),
  };
}

/** A leaf has two bytes for it, in which 0 says "accepted". */
function checkNumber(code: string, number: number): void {
  if (!Number.isInteger(number) || number < 1 || number > refusalNumberMax) {
    throw new Error(`the number of ${code} is not from 1 to ${refusalNumberMax}`);
  }
}

function ownedBy<Item>(domain: Domain, name: string, item: Item): [string, Item] {
  if (!name.startsWith(`${domain.name}.`)) throw new Error(`${name} does not begin with its domain's name`);
  return [name, item];
}

function named<Item>(entries: readonly (readonly [string, Item])[]): Map<string, Item> {
  const map = new Map(entries);
  if (map.size === entries.length) return map;
  const seen = new Set<string>();
  const twice = entries.find(([name]) => seen.size === seen.add(name).size);
  throw new Error(`${twice?.[0]} is defined twice`);
}
