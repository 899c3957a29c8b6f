import { comparisonRuns } from "./comparison-runs.ts";
import { unregistered } from "./unregistered.ts";
import { verdicts } from "./verdicts.ts";
import { verdictsOf } from "./verdicts-of.ts";
import { villageReport } from "./village-report.ts";

/** Everything that may be asked about what departments know beside the files. */
export const comparisonQueries = [comparisonRuns, verdicts, verdictsOf, villageReport, unregistered] as const;
