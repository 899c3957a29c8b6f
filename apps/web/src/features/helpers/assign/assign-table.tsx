import type { ProposedHelper } from "@mingbai/registry/views/help";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { TableHead } from "../../../ui/table-head.tsx";
import { optionText } from "../../registry/form-words.ts";
import { useHelperWords } from "../use-helper-words.ts";
import { type AssignRow, type Choices, chosenFor } from "./decisions.ts";
import { useReasonWords } from "./use-reason-words.ts";

const rowsAtOnce = 100;

/** A row for each household: who is proposed and why, and who else could be chosen. */
export function AssignTable({
  rows,
  helpers,
  choices,
  onChoose,
}: {
  rows: readonly AssignRow[];
  helpers: readonly ProposedHelper[];
  choices: Choices;
  onChoose(household: string, account: string): void;
}) {
  const { t } = useText();
  const [shown, setShown] = useState(rowsAtOnce);
  const left = rows.length - shown;
  return (
    <>
      <table className="tbl assign-table">
        <caption className="sr">{t("assign.title")}</caption>
        <TableHead columns={[{ head: t("assign.household") }, { head: t("assign.to") }]} />
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row
              key={row.household}
              row={row}
              helpers={helpers.filter(({ areas }) => areas.includes(row.area.id))}
              chosen={chosenFor(row, choices)}
              onChoose={(account) => onChoose(row.household, account)}
            />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" className="btn s t" onClick={() => setShown(shown + rowsAtOnce)}>
          {t("assign.more", { count: Math.min(left, rowsAtOnce) })}
        </button>
      )}
    </>
  );
}

function Row({
  row,
  helpers,
  chosen,
  onChoose,
}: {
  row: AssignRow;
  helpers: readonly ProposedHelper[];
  chosen: string;
  onChoose(account: string): void;
}) {
  const { t, language } = useText();
  const { nameText } = useHelperWords();
  const reasonWords = useReasonWords();
  const monitored = optionText("household", "monitored", row.monitored, language);
  const cause = optionText("household", "cause", row.cause, language);
  const about = [row.area[language], monitored, cause, t("assign.need", { need: row.need })].filter(
    (one) => one !== "",
  );
  return (
    <tr data-household={row.household}>
      <th scope="row">
        <Link to={`/registry/${row.household}`} className="num">
          {row.number === "" ? t("registry.unnumbered") : row.number}
        </Link>{" "}
        {row.head}
        <span className="sm i2 line">{about.join(" · ")}</span>
        <span className="sm i3 line">
          {row.from === null ? t("assign.now.none") : t("assign.now", { name: nameText(row.from) })}
        </span>
      </th>
      <td>
        <select
          className="field"
          aria-label={t("assign.to.of", { head: row.head === "" ? row.number : row.head })}
          value={chosen}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{t("assign.to.nobody")}</option>
          {helpers.map((helper) => (
            <option key={helper.account} value={helper.account}>
              {nameText(helper)}
            </option>
          ))}
        </select>
        <span className="sm i2 line">
          {chosen === (row.to ?? "") ? reasonWords(row) : t("assign.changed")}
          {chosen !== "" && chosen === row.from?.account && <b> · {t("assign.same")}</b>}
        </span>
      </td>
    </tr>
  );
}
