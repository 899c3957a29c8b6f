import type { HouseholdFile } from "@mingbai/registry/views/household";
import { verdictsOfView } from "@mingbai/registry/views/household-verdict";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useFormat } from "../../ui/use-format.ts";
import { LevelState } from "./reason/level-state.tsx";
import { ruleTitle } from "./reason/level-words.ts";

/**
 * Beside an open file: what departments know otherwise, in a few lines; nothing where nobody has compared it. The household's own
 * people go on from here to answer it.
 */
export function DepartmentsPart({ file: { household, purpose } }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const isOwn = purpose === "own";
  const { data } = useView(verdictsOfView, { household });
  const verdict = data?.verdict;
  if (!verdict) return null;
  return (
    <section aria-labelledby="departments">
      <h2 id="departments">{t(isOwn ? "own.found.part" : "compare.departments")}</h2>
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
        <Link to={isOwn ? "/registry/own/found" : `/contradictions/${household}`}>
          {t(isOwn ? "own.found.open" : "compare.departments.open")}
        </Link>{" "}
        <span className="i3 num">{t("compare.comparedAt", { time: time(verdict.checkedMs) })}</span>
      </p>
    </section>
  );
}
