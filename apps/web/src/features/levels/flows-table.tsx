import type { TieView } from "@mingbai/levels/views";
import { useText } from "../../i18n/use-text.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { AssuranceMark } from "./assurance-mark.tsx";

/** Money that went over each tie, by fund. Of a child the net is what it may still give back: never below zero. */
export function FlowsTable({ rows }: { rows: readonly TieView[] }) {
  const { t } = useText();
  const { unit } = useFormat();
  const flows = rows.flatMap((tie) => tie.flows.map((flow) => ({ tie, flow })));
  if (flows.length === 0) return null;
  return (
    <TitledTable
      title={t("levels.money", { unit })}
      columns={[
        { head: t("levels.fundColumn") },
        { head: t("levels.sent"), look: "r" },
        { head: t("levels.received"), look: "r" },
        { head: t("levels.locked"), look: "r wide" },
        { head: t("levels.left"), look: "r wide" },
      ]}
    >
      {flows.map(({ tie, flow: { fund, sent, received, locked } }) => (
        <tr key={`${tie.ledger} ${fund}`}>
          <th scope="row">
            {tie.name} <span className="i2">{t("levels.fund", { fund })}</span>
            {tie.assurance === "operatorTrusted" && (
              <>
                <br />
                <AssuranceMark of={tie} />
              </>
            )}
          </th>
          <MoneyCell minor={sent} />
          <MoneyCell minor={received} />
          <MoneyCell minor={locked} wide />
          <MoneyCell minor={tie.as === "child" ? sent - received : received - sent} wide />
        </tr>
      ))}
    </TitledTable>
  );
}
