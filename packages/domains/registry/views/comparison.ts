/** What may be asked about what departments know beside the files. Asked as `GET /api/queries/<name>?…`. Browser-safe. */
import { comparisonRunsView } from "./comparison-runs.ts";
import { verdictsOfView } from "./household-verdict.ts";
import { unregisteredView } from "./unregistered.ts";
import { verdictsView } from "./verdicts.ts";
import { villageReportView } from "./village-report.ts";

export const comparisonViews = [
  comparisonRunsView,
  verdictsView,
  verdictsOfView,
  villageReportView,
  unregisteredView,
] as const;
