import { defineDomain } from "@mingbai/ledger/definition/domain";
import { acknowledgeErasure } from "./commands/acknowledge-erasure.ts";
import { addPeople } from "./commands/add-people.ts";
import { answerObjection } from "./commands/answer-objection.ts";
import { applyForEntry } from "./commands/apply-for-entry.ts";
import { assignHouseholds } from "./commands/assign-households.ts";
import { assignResponsible } from "./commands/assign-responsible.ts";
import { bindAccount } from "./commands/bind-account.ts";
import { checkInVillage } from "./commands/check-in-village.ts";
import { closeHousehold } from "./commands/close-household.ts";
import { decideCase } from "./commands/decide-case.ts";
import { decideErasure } from "./commands/decide-erasure.ts";
import { endPerson } from "./commands/end-person.ts";
import { grantAccess } from "./commands/grant-access.ts";
import { mergeHouseholds } from "./commands/merge-households.ts";
import { movePeople } from "./commands/move-people.ts";
import { objectToCase } from "./commands/object-to-case.ts";
import { openFiles } from "./commands/open-files.ts";
import { openHouseholds } from "./commands/open-households.ts";
import { openNotice } from "./commands/open-notice.ts";
import { proposeExit } from "./commands/propose-exit.ts";
import { recordChanges } from "./commands/record-changes.ts";
import { reopenHousehold } from "./commands/reopen-household.ts";
import { requestAccess } from "./commands/request-access.ts";
import { requestErasure } from "./commands/request-erasure.ts";
import { returnToMonitoring } from "./commands/return-to-monitoring.ts";
import { reviewCase } from "./commands/review-case.ts";
import { revokeAccess } from "./commands/revoke-access.ts";
import { sendMessage } from "./commands/send-message.ts";
import { settleReason } from "./commands/settle-reason.ts";
import { splitHousehold } from "./commands/split-household.ts";
import { withdrawCase } from "./commands/withdraw-case.ts";
import { withdrawHouseholds } from "./commands/withdraw-households.ts";
import { accessGranted, accessRequested, accessRevoked, filesOpened } from "./events/access.ts";
import { caseDueSoon } from "./events/case-due-soon.ts";
import { caseMoved } from "./events/case-moved.ts";
import { caseOpened } from "./events/case-opened.ts";
import { caseOverdue } from "./events/case-overdue.ts";
import { erasureAcknowledged, erasureCompleted, erasureDecided, erasureRequested } from "./events/erasure.ts";
import { formSet } from "./events/form-set.ts";
import { householdOpened } from "./events/household-opened.ts";
import { householdEnded, householdReopened, responsibleAssigned } from "./events/households.ts";
import { messageSent } from "./events/message-sent.ts";
import { objectionAnswered, objectionRaised } from "./events/objections.ts";
import { partRecorded } from "./events/part-recorded.ts";
import { accountBound, peopleAdded, peopleMoved, personEnded } from "./events/people.ts";
import { policySet } from "./events/policy-set.ts";
import { reasonSettled } from "./events/reason-settled.ts";
import { caseDeadlines } from "./laws/deadlines.ts";
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
    erasureCompleted,
    caseOpened,
    caseMoved,
    caseDueSoon,
    caseOverdue,
    objectionRaised,
    objectionAnswered,
    reasonSettled,
    messageSent,
    policySet,
    formSet,
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
    applyForEntry,
    proposeExit,
    checkInVillage,
    reviewCase,
    openNotice,
    objectToCase,
    answerObjection,
    decideCase,
    withdrawCase,
    returnToMonitoring,
    settleReason,
    assignHouseholds,
    sendMessage,
  ],
  deadlines: caseDeadlines,
});
