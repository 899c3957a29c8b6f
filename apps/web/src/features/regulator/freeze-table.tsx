import type { FreezeRow } from "@mingbai/treasury/views/freezes";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Money } from "../../ui/money.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useTargetWords } from "./use-target-words.ts";
import { mayFreeze } from "./who-may.ts";

/** Since when and by whom, or that it may move. */
function Standing({ row: { frozen } }: { row: FreezeRow }) {
  const { t } = useText();
  const { time } = useFormat();
  const organisationName = useOrganisationName();
  if (frozen === null) {
    return (
      <State icon="ring" tone="i2">
        {t("regulator.moves")}
      </State>
    );
  }
  const { account, organisation } = frozen;
  return (
    <>
      <State icon="pause" tone="warn">
        {t("regulator.frozen")}
      </State>
      <span className="sm i2 regulator-since">
        {t("regulator.since", { time: time(frozen.timeMs) })}{" "}
        {account !== null && (
          <Link to={`/people/${encodeURIComponent(account)}`}>{organisationName(organisation ?? account)}</Link>
        )}
      </span>
    </>
  );
}

/** Accounts, tranches and vouchers with how they stand; whoever may freezes them and lets them go. */
export function FreezeTable({
  rows,
  caption,
  onAct,
}: {
  rows: readonly FreezeRow[];
  caption: string;
  onAct(row: FreezeRow): void;
}) {
  const { t } = useText();
  const { unit } = useFormat();
  const { nameOf, kindOf, subjectOf, holderOf } = useTargetWords();
  const may = mayFreeze(useSession()?.roles);
  return (
    <table className="tbl freeze-table">
      <caption className="sm i2">{caption}</caption>
      <TableHead
        columns={[
          { head: t("regulator.target") },
          { head: t("regulator.state"), look: "wide" },
          { head: t("regulator.amount", { unit }), look: "r wide" },
          { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
          may && { head: t("regulator.act"), look: "r", isUnseen: true },
        ]}
      />
      <tbody>
        {rows.map((row) => {
          const verb = row.frozen === null ? "freeze" : "unfreeze";
          return (
            <tr key={`${row.target.kind} ${subjectOf(row)}`} data-target={row.target.kind}>
              <th scope="row">
                <span>{row.fund === null ? holderOf(row) : `${row.fund.name} · ${holderOf(row)}`}</span>{" "}
                <span className="sm i2 regulator-subject">
                  {kindOf(row)} {row.target.kind !== "tranche" && <span className="num">{subjectOf(row)}</span>}
                </span>
                <span className="narrow">
                  <Standing row={row} />
                </span>
              </th>
              <td className="wide">
                <Standing row={row} />
              </td>
              <td className="r wide">{row.amountMinor === null ? "—" : <Money minor={row.amountMinor} />}</td>
              <td className="mark-cell">
                {row.frozen !== null && <FactMark transactionId={row.frozen.transaction} title={nameOf(row)} />}
              </td>
              {may && (
                <td className="r">
                  <button
                    type="button"
                    className="btn s"
                    aria-label={t(`regulator.${verb}.of`, { target: nameOf(row) })}
                    onClick={() => onAct(row)}
                  >
                    {t(`regulator.${verb}`)}
                  </button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
