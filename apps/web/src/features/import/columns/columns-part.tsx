import { maskIdentityNumber } from "@mingbai/national-codes/identity-number/mask-identity-number";
import type { SubjectKind } from "@mingbai/registry/content/form/definition";
import { askedSections } from "@mingbai/registry/content/form/find-field";
import type { ColumnGuess } from "@mingbai/registry/content/import/guess/column-guess";
import type { ColumnMapping, ColumnTarget } from "@mingbai/registry/content/import/mapping/import-mapping";
import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { TableHead } from "../../../ui/table-head.tsx";
import { form, getField } from "../../registry/form-words.ts";
import type { DeskState } from "../desk/desk-state.ts";
import { sheetName } from "../list/sheet-name.ts";
import { mapColumn } from "./map-column.ts";
import { targetOfText, textOfTarget } from "./target-text.ts";

const examplesMax = 3;

/** What each column was taken for and why, with what stands in it; a person corrects it here. */
export function ColumnsPart({ state }: { state: DeskState }) {
  const { t, language } = useText();
  const { mapping, list, isSavedMapping, busy } = state;
  const sheets = mapping?.sheets ?? [];
  const columns = sheets.flatMap((sheet) => sheet.columns);
  const missing = (list?.guess.missing ?? []).filter(
    ({ of, field }) => !columns.some(({ target }) => target.to === of && target.field === field),
  );
  const unread = columns.filter(({ target }) => target.to === "unknown").length;
  return (
    <section aria-labelledby="import-columns">
      <div className="row wrap list-head">
        <h2 id="import-columns">{t("import.columns", { count: columns.length })}</h2>
        <span className="sm i2">
          {t(isSavedMapping ? "import.columns.saved" : "import.columns.guessed")}{" "}
          {t("import.columns.unread", { count: unread })}
        </span>
      </div>
      {missing.length > 0 && (
        <p className="note warn" role="status">
          {t("import.columns.missing", {
            fields: missing
              .map(({ of, field }) => getField(of, field).label[language])
              .join(language === "zh" ? "、" : ", "),
          })}
        </p>
      )}
      {sheets.map((sheet, at) => (
        <SheetColumns
          key={sheet.rows}
          columns={sheet.columns}
          guesses={list?.guess.columns[at] ?? []}
          name={sheetName(list, at)}
          choose={(column, target) => mapColumn(at, column, target)}
          isOff={busy !== undefined}
        />
      ))}
    </section>
  );
}

/** `name`: of the sheet, where there are two. */
function SheetColumns({
  columns,
  guesses,
  name,
  choose,
  isOff,
}: {
  columns: readonly ColumnMapping[];
  guesses: readonly ColumnGuess[];
  name: string;
  choose(column: number, target: ColumnTarget): void;
  isOff: boolean;
}) {
  const { t } = useText();
  const count = t("import.columns", { count: columns.length });
  return (
    <>
      {name !== "" && <h3>{name}</h3>}
      <table className="tbl import-table">
        <caption className="sr">{name === "" ? count : `${name} ${count}`}</caption>
        <TableHead
          columns={[
            { head: t("import.column") },
            { head: t("import.column.examples") },
            { head: t("import.column.is") },
            { head: t("import.column.why") },
          ]}
        />
        <tbody>
          {columns.map((column, at) => (
            <ColumnRow
              // A list may have two columns of one name: their place tells them apart.
              key={`${column.group ?? ""} ${column.header} ${guesses[at]?.column ?? ""}`}
              name={`${name} ${column.header}`.trim()}
              column={column}
              guess={guesses[at]}
              choose={(target) => choose(at, target)}
              isOff={isOff}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ColumnRow({
  name,
  column,
  guess,
  choose,
  isOff,
}: {
  name: string;
  column: ColumnMapping;
  guess: ColumnGuess | undefined;
  choose(target: ColumnTarget): void;
  isOff: boolean;
}) {
  const { t, language } = useText();
  const isChanged = guess !== undefined && textOfTarget(guess.mapping.target) !== textOfTarget(column.target);
  const isSure = (guess?.confidence ?? 0) >= sureMin || column.target.to === "ignored";
  return (
    <tr>
      <th scope="row">
        {column.header}
        {column.group !== undefined && column.group !== "" && <span className="sm i2"> {column.group}</span>}
      </th>
      <td className="sm i2">{(guess?.examples ?? []).slice(0, examplesMax).map(shownExample).join("  ")}</td>
      <td>
        <TargetChoice
          name={t("import.column.of", { column: name })}
          target={column.target}
          isOff={isOff}
          choose={choose}
        />
      </td>
      <td className="sm">
        {isChanged ? (
          <State icon="pencil" tone="br">
            {t("import.column.changed")}
          </State>
        ) : column.target.to === "unknown" ? (
          <State icon="ring" tone="i2">
            {t("import.column.unknown")}
          </State>
        ) : (
          <State icon={isSure ? "tick" : "warn"} tone={isSure ? "ok" : "warn"}>
            {(guess?.reasons ?? []).map((reason) => reason[language]).join(language === "zh" ? "；" : "; ")}
          </State>
        )}
      </td>
    </tr>
  );
}

/** Whole identity numbers are shown nowhere: what kind of number it is, is seen without. */
function shownExample(text: string): string {
  return text.replace(/\d{14,17}[\dXx]/g, maskIdentityNumber);
}

/** From here on a guess is shown as one that need not be looked at. */
const sureMin = 0.75;

function TargetChoice({
  name,
  target,
  isOff,
  choose,
}: {
  name: string;
  target: ColumnTarget;
  isOff: boolean;
  choose(target: ColumnTarget): void;
}) {
  const { t, language } = useText();
  const member = target.to === "person" ? target.member : undefined;
  const kinds: readonly SubjectKind[] = ["household", "person"];
  return (
    <select
      className="field"
      aria-label={name}
      value={textOfTarget(target)}
      disabled={isOff}
      onChange={(event) => choose(targetOfText(event.target.value, member))}
    >
      <option value="unknown">{t("import.target.unknown")}</option>
      <option value="ignored">{t("import.target.ignored")}</option>
      <option value="key household">{t("import.target.key.household")}</option>
      <option value="key headNumber">{t("import.target.key.headNumber")}</option>
      <option value="key headName">{t("import.target.key.headName")}</option>
      {kinds.flatMap((of) =>
        askedSections(form, of).map(({ id, title, fields }) => (
          <optgroup key={`${of} ${id}`} label={`${t(`import.target.${of}`)} ${title[language]}`}>
            {fields.map((field) => (
              <option key={field.id} value={`${of} ${field.id}`}>
                {field.label[language]}
              </option>
            ))}
          </optgroup>
        )),
      )}
    </select>
  );
}
