import { settlementKinds } from "@mingbai/registry/content/compare/settlement";
import { caseKinds, stages } from "@mingbai/registry/stages";
import type { HistoryLine } from "@mingbai/registry/views/history";
import type { Text } from "../../../i18n/use-text.ts";

/** What a case came to, or what became of a reason; undefined for other happenings. */
export function findCaseWords({ kind, data }: Pick<HistoryLine, "kind" | "data">, t: Text): string | undefined {
  switch (kind) {
    case "caseOpened":
      return t(`file.did.caseOpened.${caseKinds.find((one) => one === data.about) ?? "entry"}`);
    case "caseMoved":
      return t(`file.did.caseMoved.${stages.find((one) => one === data.stage) ?? "applied"}`);
    case "reasonSettled":
      return t(`file.did.reasonSettled.${settlementKinds.find((one) => one === data.settlement) ?? "answered"}`);
    default:
      return undefined;
  }
}
