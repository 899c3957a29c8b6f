import { useId } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { FileChoice } from "../../../ui/file-choice.tsx";
import type { DeskState } from "../desk/desk-state.ts";
import type { OpenedList } from "../list/list-message.ts";
import { chooseList } from "./choose-list.ts";
import { useListDivisions } from "./use-list-divisions.ts";

/** The list to be imported, or the next one with its rows mended. */
export function ChooseFile({ state }: { state: DeskState }) {
  const { t } = useText();
  const id = useId();
  const divisions = useListDivisions();
  const { file, list, busy, phase } = state;
  const choose = (chosen: File, sheets: readonly string[] = []) => void chooseList(chosen, divisions, sheets);
  return (
    <section className="list-file" aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{t("import.file")}</h2>
      <p className="sm i2" id={`${id}-hint`}>
        {t("import.file.hint")}
      </p>
      <FileChoice
        id={id}
        words={t(file === undefined ? "import.file.choose" : "import.file.other")}
        isChosen={file !== undefined}
        isOff={busy !== undefined}
        choose={choose}
      />
      {file !== undefined && list !== undefined && list.sheetNames.length > 1 && (
        <ChooseSheets list={list} isOff={busy !== undefined} choose={(sheets) => choose(file.file, sheets)} />
      )}
      <p className="sm" id={`${id}-read`} role="status">
        {file !== undefined &&
          (phase === "choose" && busy !== undefined ? t("import.file.opening", { file: file.name }) : file.name)}
      </p>
    </section>
  );
}

/** Which sheet of a workbook has the list; its people may stand on another one. */
function ChooseSheets({
  list: { sheetNames, read },
  isOff,
  choose,
}: {
  list: OpenedList;
  isOff: boolean;
  choose(sheets: readonly string[]): void;
}) {
  const { t } = useText();
  const id = useId();
  const [first = "", second = ""] = read;
  return (
    <>
      <p className="sm row">
        <label className="nw" htmlFor={`${id}-sheet`}>
          {t("import.sheet")}
        </label>
        <select
          id={`${id}-sheet`}
          className="field"
          value={first}
          disabled={isOff}
          onChange={({ target }) => choose([target.value])}
        >
          {sheetNames.map((sheet) => (
            <option key={sheet}>{sheet}</option>
          ))}
        </select>
      </p>
      <p className="sm row">
        <label className="nw" htmlFor={`${id}-people`}>
          {t("import.sheet.people")}
        </label>
        <select
          id={`${id}-people`}
          className="field"
          value={second}
          disabled={isOff}
          onChange={({ target }) => choose(target.value === "" ? [first] : [first, target.value])}
        >
          <option value="">{t("import.sheet.same")}</option>
          {sheetNames
            .filter((sheet) => sheet !== first)
            .map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
        </select>
      </p>
    </>
  );
}
