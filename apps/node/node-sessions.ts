import { Sessions } from "@mingbai/http/sessions/sessions";
import { organisationTable } from "@mingbai/identity/tables";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { demoNumber } from "./demo/demo-keys.ts";
import { demoPeople } from "./demo/people.ts";
import type { OpenLedger } from "./open-ledger.ts";

/**
 * Signing in at this node. Its pages are at the origins that the ledger names and at `address`, which is known once it
 * listens. Names of people are known here only where they are invented.
 */
export function nodeSessions(
  { chain }: Pick<OpenLedger, "chain">,
  address: () => string | undefined,
  now: () => number = Date.now,
): Sessions {
  const { demo } = getConfiguration(chain.state);
  const names = new Map(demo ? demoPeople.map(({ id, name }) => [demoNumber(id), name]) : []);
  return new Sessions({
    ledger: chain,
    origins: () => {
      const own = address();
      const named = getConfiguration(chain.state).relyingParty.origins;
      return own === undefined ? named : [own, ...named.filter((origin) => origin !== own)];
    },
    now,
    describe: ({ account, organisation }) => ({
      name: names.get(account),
      organisationName: chain.state.table(organisationTable).find(organisation)?.name,
    }),
  });
}
