import { caseQuery } from "./case.ts";
import { cases } from "./cases.ts";
import { policies } from "./policies.ts";
import { publicCases } from "./public-cases.ts";

/** Everything that may be asked about cases of entry and exit. */
export const caseQueries = [cases, caseQuery, publicCases, policies] as const;
