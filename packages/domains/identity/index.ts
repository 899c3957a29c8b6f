import { defineDomain } from "@mingbai/ledger/definition/domain";
import { grantRoles } from "./commands/grant-roles.ts";
import { registerActor } from "./commands/register-actor.ts";
import { registerKey } from "./commands/register-key.ts";
import { registerOrganisation } from "./commands/register-organisation.ts";
import { registerSealingKey } from "./commands/register-sealing-key.ts";
import { revokeKey } from "./commands/revoke-key.ts";
import { rotateKey } from "./commands/rotate-key.ts";
import { withdrawRoles } from "./commands/withdraw-roles.ts";
import { actorRegistered } from "./events/actor-registered.ts";
import { keyRegistered } from "./events/key-registered.ts";
import { keyRevoked } from "./events/key-revoked.ts";
import { organisationRegistered } from "./events/organisation-registered.ts";
import { rolesGranted, rolesWithdrawn } from "./events/roles-changed.ts";
import { sealingKeyRegistered } from "./events/sealing-key-registered.ts";
import { identityRefusals } from "./refusals.ts";
import { organisationTable, sealingKeyTable } from "./tables.ts";

/** Organisations, people's accounts, roles and keys. */
export const identity = defineDomain({
  name: "identity",
  tables: [organisationTable, sealingKeyTable],
  refusals: identityRefusals,
  events: [
    organisationRegistered,
    actorRegistered,
    rolesGranted,
    rolesWithdrawn,
    keyRegistered,
    keyRevoked,
    sealingKeyRegistered,
  ],
  commands: [
    registerOrganisation,
    registerActor,
    registerKey,
    rotateKey,
    revokeKey,
    grantRoles,
    withdrawRoles,
    registerSealingKey,
  ],
});
