import { defineDomain } from "@mingbai/ledger/definition/domain";
import { acknowledgeErasure } from "./commands/acknowledge-erasure.ts";
import { addPeople } from "./commands/add-people.ts";
import { assignResponsible } from "./commands/assign-responsible.ts";
import { bindAccount } from "./commands/bind-account.ts";
import { closeHousehold } from "./commands/close-household.ts";
import { decideErasure } from "./commands/decide-erasure.ts";
import { endPerson } from "./commands/end-person.ts";
import { grantAccess } from "./commands/grant-access.ts";
import { mergeHouseholds } from "./commands/merge-households.ts";
import { movePeople } from "./commands/move-people.ts";
import { openFiles } from "./commands/open-files.ts";
import { openHouseholds } from "./commands/open-households.ts";
import { recordChanges } from "./commands/record-changes.ts";
import { reopenHousehold } from "./commands/reopen-household.ts";
import { requestAccess } from "./commands/request-access.ts";
import { requestErasure } from "./commands/request-erasure.ts";
import { revokeAccess } from "./commands/revoke-access.ts";
import { splitHousehold } from "./commands/split-household.ts";
import { withdrawHouseholds } from "./commands/withdraw-households.ts";
import { accessGranted, accessRequested, accessRevoked, filesOpened } from "./events/access.ts";
import { erasureAcknowledged, erasureDecided, erasureRequested } from "./events/erasure.ts";
import { householdOpened } from "./events/household-opened.ts";
import { householdEnded, householdReopened, responsibleAssigned } from "./events/households.ts";
import { partRecorded } from "./events/part-recorded.ts";
import { accountBound, peopleAdded, peopleMoved, personEnded } from "./events/people.ts";
import { registryRefusals } from "./refusals.ts";
import { registryTables } from "./tables.ts";

/** Household files: who belongs where, who keeps them, who changed, read and erased them. What they say is sealed. */
export const registry = defineDomain({
  name: "registry",
  tables: registryTables,
  refusals: registryRefusals,
  events: [
    householdOpened,
    partRecorded,
    peopleAdded,
    peopleMoved,
    personEnded,
    accountBound,
    householdEnded,
    householdReopened,
    responsibleAssigned,
    filesOpened,
    accessRequested,
    accessGranted,
    accessRevoked,
    erasureRequested,
    erasureDecided,
    erasureAcknowledged,
  ],
  commands: [
    openHouseholds,
    recordChanges,
    addPeople,
    movePeople,
    splitHousehold,
    mergeHouseholds,
    endPerson,
    closeHousehold,
    reopenHousehold,
    withdrawHouseholds,
    assignResponsible,
    openFiles,
    requestAccess,
    grantAccess,
    revokeAccess,
    bindAccount,
    requestErasure,
    decideErasure,
    acknowledgeErasure,
  ],
});
