import { defineDomain } from "@mingbai/ledger/definition/domain";
import { appointDeputy } from "./commands/appoint-deputy.ts";
import { approveRecovery } from "./commands/approve-recovery.ts";
import { confirmKey } from "./commands/confirm-key.ts";
import { createAreas } from "./commands/create-areas.ts";
import { describePerson } from "./commands/describe-person.ts";
import { grantRoles } from "./commands/grant-roles.ts";
import { handOver } from "./commands/hand-over.ts";
import { placeOrganisation } from "./commands/place-organisation.ts";
import { proposeRecovery } from "./commands/propose-recovery.ts";
import { registerActor } from "./commands/register-actor.ts";
import { registerKey } from "./commands/register-key.ts";
import { registerOrganisation } from "./commands/register-organisation.ts";
import { registerSealingKey } from "./commands/register-sealing-key.ts";
import { returnFromLeave } from "./commands/return-from-leave.ts";
import { revokeKey } from "./commands/revoke-key.ts";
import { rotateKey } from "./commands/rotate-key.ts";
import { stopRecovery } from "./commands/stop-recovery.ts";
import { takeLeave } from "./commands/take-leave.ts";
import { withdrawRoles } from "./commands/withdraw-roles.ts";
import { actorRegistered } from "./events/actor-registered.ts";
import { approvalLimitSet } from "./events/approval-limit-set.ts";
import { areasCreated } from "./events/areas-created.ts";
import { deputyAppointed } from "./events/deputy-appointed.ts";
import { keyConfirmed } from "./events/key-confirmed.ts";
import { keyRegistered } from "./events/key-registered.ts";
import { keyRevoked } from "./events/key-revoked.ts";
import { leaveEnded } from "./events/leave-ended.ts";
import { leaveTaken } from "./events/leave-taken.ts";
import { normalLimitSet } from "./events/normal-limit-set.ts";
import { organisationPlaced } from "./events/organisation-placed.ts";
import { organisationRegistered } from "./events/organisation-registered.ts";
import { personDescribed } from "./events/person-described.ts";
import { recoveryApproved } from "./events/recovery-approved.ts";
import { recoveryEnded } from "./events/recovery-ended.ts";
import { recoveryProposed } from "./events/recovery-proposed.ts";
import { roleScopeSet } from "./events/role-scope-set.ts";
import { rolesGranted } from "./events/roles-granted.ts";
import { rolesHandedOver } from "./events/roles-handed-over.ts";
import { rolesWithdrawn } from "./events/roles-withdrawn.ts";
import { sealingKeyRegistered } from "./events/sealing-key-registered.ts";
import { recoveryDeadlines } from "./laws/recovery-deadlines.ts";
import { identityRefusals } from "./refusals.ts";
import {
  accountKeysTable,
  approvalLimitTable,
  areaTable,
  organisationTable,
  recoveredTable,
  recoveryTable,
  sealingKeyTable,
  unconfirmedKeyTable,
} from "./tables.ts";

/** Organisations, people's accounts, roles and keys. */
export const identity = defineDomain({
  name: "identity",
  tables: [
    areaTable,
    organisationTable,
    accountKeysTable,
    recoveryTable,
    sealingKeyTable,
    unconfirmedKeyTable,
    recoveredTable,
    approvalLimitTable,
  ],
  refusals: identityRefusals,
  deadlines: recoveryDeadlines,
  events: [
    areasCreated,
    organisationRegistered,
    organisationPlaced,
    actorRegistered,
    personDescribed,
    rolesGranted,
    rolesWithdrawn,
    rolesHandedOver,
    deputyAppointed,
    leaveTaken,
    leaveEnded,
    keyRegistered,
    keyRevoked,
    recoveryProposed,
    recoveryApproved,
    recoveryEnded,
    sealingKeyRegistered,
    keyConfirmed,
    approvalLimitSet,
    roleScopeSet,
    normalLimitSet,
  ],
  commands: [
    registerOrganisation,
    placeOrganisation,
    createAreas,
    registerActor,
    describePerson,
    registerKey,
    rotateKey,
    revokeKey,
    proposeRecovery,
    approveRecovery,
    stopRecovery,
    grantRoles,
    withdrawRoles,
    appointDeputy,
    takeLeave,
    returnFromLeave,
    handOver,
    registerSealingKey,
    confirmKey,
  ],
});
