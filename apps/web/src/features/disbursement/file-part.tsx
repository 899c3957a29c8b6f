import type { ApprovedList } from "@mingbai/sdk/disbursement/check-list";
import { fieldWords } from "@mingbai/sdk/disbursement/fault-words";
import type { ReadList, UnreadableList } from "@mingbai/sdk/disbursement/read-list";
import { useId } from "react";
import { useText } from "../../i18n/use-text.ts";
import { FileChoice } from "../../ui/file-choice.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type GivenFile, isReadable } from "./use-new-list.ts";

/** A file to be chosen, and what came of reading it. */
function FileField<Read extends ReadList | ApprovedList>({
  label,
  hint,
  given,
  read,
  choose,
}: {
  label: string;
  hint: string;
  given: GivenFile<Read> | undefined;
  /** What was read, in words. */
  read(list: Read): string;
  choose(file: File, sheet?: string): void;
}) {
  const { t, language } = useText();
  const id = useId();
  const why = (list: UnreadableList) =>
    t(`list.unreadable.${list.unreadable}`, { field: "field" in list ? fieldWords[list.field][language] : "" });
  return (
    <div className="list-file">
      <b id={`${id}-name`}>{label}</b>
      <p className="sm i2" id={`${id}-hint`}>
        {hint}
      </p>
      <FileChoice
        id={id}
        words={t(given === undefined ? "list.file.choose" : "list.file.other")}
        isChosen={given !== undefined}
        choose={choose}
      />
      {given !== undefined && given.sheets.length > 1 && (
        <p className="sm row">
          <label htmlFor={`${id}-sheet`}>{t("list.sheet")}</label>
          <select
            id={`${id}-sheet`}
            className="field"
            value={given.sheet}
            onChange={({ target }) => choose(given.file, target.value)}
          >
            {given.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </p>
      )}
      <p className="sm row" id={`${id}-read`} role="status">
        {given !== undefined && isReadable(given.read) && (
          <>
            <span className="ok">
              <Icon name="tick" size={14} />
            </span>
            {t("list.file.read", { file: given.name, what: read(given.read) })}
          </>
        )}
      </p>
      {given !== undefined && !isReadable(given.read) && (
        <p className="note bad" role="alert">
          <Icon name="cross" />
          <span>
            {t("list.file.not", { file: given.name })} {"unreadable" in given.read && why(given.read)}
          </span>
        </p>
      )}
    </div>
  );
}

/** The list itself, and the list of those who may be paid. */
export function FilePart({
  file,
  approved,
  chooseFile,
  chooseApproved,
}: {
  file: GivenFile<ReadList> | undefined;
  approved: GivenFile<ApprovedList> | undefined;
  chooseFile(file: File, sheet?: string): void;
  chooseApproved(file: File, sheet?: string): void;
}) {
  const { t } = useText();
  return (
    <section className="list-files" aria-label={t("list.step.file")}>
      <FileField
        label={t("list.file")}
        hint={t("list.file.hint")}
        given={file}
        read={({ rows }) => t("list.rows", { count: rows.length })}
        choose={chooseFile}
      />
      <FileField
        label={t("list.approved")}
        hint={t("list.approved.hint")}
        given={approved}
        read={({ size }) => t("list.people", { count: size })}
        choose={chooseApproved}
      />
    </section>
  );
}
