import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Configuration } from "@mingbai/ledger/genesis/configuration";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { findRoster, type Roster, type RosterMember, rosterBytes } from "@mingbai/ledger/genesis/roster";
import { sharedDemoGenesis } from "../demo/found-demo.ts";
import { demoOrganisations } from "../demo/people.ts";
import { nodeActor } from "../keys/node-account.ts";

const unitsPerMinute = 200_000_000;

/** A member of a network that is founded, with public parts only. */
export interface FoundingMember {
  readonly roster: RosterMember;
  readonly name: { readonly en: string; readonly zh: string };
  /** Where its pages are. */
  readonly url: string;
  /** Who registers its people, with an Ed25519 key in hexadecimal; a demo needs none. */
  readonly administrator: { readonly account: string; readonly publicKey: string } | undefined;
}

export interface NetworkFounding extends Pick<Configuration, "name" | "currency" | "zoneOffsetMinutes"> {
  readonly timeMs: number;
  /** The domain that passkeys are made for. */
  readonly site: string;
  readonly members: readonly FoundingMember[];
}

/**
 * The genesis of a ledger that these members keep together, each with a vote and an administrator who registers its
 * people. A function of what is given alone. Throws RangeError where members share a name or a key.
 */
export function networkGenesis({ timeMs, name, currency, zoneOffsetMinutes, site, members }: NetworkFounding): Genesis {
  return {
    configuration: {
      name,
      demo: false,
      reconstruction: false,
      currency,
      zoneOffsetMinutes,
      relyingParty: { id: site, origins: members.map(({ url }) => url) },
      quotaUnitsPerMinute: unitsPerMinute,
      network: true,
    },
    roster: firstRoster(members),
    timeMs,
    events: foundingEvents({
      organisations: organisationsOf(members),
      actors: [...members.flatMap(administratorOf), ...members.map(({ roster }) => nodeActor(roster))],
    }),
  };
}

/** The demo's district with its people, on a ledger that these members keep together. */
export function demoNetworkGenesis({ timeMs, members }: Pick<NetworkFounding, "timeMs" | "members">): Genesis {
  const known: ReadonlySet<string> = new Set(demoOrganisations.map(({ id }) => id));
  const genesis = sharedDemoGenesis({
    timeMs,
    roster: firstRoster(members),
    origins: members.map(({ url }) => url),
    others: organisationsOf(members.filter(({ roster }) => !known.has(roster.organisation))),
  });
  return { ...genesis, configuration: { ...genesis.configuration, network: true } };
}

function firstRoster(members: readonly FoundingMember[]): Roster {
  const roster = findRoster(rosterBytes({ epoch: 0, members: members.map((member) => member.roster) }));
  if (roster === undefined) throw new RangeError("two members share a name or a key");
  return roster;
}

function organisationsOf(members: readonly FoundingMember[]) {
  return members.map(({ roster, name }) => ({ id: roster.organisation, name }));
}

function administratorOf({ roster: { organisation }, administrator }: FoundingMember) {
  if (administrator === undefined) return [];
  const { account, publicKey } = administrator;
  const keys = [{ keyId: account, scheme: "ed25519" as const, publicKey }];
  return [{ account, organisation, roles: ["administrator" as const], keys }];
}
