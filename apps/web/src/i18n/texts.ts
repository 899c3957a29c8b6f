import { applyTexts } from "../features/apply/texts.ts";
import { caseActTexts } from "../features/cases/act-texts.ts";
import { objectionTexts } from "../features/cases/objection/texts.ts";
import { casesTexts } from "../features/cases/texts.ts";
import { reasonTexts } from "../features/contradictions/reason/reason-texts.ts";
import { runTexts } from "../features/contradictions/run-texts.ts";
import { contradictionsTexts } from "../features/contradictions/texts.ts";
import { unfiledTexts } from "../features/contradictions/unfiled-texts.ts";
import { devicesTexts } from "../features/devices/texts.ts";
import { newListTexts } from "../features/disbursement/new-list-texts.ts";
import { oneListTexts } from "../features/disbursement/one-list-texts.ts";
import { disbursementTexts } from "../features/disbursement/texts.ts";
import { explorerTexts } from "../features/explorer/texts.ts";
import { doubleVoteTexts } from "../features/governance/double-vote-texts.ts";
import { policyTexts } from "../features/governance/policy-texts.ts";
import { proposeTexts } from "../features/governance/propose-texts.ts";
import { rosterTexts } from "../features/governance/roster/roster-texts.ts";
import { templateTexts } from "../features/governance/template-texts.ts";
import { governanceTexts } from "../features/governance/texts.ts";
import { tieTexts } from "../features/governance/tie/tie-texts.ts";
import { assignTexts } from "../features/helpers/assign/texts.ts";
import { helpersTexts } from "../features/helpers/texts.ts";
import { cellFixTexts } from "../features/import/check/fix-texts.ts";
import { importCheckTexts } from "../features/import/check/texts.ts";
import { importChooseTexts } from "../features/import/choose/texts.ts";
import { importColumnsTexts } from "../features/import/columns/texts.ts";
import { importCompareTexts } from "../features/import/compare/texts.ts";
import { importDecideTexts } from "../features/import/decide/texts.ts";
import { importTexts } from "../features/import/texts.ts";
import { importWriteTexts } from "../features/import/write/texts.ts";
import { levelsTexts } from "../features/levels/texts.ts";
import { actTexts } from "../features/matter/act-texts.ts";
import { matterTexts } from "../features/matter/texts.ts";
import { noticesTexts } from "../features/notices/texts.ts";
import { offersTexts } from "../features/offers/texts.ts";
import { overviewTexts } from "../features/overview/texts.ts";
import { payTexts } from "../features/pay/texts.ts";
import { paymentsTexts } from "../features/payments/texts.ts";
import { peopleFormTexts } from "../features/people/form-texts.ts";
import { personTexts } from "../features/people/person-texts.ts";
import { ruleTexts } from "../features/people/rule-texts.ts";
import { peopleTexts } from "../features/people/texts.ts";
import { policiesTexts } from "../features/policies/texts.ts";
import { dayCloseTexts } from "../features/reconciliation/close-texts.ts";
import { reconciliationTexts } from "../features/reconciliation/texts.ts";
import { holdingTexts } from "../features/redemptions/holding-texts.ts";
import { orderTexts } from "../features/redemptions/order-texts.ts";
import { redemptionsTexts } from "../features/redemptions/texts.ts";
import { erasuresTexts } from "../features/registry/erasures/texts.ts";
import { fileAccessTexts } from "../features/registry/file/access-texts.ts";
import { fileCaseTexts } from "../features/registry/file/case-texts.ts";
import { reliefTexts } from "../features/registry/file/relief-texts.ts";
import { fileTexts } from "../features/registry/file/texts.ts";
import { basisTexts } from "../features/registry/form/basis-texts.ts";
import { householdFormTexts } from "../features/registry/form/texts.ts";
import { formChangeTexts } from "../features/registry/form-design/change-texts.ts";
import { formEditTexts } from "../features/registry/form-design/edit-texts.ts";
import { formFieldTexts } from "../features/registry/form-design/field-texts.ts";
import { formRuleTexts } from "../features/registry/form-design/rule-texts.ts";
import { formDesignTexts } from "../features/registry/form-design/texts.ts";
import { identityTexts } from "../features/registry/identity-proof/texts.ts";
import { registryTexts } from "../features/registry/list/texts.ts";
import { membersTexts } from "../features/registry/members/texts.ts";
import { messagesTexts } from "../features/registry/messages/texts.ts";
import { ownFileTexts } from "../features/registry/own/texts.ts";
import { photosTexts } from "../features/registry/photos/texts.ts";
import { regulatorTexts } from "../features/regulator/texts.ts";
import { signInTexts } from "../features/sign-in/texts.ts";
import { tillTexts } from "../features/till/texts.ts";
import { trackTexts } from "../features/track/texts.ts";
import { verifyDayTexts } from "../features/verify/day-texts.ts";
import { verifyErasureTexts } from "../features/verify/erasure-texts.ts";
import { verifyTexts } from "../features/verify/texts.ts";
import { portraitTexts } from "../features/villages/portrait/texts.ts";
import { villagesTexts } from "../features/villages/texts.ts";
import { walletTexts } from "../features/wallet/texts.ts";
import { workTexts } from "../features/work/texts.ts";
import { sessionTexts } from "../session/texts.ts";
import { shellTexts } from "../shell/texts.ts";
import { uiTexts } from "../ui/texts.ts";

/** Every text of the staff application; a new domain adds its own file and one line here. */
export const appTexts = [
  uiTexts,
  shellTexts,
  workTexts,
  noticesTexts,
  matterTexts,
  actTexts,
  applyTexts,
  payTexts,
  disbursementTexts,
  oneListTexts,
  newListTexts,
  redemptionsTexts,
  orderTexts,
  holdingTexts,
  reconciliationTexts,
  dayCloseTexts,
  registryTexts,
  contradictionsTexts,
  runTexts,
  reasonTexts,
  unfiledTexts,
  villagesTexts,
  portraitTexts,
  ownFileTexts,
  erasuresTexts,
  casesTexts,
  objectionTexts,
  policiesTexts,
  caseActTexts,
  helpersTexts,
  assignTexts,
  messagesTexts,
  importTexts,
  importChooseTexts,
  importColumnsTexts,
  importCheckTexts,
  cellFixTexts,
  importCompareTexts,
  importDecideTexts,
  importWriteTexts,
  fileTexts,
  fileCaseTexts,
  fileAccessTexts,
  householdFormTexts,
  basisTexts,
  photosTexts,
  identityTexts,
  reliefTexts,
  formDesignTexts,
  formEditTexts,
  formFieldTexts,
  formRuleTexts,
  formChangeTexts,
  membersTexts,
  regulatorTexts,
  governanceTexts,
  levelsTexts,
  proposeTexts,
  doubleVoteTexts,
  templateTexts,
  policyTexts,
  rosterTexts,
  tieTexts,
  offersTexts,
  walletTexts,
  tillTexts,
  overviewTexts,
  paymentsTexts,
  trackTexts,
  peopleTexts,
  personTexts,
  peopleFormTexts,
  ruleTexts,
  devicesTexts,
  explorerTexts,
  verifyTexts,
  verifyDayTexts,
  verifyErasureTexts,
  sessionTexts,
  signInTexts,
] as const;
