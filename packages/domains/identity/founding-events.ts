import { type Scheme, schemes } from "@mingbai/crypto/scheme";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { actorRegistered } from "./events/actor-registered.ts";
import { areasCreated } from "./events/areas-created.ts";
import { keyRegistered } from "./events/key-registered.ts";
import { organisationRegistered } from "./events/organisation-registered.ts";
import { sealingKeyRegistered } from "./events/sealing-key-registered.ts";
import { findExclusion } from "./role-groups.ts";

/** Who founds a ledger. */
export interface Founders {
  /** Parents before their parts. */
  readonly areas?: Parameters<typeof areasCreated>[0]["areas"];
  readonly organisations: readonly {
    id: string;
    name: { readonly en: string; readonly zh: string };
    area?: string;
  }[];
  readonly actors: readonly {
    account: string;
    organisation: string;
    roles: readonly Role[];
    keys: readonly { keyId: string; scheme: Scheme; publicKey: string }[];
    /** X25519 public key, hexadecimal. */
    sealingKey?: string;
  }[];
}

/** The events of a genesis that register its founders, with roles and keys in force from the beginning, without end. Throws RangeError on roles that exclude each other. */
export function foundingEvents({ areas, organisations, actors }: Founders): Event[] {
  return [
    ...(areas === undefined ? [] : [areasCreated({ areas })]),
    ...organisations.map(({ id, ...row }) => organisationRegistered({ organisation: id, ...row })),
    ...actors.flatMap(foundingActor),
  ];
}

function foundingActor({ account, organisation, roles, keys, sealingKey }: Founders["actors"][number]): Event[] {
  const exclusion = findExclusion(roles);
  if (exclusion !== undefined) throw new RangeError(`a founder cannot be ${exclusion.join(" and ")}`);
  return [
    actorRegistered({ account, organisation, grants: roles.map((role) => ({ role, fromMs: 0 })) }),
    ...keys.map(({ keyId, scheme, publicKey }) =>
      keyRegistered({ keyId, account, scheme: schemes[scheme], publicKey, fromHeight: 0 }),
    ),
    ...(sealingKey === undefined ? [] : [sealingKeyRegistered({ account, publicKey: sealingKey })]),
  ];
}
