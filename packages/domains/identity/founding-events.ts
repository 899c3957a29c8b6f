import { type Scheme, schemes } from "@mingbai/crypto/scheme";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { actorRegistered } from "./events/actor-registered.ts";
import { keyRegistered } from "./events/key-registered.ts";
import { organisationRegistered } from "./events/organisation-registered.ts";
import { sealingKeyRegistered } from "./events/sealing-key-registered.ts";
import { findExclusion } from "./role-groups.ts";

/** Who founds a ledger. */
export interface Founders {
  readonly organisations: readonly { id: string; name: { readonly en: string; readonly zh: string } }[];
  readonly actors: readonly {
    account: string;
    organisation: string;
    roles: readonly Role[];
    keys: readonly { keyId: string; scheme: Scheme; publicKey: string }[];
    /** X25519 public key, hexadecimal. */
    sealingKey?: string;
  }[];
}

/** The events of a genesis that register its founders, with keys in force from height 0. Throws RangeError on roles that exclude each other. */
export function foundingEvents({ organisations, actors }: Founders): Event[] {
  return [
    ...organisations.map(({ id, name }) => organisationRegistered({ organisation: id, name })),
    ...actors.flatMap(foundingActor),
  ];
}

function foundingActor({ account, organisation, roles, keys, sealingKey }: Founders["actors"][number]): Event[] {
  const exclusion = findExclusion(roles);
  if (exclusion !== undefined) throw new RangeError(`a founder cannot be ${exclusion.join(" and ")}`);
  return [
    actorRegistered({ account, organisation, roles }),
    ...keys.map(({ keyId, scheme, publicKey }) =>
      keyRegistered({ keyId, account, scheme: schemes[scheme], publicKey, fromHeight: 0 }),
    ),
    ...(sealingKey === undefined ? [] : [sealingKeyRegistered({ account, publicKey: sealingKey })]),
  ];
}
