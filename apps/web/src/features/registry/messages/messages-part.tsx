import "./messages.css";
import { type Message, messagesView } from "@mingbai/registry/views/help";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { runQuery } from "../../../api/run-query.ts";
import { useText } from "../../../i18n/use-text.ts";
import { FactMark } from "../../../ui/fact-mark.tsx";
import { PageState } from "../../../ui/page-state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { OlderButton } from "../file/older-button.tsx";
import { useOlder } from "../file/use-older.ts";
import { MessageForm } from "./message-form.tsx";

const firstRows = 5;
const laterRows = 50;

/** What the household and those who help it wrote to each other, the newest first, and a line to write the next one. */
export function MessagesPart({ file }: { file: HouseholdFile }) {
  const { t } = useText();
  const { pages, rows, total } = useOlder(
    { name: messagesView.name, household: file.household, since: 0 },
    { firstRows, laterRows, ask: (older, signal) => runQuery(messagesView, older, signal) },
  );
  return (
    <section id="part-messages" aria-labelledby="messages">
      <h2 id="messages">{t("messages.title")}</h2>
      <p className="sm i3">{t("messages.lead")}</p>
      {file.may.includes("registry.sendMessage") && <MessageForm file={file} />}
      <PageState
        asked={pages}
        what={t("messages.what")}
        rows={2}
        isEmpty={() => rows.length === 0}
        empty={<p className="i2">{t("messages.none")}</p>}
      >
        {() => (
          <ol className="messages">
            {rows.map((message) => (
              <MessageLine key={message.at} message={message} />
            ))}
          </ol>
        )}
      </PageState>
      <OlderButton pages={pages}>{t("messages.older", { count: total })}</OlderButton>
    </section>
  );
}

function MessageLine({ message: { side, onBehalf, by, words, timeMs, transaction } }: { message: Message }) {
  const { t } = useText();
  const { time } = useFormat();
  const name = by.name === "" ? by.account : by.name;
  return (
    <li className={side}>
      <p className="sm i2">
        <b>{t(`messages.${side}`)}</b> {onBehalf ? t("messages.onBehalf", { name }) : name}{" "}
        <span className="num nw i3">{time(timeMs)}</span>{" "}
        <FactMark transactionId={transaction} title={t("messages.title")} />
      </p>
      <p className={words === null ? "i3" : "words"}>{words ?? t("messages.gone")}</p>
    </li>
  );
}
