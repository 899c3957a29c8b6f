import type { Registry } from "@mingbai/ledger/definition/registry";
import { areas } from "./areas.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { person } from "./person.ts";
import { rulesQuery } from "./rules.ts";

/** What may be asked about organisations and people; the rules tell of everything that this ledger can do. */
export function identityQueries(registry: Registry) {
  return [areas, organisations, people, person, rulesQuery(registry)] as const;
}
