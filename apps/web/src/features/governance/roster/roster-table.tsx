import type { RosterEffect, RosterLine } from "@mingbai/governance/schema/roster-effect";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import { useOrganisationName } from "../../../ui/organisation-names.ts";
import { TableHead } from "../../../ui/table-head.tsx";

/** Everybody of the roster in force and of the next one, votes before and after, with their sums. */
export function RosterTable({
  effect: { lines, before, after },
  caption,
  power,
  act,
  nameOf,
}: {
  effect: RosterEffect;
  caption: string;
  /** What an organisation is called; by the names of this ledger unless it is given. */
  nameOf?(organisation: string): string;
  /** What stands for the votes after; the votes themselves unless it is given. */
  power?(line: RosterLine): ReactNode;
  act?(line: RosterLine): ReactNode;
}) {
  const { t } = useText();
  const nameHere = useOrganisationName();
  const isWhole = lines.every((line) => line.after !== 0);
  return (
    <table className="tbl roster-table">
      <caption className="sr">{caption}</caption>
      <TableHead
        columns={[
          { head: t("governance.roster.organisation") },
          { head: t("governance.roster.before"), look: "r wide" },
          { head: t("governance.roster.after"), look: "r" },
          { head: t("governance.roster.keys"), look: "wide" },
          act && { head: t("governance.roster.act"), look: "r", isUnseen: true },
        ]}
      />
      <tbody>
        {lines.map((line) => (
          <Line
            key={line.organisation}
            line={line}
            name={(nameOf ?? nameHere)(line.organisation)}
            power={power}
            act={act}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t("governance.roster.sum")}
            <span className="narrow sm i2">
              {t("governance.roster.before")} {countText(before.power)}
            </span>
          </th>
          <td className="r num wide">{countText(before.power)}</td>
          <td className="r num">{isWhole ? countText(after.power) : "—"}</td>
          <td className="wide" />
          {act && <td />}
        </tr>
      </tfoot>
    </table>
  );
}

function Line({
  line,
  name,
  power,
  act,
}: {
  line: RosterLine;
  name: string;
  power: ((line: RosterLine) => ReactNode) | undefined;
  act: ((line: RosterLine) => ReactNode) | undefined;
}) {
  const { t } = useText();
  const { before, after, newKeys } = line;
  const was = before === undefined ? "—" : countText(before);
  const keys =
    after === undefined
      ? "—"
      : newKeys === 0
        ? t("governance.roster.keys.same")
        : t("governance.roster.keys.new", { count: newKeys });
  return (
    <tr>
      <th scope="row">
        {after === undefined ? <del>{name}</del> : name}{" "}
        {before === undefined && <span className="sm br">{t("governance.roster.joins")}</span>}
        {after === undefined && <span className="sm warn">{t("governance.roster.leaves")}</span>}
        <span className="narrow sm i2">
          {t("governance.roster.before")} {was}
          <br />
          {t("governance.roster.keys")} {keys}
        </span>
      </th>
      <td className="r num i2 wide">{was}</td>
      <td className="r num">{power && after !== undefined ? power(line) : <After line={line} />}</td>
      <td className={newKeys > 0 ? "wide" : "wide i2"}>{keys}</td>
      {act && <td className="r">{act(line)}</td>}
    </tr>
  );
}

function After({ line: { before, after } }: { line: RosterLine }) {
  if (after === undefined) return "—";
  return before === after ? countText(after) : <ins>{countText(after)}</ins>;
}
