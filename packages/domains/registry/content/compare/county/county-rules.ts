import { ContradictionRules } from "../rule-set.ts";
import { belongings } from "./belongings.ts";
import { counting } from "./counting.ts";
import { figures } from "./figures.ts";
import { countyParameters } from "./parameters.ts";
import { countyTakes } from "./takes.ts";
import { countyTrust } from "./trust.ts";
import { unserved } from "./unserved.ts";

/** The rules that every ledger begins with. */
export const countyContradictions: ContradictionRules = ContradictionRules.parse({
  version: 1,
  parameters: countyParameters,
  trust: countyTrust,
  rules: [...belongings, ...counting, ...figures, ...unserved],
  takes: countyTakes,
});
