import type { MatterDetail } from "@mingbai/workflow/views";
import { useId, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { fieldsShown } from "./field-lines.ts";
import type { FieldMarks } from "./field-marks.ts";
import { FieldRow } from "./field-row.tsx";
import { FilesTable } from "./files-table.tsx";
import { VersionTabs } from "./version-tabs.tsx";

/** The fields of one version, its differences from the one before, and its papers. Marks are on the newest version only. */
export function VersionBody({
  matter,
  marks,
  onMarks,
  onRestFine,
}: {
  matter: MatterDetail;
  marks: FieldMarks;
  /** Absent where the reader does not review. */
  onMarks: ((marks: FieldMarks) => void) | undefined;
  onRestFine(): void;
}) {
  const { t } = useText();
  const panelId = useId();
  const newest = matter.versions.at(-1)?.version ?? 1;
  const [chosen, setChosen] = useState(newest);
  const [isMarked, setMarked] = useState(true);
  const at = matter.versions.findIndex(({ version }) => version === chosen);
  const version = matter.versions[at] ?? matter.versions.at(-1);
  const previous = matter.versions[at - 1];
  if (!version) return null;
  const before = isMarked ? previous : undefined;
  const isReview = onMarks !== undefined && chosen === newest;
  const returned =
    matter.stage === "returned" ? matter.steps.findLast(({ act }) => act === "workflow.returnMatter") : undefined;
  return (
    <div className="matter-body">
      <div className="row wrap version-line">
        <VersionTabs versions={matter.versions} chosen={version.version} panelId={panelId} onChoose={setChosen} />
        {previous && (
          <label className="row sm i2">
            <input type="checkbox" checked={isMarked} onChange={() => setMarked(!isMarked)} />
            {t("matter.showChanges", { version: previous.version })}
          </label>
        )}
      </div>
      <div id={panelId} role="tabpanel" aria-labelledby={`version-${version.version}`}>
        <div className="row">
          <h2>{t("matter.fields")}</h2>
          <span className="sp" />
          {isReview && (
            <button type="button" className="btn s" onClick={onRestFine}>
              {t("matter.restFine")} <kbd>A</kbd>
            </button>
          )}
        </div>
        <table className="tbl field-table">
          <caption className="sr">{t("matter.fields")}</caption>
          <tbody>
            {fieldsShown
              .filter((field) => field !== "files" || isReview)
              .map((field) => (
                <FieldRow
                  key={field}
                  field={field}
                  number={fieldsShown.indexOf(field) + 1}
                  matter={matter}
                  version={version}
                  before={before}
                  checks={chosen === newest ? matter.checks : []}
                  returned={returned?.words?.reasons.find((reason) => reason.field === field)?.text}
                  mark={marks[field]}
                  onMark={isReview ? (mark) => onMarks({ ...marks, [field]: mark }) : undefined}
                />
              ))}
          </tbody>
        </table>
        <FilesTable files={version.content?.files ?? []} before={before?.content?.files} />
      </div>
    </div>
  );
}
