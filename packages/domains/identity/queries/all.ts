import type { Registry } from "@mingbai/ledger/definition/registry";
import type { Configuration } from "@mingbai/ledger/genesis/configuration";
import { normalLimit } from "../reads/approval-limit.ts";
import { approvalStandingQuery } from "./approval-standing.ts";
import { areas } from "./areas.ts";
import { organisations } from "./organisations.ts";
import { people } from "./people.ts";
import { person } from "./person.ts";
import { recoveries } from "./recoveries.ts";
import { rulesQuery } from "./rules.ts";

/** What may be asked about organisations and people; the rules tell of everything that this ledger can do. */
export function identityQueries(registry: Registry, configuration: Pick<Configuration, "demo" | "reconstruction">) {
  const limit = normalLimit(configuration) ?? null;
  return [
    areas,
    organisations,
    people,
    person,
    rulesQuery(registry, limit),
    approvalStandingQuery(limit),
    recoveries,
  ] as const;
}
