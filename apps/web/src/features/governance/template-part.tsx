import { stageParameter, turnStages } from "@mingbai/governance/schema/parameters";
import { turns } from "@mingbai/workflow/stages";
import { useText } from "../../i18n/use-text.ts";
import { TitledTable } from "../../ui/titled-table.tsx";
import { ParameterCells, type ParameterNow } from "./parameter-cells.tsx";

/** The contract template that matters follow: whose turn it is where, within which days, and what of it is voted how. */
export function TemplatePart({ parameters }: { parameters: readonly ParameterNow[] }) {
  const { t, language } = useText();
  const now = (name: ParameterNow["name"]) => parameters.find((one) => one.name === name);
  return (
    <TitledTable
      title={t("governance.template")}
      columns={[
        { head: t("governance.template.stage") },
        { head: t("governance.template.turn"), look: "wide" },
        { head: t("governance.template.days") },
        { head: t("governance.rules.act"), look: "r", isUnseen: true },
      ]}
      className="governance-narrow"
      lead={<p className="i2">{t("governance.template.lead", { version: now("ledger.rulesVersion")?.value ?? 1 })}</p>}
    >
      {turnStages.map((stage) => {
        const turn = turns[stage];
        const parameter = now(stageParameter(stage));
        if (turn === undefined || parameter === undefined) return null;
        const whose = t("governance.template.turn.of", {
          side: t(`governance.template.side.${turn.side}`),
          roles: turn.roles.map((role) => t(`role.${role}`)).join(language === "zh" ? "、" : ", "),
        });
        return (
          <tr key={stage}>
            <th scope="row">
              {t(`matter.stage.${stage}`)}
              <span className="narrow sm i2">{whose}</span>
            </th>
            <td className="wide">{whose}</td>
            <ParameterCells parameter={parameter} />
          </tr>
        );
      })}
    </TitledTable>
  );
}
