import type { Helper } from "@mingbai/posts/views";
import { useText } from "../../i18n/use-text.ts";
import { State } from "../../ui/state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useHelperWords } from "./use-helper-words.ts";

export function isNotForgotten({ forgotten }: Helper): boolean {
  return forgotten === null;
}

/** Whose qualifications were erased, and how many of the nodes that had to have said on the ledger that they did. */
export function ForgottenList({ rows }: { rows: readonly Helper[] }) {
  const { t } = useText();
  const { time } = useFormat();
  const { nameText } = useHelperWords();
  const forgotten = rows.flatMap((helper) => (helper.forgotten === null ? [] : [{ helper, said: helper.forgotten }]));
  if (forgotten.length === 0) return null;
  return (
    <ul className="forgotten-list" aria-label={t("helpers.erased")}>
      {forgotten.map(({ helper, said: { timeMs, owed, acknowledged } }) => (
        <li key={helper.account} className="row wrap">
          <b>{nameText(helper)}</b>
          <State icon={acknowledged < owed ? "clock" : "tick"} tone={acknowledged < owed ? "i2" : "ok"}>
            {t("helpers.erased.said", { acknowledged, owed })}
          </State>
          <span className="sm i3 num">{time(timeMs)}</span>
        </li>
      ))}
    </ul>
  );
}
