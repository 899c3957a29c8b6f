import type { ProposalRow } from "@mingbai/governance/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { State } from "../../ui/state.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useChangeWords } from "./use-change-words.ts";

type Voter = ProposalRow["voters"][number];

/** Everyone who has a vote: how they voted, or that they still may. */
export function VotersPart({ row }: { row: ProposalRow }) {
  const { t } = useText();
  const isPeople = row.rule.level.kind === "role";
  return (
    <TitledTable
      title={t("governance.voters")}
      columns={[
        { head: t("governance.voter") },
        { head: t("governance.vote") },
        { head: t("ui.receipt"), look: "mark-cell", isUnseen: true },
      ]}
      className="governance-narrow"
    >
      {row.voters.map((one) => (
        <VoterLine key={one.voter} voter={one} isPerson={isPeople} />
      ))}
    </TitledTable>
  );
}

function VoterLine({ voter: { voter, vote }, isPerson }: { voter: Voter; isPerson: boolean }) {
  const { time } = useFormat();
  const { organisationName } = useChangeWords();
  const name = isPerson ? voter : organisationName(voter);
  return (
    <tr>
      <th scope="row" className="with-text">
        {isPerson ? <Link to={`/people/${encodeURIComponent(voter)}`}>{name}</Link> : name}
      </th>
      <td>
        <VoteState choice={vote?.choice} />{" "}
        {vote && (
          <span className="sm i2">
            {time(vote.timeMs)} {!isPerson && <Link to={`/people/${encodeURIComponent(vote.by)}`}>{vote.by}</Link>}
          </span>
        )}
      </td>
      <td className="mark-cell">{vote && <FactMark transactionId={vote.transaction} title={name} />}</td>
    </tr>
  );
}

function VoteState({ choice }: { choice: "for" | "against" | undefined }) {
  const { t } = useText();
  if (choice === undefined) {
    return (
      <State icon="ring" tone="i2">
        {t("governance.vote.none")}
      </State>
    );
  }
  return (
    <State icon={choice === "for" ? "tick" : "cross"} tone={choice === "for" ? "ok" : "bad"}>
      {t(`governance.vote.${choice}`)}
    </State>
  );
}
