import { readingsView } from "@mingbai/registry/views/access";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { runQuery } from "../../../api/run-query.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { FactMark } from "../../../ui/fact-mark.tsx";
import { PageState } from "../../../ui/page-state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { OlderButton } from "./older-button.tsx";
import { useOlder } from "./use-older.ts";

const firstRows = 5;
const laterRows = 50;

/** Who looked at the file and what for, this visit among them; the household sees the same list. */
export function ReadingsPart({ file }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const account = useSession()?.account;
  const { pages, rows, total } = useOlder(
    { name: readingsView.name, household: file.household, since: file.changedMs },
    { firstRows, laterRows, ask: (older, signal) => runQuery(readingsView, older, signal) },
  );
  return (
    <section id="part-readings" aria-labelledby="readings">
      <h2 id="readings">{t("file.readings")}</h2>
      <PageState asked={pages} what={t("file.readings")} rows={2}>
        {() => (
          <ul className="readings">
            {rows.map(({ at, by, organisation, purpose, timeMs, transaction }) => {
              const name = by.account === account ? t("file.you") : by.name === "" ? by.account : by.name;
              const words = t("file.reading", { name, purpose: t(`purpose.${purpose}`) });
              return (
                <li key={at}>
                  <span className="reading-words">
                    {words}
                    <span className="i3 sm when">
                      {organisation[language]} <span className="num nw">{time(timeMs)}</span>
                    </span>
                  </span>
                  <FactMark transactionId={transaction} title={words} />
                </li>
              );
            })}
          </ul>
        )}
      </PageState>
      <OlderButton pages={pages}>{t("file.readings.all", { count: total })}</OlderButton>
      <p className="sm i3">{t("file.readings.seen")}</p>
    </section>
  );
}
