import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { CasesPart } from "../../cases/begin/cases-part.tsx";
import { DepartmentsPart } from "../../contradictions/departments-part.tsx";
import { IdentityPart } from "../identity-proof/identity-part.tsx";
import { AccessPart } from "./access-part.tsx";
import { HistoryPart } from "./history-part.tsx";
import { ReadingsPart } from "./readings-part.tsx";

/** At the right: what is under way, what departments know, what happened so far, who looked, and who may besides those who keep the file. */
export function HouseholdSide({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  return (
    <aside className="household-side" aria-label={t("file.side")}>
      <CasesPart file={file} />
      <DepartmentsPart file={file} />
      <HistoryPart file={file} />
      <ReadingsPart file={file} />
      <IdentityPart file={file} />
      <AccessPart file={file} />
    </aside>
  );
}
