import { caseQuery } from "./case.ts";
import { caseHousehold } from "./case-household.ts";
import { cases } from "./cases.ts";
import { householdCases } from "./household-cases.ts";
import { ownObjections } from "./own-objections.ts";
import { policies } from "./policies.ts";
import { policyTargets } from "./policy-targets.ts";
import { publicCases } from "./public-cases.ts";

/** Everything that may be asked about cases of entry and exit. */
export const caseQueries = [
  cases,
  caseQuery,
  caseHousehold,
  householdCases,
  publicCases,
  ownObjections,
  policies,
  policyTargets,
] as const;
