import { parameters } from "@mingbai/governance/schema/parameters";
import type { settingsView } from "@mingbai/governance/views";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { ProposeLink } from "./propose-link.tsx";
import { useChangeWords } from "./use-change-words.ts";

export type ParameterNow = ResultOf<typeof settingsView>["parameters"][number];

/** What a number of policy is now, whether members voted that, and the way to propose another. */
export function ParameterCells({ parameter: { name, value, isVoted } }: { parameter: ParameterNow }) {
  const { t, language } = useText();
  const { valueText } = useChangeWords();
  return (
    <>
      <td>
        {valueText(name, value)}{" "}
        <span className="sm i2">{t(isVoted ? "governance.rules.voted" : "governance.rules.usual")}</span>
      </td>
      <td className="r">
        <ProposeLink query={`name=${name}`} name={parameters[name].title[language]} />
      </td>
    </>
  );
}
