import { useState } from "react";
import { isTextKey } from "../i18n/text-of.ts";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import type { Trouble } from "../ledger/trouble.ts";
import type { FieldRecord } from "../outbox/record.ts";
import { dropRecord, recordsStore } from "../outbox/records.ts";
import { meStore } from "../person/me.ts";
import { Icon } from "../ui/icon.tsx";
import { goTo, linkTo } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";
import { SignalStrip } from "../ui/signal-strip.tsx";
import { useTimes } from "../ui/use-times.ts";
import { handInAgain, isAllHere, reopen } from "../visit/hand-in.ts";
import { DifferencesPart } from "./differences-part.tsx";
import { RecordGone } from "./record-gone.tsx";
import { recordTitle } from "./record-row.tsx";

/** One record that was handed in: what became of it, and what a person has to do. */
export function RecordPage({ id }: { id: string }) {
  const record = useStore(recordsStore).get(id);
  const me = useStore(meStore);
  if (record === undefined || record.owner !== me?.account) return <RecordGone />;
  return <OneRecord record={record} />;
}

function OneRecord({ record }: { record: FieldRecord }) {
  const { t } = useText();
  const { trouble, differences } = record;
  return (
    <Screen
      title={recordTitle(record, t)}
      leave={{ href: linkTo("records"), icon: "back", label: t("tab.records") }}
      strip={<SignalStrip of="records" />}
      tab="records"
    >
      {trouble && <TroubleNote record={record} trouble={trouble} />}
      {differences.length > 0 && <DifferencesPart key={differences.length} record={record} />}
      <ActList record={record} />
      {isAllHere(record) && <TakeBack record={record} />}
    </Screen>
  );
}

/** Why the ledger did not take it, in its own words, and what helps. */
function TroubleNote({ record, trouble }: { record: FieldRecord; trouble: Trouble }) {
  const { t, language } = useText();
  const key = `record.do.${trouble.code}`;
  return (
    <section className="note bad" role="alert">
      <p>
        <b>{t("record.trouble", { why: trouble[language] })}</b>
      </p>
      <p>{t(isTextKey(key) ? key : "record.do.other")}</p>
      <p className="i2">{t("record.kept")}</p>
      <p className="buttons">
        <button type="button" className="btn p" onClick={() => void handInAgain(record)}>
          {t("record.again")}
        </button>
      </p>
    </section>
  );
}

function ActList({ record: { acts } }: { record: FieldRecord }) {
  const { t, language } = useText();
  const { when } = useTimes();
  return (
    <section className="block" aria-labelledby="acts">
      <h2 id="acts">{t("record.acts")}</h2>
      <ul className="rows inset">
        {acts.map(({ command, entered, trouble, parts }) => {
          const key = `record.act.${command}`;
          const state = trouble ? "refused" : entered ? "entered" : "saved";
          return (
            <li key={parts[0]?.salt ?? command} className="row-link">
              <span className="t">{isTextKey(key) ? t(key) : command}</span>
              <span className={`w ${trouble ? "bad" : state}`}>
                <Icon name={trouble ? "differs" : entered ? "entered" : "phone"} size={14} />
                {trouble ? trouble[language] : entered ? when(entered.timeMs) : t("state.saved")}
              </span>
              {entered && (
                <a className="m" href={`/ledger/transactions/${entered.transaction}`}>
                  {t("record.proof")}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** While nothing of it has left the phone it may be changed or thrown away; the latter after saying what goes. */
function TakeBack({ record }: { record: FieldRecord }) {
  const { t } = useText();
  const [isAsking, setAsking] = useState(false);
  const change = async (): Promise<void> => {
    if (await reopen(record.id)) goTo("visit", record.id, record.draft.at);
  };
  const discard = async (): Promise<void> => {
    if (!(await reopen(record.id))) return;
    goTo("records");
    await dropRecord(record);
  };
  if (isAsking)
    return (
      <section className="note bad" role="alert">
        <p>{t("record.discard.sure", { count: countAnswers(record) })}</p>
        <p className="buttons">
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            {t("record.discard.keep")}
          </button>
          <button type="button" className="btn bad" onClick={() => void discard()}>
            {t("record.discard.do")}
          </button>
        </p>
      </section>
    );
  return (
    <section className="block">
      <p className="buttons">
        <button type="button" className="btn" onClick={() => void change()}>
          {t("record.reopen")}
        </button>
        <button type="button" className="btn bad" onClick={() => setAsking(true)}>
          {t("record.discard")}
        </button>
      </p>
    </section>
  );
}

function countAnswers({ draft: { values, people } }: FieldRecord): number {
  return [values, ...people.map((person) => person.values)].reduce((sum, of) => sum + Object.keys(of).length, 0);
}
