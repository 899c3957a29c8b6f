import { LookedAt } from "@mingbai/registry/content/compare/rule-set";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { sourceTitle } from "./source-title.ts";

/** The lines of departments' lists that a reason rests on: whose, of what kind, from when, and whether that is long ago. */
export function FactLines({ facts }: { facts: ShownReason["facts"] }) {
  const { t, language } = useText();
  const { day } = useFormat();
  const kindWords = (kind: string) => {
    const known = LookedAt.options.find((one) => one === kind);
    return known === undefined ? kind : t(`compare.kind.${known}`);
  };
  return (
    <ul className="fact-lines sm">
      {facts.map(({ id, source, kind, asOf, monthsOld, isOld }) => (
        <li key={id} className="row wrap">
          <b>{source === "registry" ? t("compare.ownFiles") : sourceTitle(source, language)}</b>
          <span>{kindWords(kind)}</span>
          <span className="i2 num nw">{t("compare.asOf", { day: day(asOf) })}</span>
          {isOld && (
            <State icon="clock" tone="warn">
              {t("compare.old", { count: monthsOld })}
            </State>
          )}
        </li>
      ))}
    </ul>
  );
}
