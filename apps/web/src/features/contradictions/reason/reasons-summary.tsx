import type { HouseholdVerdict } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { LevelState } from "./level-state.tsx";
import { sourceTitle } from "./source-title.ts";

/** The level, when it was compared, with whose lists, and what could not be. */
export function ReasonsSummary({ verdict }: { verdict: HouseholdVerdict }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const sources = verdict.sources.map((source) => sourceTitle(source, language)).join(t("file.join"));
  return (
    <div className="reasons-summary">
      <p className="row wrap">
        <LevelState level={verdict.level} />
        <span className="i2">{t(`compare.means.${verdict.level}`)}</span>
        <span className="i3 sm num">{t("compare.comparedAt", { time: time(verdict.checkedMs) })}</span>
      </p>
      <p className="sm i2">
        {sources === "" ? t("compare.nobodyKnows") : t("compare.withSources", { sources })}
        {verdict.unasked.length > 0 && ` ${t("compare.unasked", { count: verdict.unasked.length })}`}
        {verdict.hidden > 0 && ` ${t("compare.hidden", { count: verdict.hidden })}`}
      </p>
    </div>
  );
}
