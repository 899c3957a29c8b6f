import type { ProposalRow } from "@mingbai/governance/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { State } from "../../ui/state.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { countVotes, ProposalState } from "./proposal-state.tsx";
import { useChangeWords } from "./use-change-words.ts";

/** Proposals, one a line, each opening its page. */
export function ProposalsTable({ rows, caption }: { rows: readonly ProposalRow[]; caption: string }) {
  const { t } = useText();
  return (
    <table className="tbl">
      <caption className="sr">{caption}</caption>
      <TableHead
        columns={[
          { head: t("governance.change") },
          { head: t("governance.votes"), look: "wide" },
          { head: t("governance.until"), look: "wide" },
          { head: t("governance.state"), look: "wide" },
          { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row }: { row: ProposalRow }) {
  const { t } = useText();
  const { time } = useFormat();
  const { titleOf, organisationName } = useChangeWords();
  const title = titleOf(row.change);
  const votes = t("governance.votes.count", { ...countVotes(row), needed: row.needed });
  const standing = (
    <>
      <ProposalState row={row} />{" "}
      {row.may.voteFor !== null && (
        <State icon="dot" tone="warn">
          {t("governance.yourTurn")}
        </State>
      )}
    </>
  );
  return (
    <tr>
      <th scope="row">
        <Link to={`/governance/${row.id}`}>{title}</Link>
        <br />
        <span className="sm i2">
          {t("governance.from", {
            organisation: organisationName(row.organisation),
            time: time(row.proposed.timeMs),
          })}
        </span>
        <span className="narrow sm i2">{votes}</span>
        <span className="narrow sm">{standing}</span>
      </th>
      <td className="wide sm">{votes}</td>
      <td className="wide sm i2">{time(row.ended?.timeMs ?? row.deadlineMs)}</td>
      <td className="wide">{standing}</td>
      <td className="mark-cell">
        <FactMark transactionId={row.id} title={title} />
      </td>
    </tr>
  );
}
