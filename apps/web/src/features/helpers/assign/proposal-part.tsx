import type { assignmentProposalView } from "@mingbai/registry/views/help";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ResultOf } from "../../../api/view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { Signing } from "../../../ui/signing.tsx";
import { State } from "../../../ui/state.tsx";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { useHelperWords } from "../use-helper-words.ts";
import { AssignTable } from "./assign-table.tsx";
import { type AssignRow, assignmentsOf, type Choices, loadsAfter } from "./decisions.ts";

type Proposal = ResultOf<typeof assignmentProposalView>;
const namedMax = 5;

/** The proposal with what the leader chooses otherwise, how many each person answers for then, and the one signature. */
export function ProposalPart({ proposal }: { proposal: Proposal }) {
  const { t } = useText();
  const { nameText, join } = useHelperWords();
  const settle = useSettledAct();
  const navigate = useNavigate();
  const [choices, setChoices] = useState<Choices>({});
  const [isSigning, setSigning] = useState(false);
  // Those in greater need first; alike ones keep their order.
  const rows: readonly AssignRow[] = [...proposal.rows, ...proposal.left].sort((one, other) => other.need - one.need);
  const loads = loadsAfter(rows, proposal.helpers, choices);
  const assignments = assignmentsOf(rows, choices);
  const count = assignments.reduce((sum, { households }) => sum + households.length, 0);
  const names = assignments.map(({ account }) => {
    const helper = proposal.helpers.find((one) => one.account === account);
    return helper === undefined ? account : nameText(helper);
  });
  const shown = join(names.length > namedMax ? [...names.slice(0, namedMax), "…"] : names);
  const sign = async () => {
    const { id } = await settle("registry.assignHouseholds", { assignments });
    navigate(`/helpers/hand-over/${id}`);
  };
  return (
    <>
      <section aria-labelledby="loads">
        <h2 id="loads">{t("assign.loads")}</h2>
        <ul className="row wrap assign-loads">
          {loads.map((helper) => (
            <li key={helper.account} data-load={helper.account}>
              {nameText(helper)}{" "}
              <span className="num i2">{t("assign.load", { count: helper.count, max: helper.placesMax })}</span>{" "}
              {helper.count > helper.placesMax && (
                <State icon="warn" tone="warn">
                  {t("assign.load.over")}
                </State>
              )}
            </li>
          ))}
        </ul>
      </section>
      <AssignTable
        rows={rows}
        helpers={proposal.helpers}
        choices={choices}
        onChoose={(household, account) => setChoices({ ...choices, [household]: account })}
      />
      <div className="row wrap assign-decide">
        <button type="button" className="btn p" disabled={count === 0} onClick={() => setSigning(true)}>
          {t("assign.decide", { count })}
        </button>
        {count === 0 && <span className="sm i2">{t("assign.nothing")}</span>}
      </div>
      {isSigning && (
        <Signing
          title={t("assign.title")}
          sentence={t("assign.sentence", { count, names: shown })}
          totals={[
            { label: t("assign.total.households"), value: count },
            { label: t("assign.total.people"), value: assignments.length },
          ]}
          verb={t("people.sign")}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </>
  );
}
