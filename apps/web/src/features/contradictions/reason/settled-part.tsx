import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../../i18n/use-text.ts";
import { ruleTitle } from "./level-words.ts";
import { OwnAnswer } from "./own-answer.tsx";
import { SettlementWords } from "./settlement-words.tsx";

/** What somebody has dealt with: shown, never dropped. The same facts do not open it again. */
export function SettledPart({ settled }: { settled: readonly ShownReason[] }) {
  const { t, language } = useText();
  if (settled.length === 0) return null;
  return (
    <section aria-labelledby="settled">
      <h2 id="settled">{t("compare.settled.title", { number: settled.length })}</h2>
      <p className="sm i2">{t("compare.settled.how")}</p>
      <ul className="settled-list">
        {settled.map(({ digest, rule, words, settlement, answer }) => (
          <li key={digest}>
            <p>
              <b>{ruleTitle(rule, language)}</b> <span className="i2">{words[language]}</span>
            </p>
            {answer !== null && <OwnAnswer title={t("compare.answer")} answer={answer} />}
            {settlement !== null && <SettlementWords settlement={settlement} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
