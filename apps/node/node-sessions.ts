import { Sessions } from "@mingbai/http/sessions/sessions";
import { organisationTable } from "@mingbai/identity/tables";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { findCast } from "./demo/casts.ts";
import { demoNumber } from "./demo/demo-keys.ts";
import { nodePages } from "./node-pages.ts";
import type { OpenLedger } from "./open-ledger.ts";

/**
 * Signing in at this node, from its own pages and those of the ledger's other nodes. `address`: where it listens, once it does. Names
 * of people are known here only where they are invented.
 */
export function nodeSessions(
  ledger: Pick<OpenLedger, "chain" | "network">,
  address: () => string | undefined,
  now: () => number = Date.now,
): Sessions {
  const { chain } = ledger;
  const pages = nodePages(ledger, address);
  const people = findCast(getConfiguration(chain.state))?.people ?? [];
  const names = new Map(people.map(({ id, name }) => [demoNumber(id), name]));
  return new Sessions({
    ledger: chain,
    origins: pages.own,
    otherPages: pages.others,
    now,
    describe: ({ account, organisation }) => ({
      name: names.get(account),
      organisationName: chain.state.table(organisationTable).find(organisation)?.name,
    }),
  });
}
