import type { villageReportView } from "@mingbai/registry/views/comparison";
import type { ResultOf } from "../../api/view.ts";

/** What the last check of a village found. */
export type Report = ResultOf<typeof villageReportView>;
