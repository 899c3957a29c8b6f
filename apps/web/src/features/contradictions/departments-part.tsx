import type { HouseholdFile } from "@mingbai/registry/views";
import { verdictsOfView } from "@mingbai/registry/views/comparison";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { LevelState } from "./level-state.tsx";
import { ruleTitle } from "./level-words.ts";

/** Beside an open file: what departments know otherwise, in a few lines; nothing where nobody has compared it. */
export function DepartmentsPart({ file: { household, purpose } }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const { time } = useFormat();
  // The household's own people are not told here what offices have still to ask them.
  const { data } = useView(verdictsOfView, { household }, { off: purpose === "own" });
  const verdict = data?.verdict;
  if (!verdict) return null;
  return (
    <section aria-labelledby="departments">
      <h2 id="departments">{t("compare.departments")}</h2>
      <p className="row wrap">
        <LevelState level={verdict.level} />
        <span className="sm i2">{t(`compare.means.${verdict.level}`)}</span>
      </p>
      <ul>
        {verdict.reasons.map(({ digest, rule, words }) => (
          <li key={digest} className="sm">
            <b>{ruleTitle(rule, language)}</b> <span className="i2">{words[language]}</span>
          </li>
        ))}
      </ul>
      <p className="sm">
        <Link to={`/contradictions/${household}`}>{t("compare.departments.open")}</Link>{" "}
        <span className="i3 num">{t("compare.comparedAt", { time: time(verdict.checkedMs) })}</span>
      </p>
    </section>
  );
}
