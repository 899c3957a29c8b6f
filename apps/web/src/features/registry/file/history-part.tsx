import { type HistoryLine, historyView } from "@mingbai/registry/views/history";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { runQuery } from "../../../api/run-query.ts";
import { useText } from "../../../i18n/use-text.ts";
import { PageState } from "../../../ui/page-state.tsx";
import { TimeLineItem } from "../../../ui/time-line-item.tsx";
import { useFormOf } from "../use-form-of.ts";
import { FieldChanges } from "./field-changes.tsx";
import { OlderButton } from "./older-button.tsx";
import { historyLook, sayHistory } from "./say-history.ts";
import { useOlder } from "./use-older.ts";

const firstRows = 8;
const laterRows = 50;

/** What happened to the file, the newest on top: what was changed from what to what, who, when, why, each with its proof. */
export function HistoryPart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const { pages, rows, total } = useOlder(
    { name: historyView.name, household: file.household, since: file.changedMs },
    { firstRows, laterRows, ask: (older, signal) => runQuery(historyView, older, signal) },
  );
  return (
    <section id="part-history" aria-labelledby="history">
      <h2 id="history">{t("file.history")}</h2>
      <PageState asked={pages} what={t("file.history")} rows={4}>
        {() => (
          <ol className="time-line">
            {rows.map((line) => (
              <Line key={line.at} file={file} line={line} />
            ))}
          </ol>
        )}
      </PageState>
      <OlderButton pages={pages}>{t("file.history.all", { count: total })}</OlderButton>
    </section>
  );
}

function Line({ file, line }: { file: HouseholdFile; line: HistoryLine }) {
  const { t, language } = useText();
  const form = useFormOf(line.form);
  const device = line.device === "phone" || line.device === "computer" ? t(`file.device.${line.device}`) : line.device;
  const said = [
    line.by.name === "" ? line.by.account : line.by.name,
    ...(line.reason === null ? [] : [t(`reason.${line.reason}`)]),
    ...(device === null ? [] : [device]),
  ];
  return (
    <TimeLineItem
      look={historyLook(line)}
      did={sayHistory(line, { form, t, language, file })}
      transaction={line.transaction}
      who={said.join(t("file.join"))}
      timeMs={line.timeMs}
    >
      <FieldChanges line={line} kind={line.subject === file.household ? "household" : "person"} />
      {line.words !== null && line.words !== "" && <p className="said">{line.words}</p>}
    </TimeLineItem>
  );
}
