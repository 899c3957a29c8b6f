import type { HouseholdLine } from "@mingbai/registry/views/households";
import { useEffect, useState } from "react";
import { filesStore } from "../files/kept-file.ts";
import { listStore, refreshList } from "../files/kept-list.ts";
import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import { saveRecord } from "../outbox/records.ts";
import { signalStore } from "../outbox/send-waiting.ts";
import { meStore } from "../person/me.ts";
import { Icon } from "../ui/icon.tsx";
import { goTo, linkTo } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";
import { SignalStrip } from "../ui/signal-strip.tsx";
import { useTimes } from "../ui/use-times.ts";
import { beginNewHousehold, beginRecord } from "../visit/begin-draft.ts";
import { FetchFiles } from "./fetch-files.tsx";

type Whose = "mine" | "area";

/** The households that somebody looks after, with those whose files are in the phone; here they are taken along. */
export function HouseholdsPage() {
  const { t } = useText();
  const { when } = useTimes();
  const list = useStore(listStore);
  const { signal } = useStore(signalStore);
  const [whose, setWhose] = useState<Whose>();
  const [text, setText] = useState("");
  useEffect(() => {
    // Without an answer the list stays as it was kept, which its time says.
    if (signal === "ok") refreshList(Date.now()).catch((fault: unknown) => console.info(fault));
  }, [signal]);
  const chosen = whose ?? (list !== undefined && list.mine.length === 0 ? "area" : "mine");
  const lines = (list?.[chosen] ?? []).filter((line) => isSought(line, text));
  return (
    <Screen title={t("list.title")} aside={<Whoami />} strip={<SignalStrip of="list" />} tab="households">
      {list === undefined ? (
        <p className="state">{t("list.empty.none")}</p>
      ) : (
        <>
          <div className="tools">
            <WhoseChoice whose={chosen} counts={{ mine: list.mine.length, area: list.area.length }} choose={setWhose} />
            <label className="find">
              <span className="sr">{t("list.find")}</span>
              <input
                type="search"
                className="input"
                placeholder={t("list.find")}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            </label>
          </div>
          <FetchFiles lines={lines} />
          {lines.length === 0 && (
            <p className="state">{text === "" ? t("list.empty.mine") : t("list.empty.found", { text })}</p>
          )}
          <ul className="rows">
            {lines.map((line) => (
              <Line key={line.household} line={line} />
            ))}
          </ul>
          <p className="legend">{t("list.readAt", { when: when(list.readMs) })}</p>
        </>
      )}
      <p className="legend">
        <button type="button" className="btn" onClick={() => void beginNew()}>
          <Icon name="plus" />
          {t("list.new")}
        </button>
      </p>
    </Screen>
  );
}

function Whoami() {
  const me = useStore(meStore);
  return <>{me?.name}</>;
}

function WhoseChoice({
  whose,
  counts,
  choose,
}: {
  whose: Whose;
  counts: Readonly<Record<Whose, number>>;
  choose(whose: Whose): void;
}) {
  const { t } = useText();
  return (
    <fieldset className="segmented">
      <legend className="sr">{t("list.whose")}</legend>
      {(["mine", "area"] as const).map((one) => (
        <label key={one} className={one === whose ? "on" : ""}>
          <input type="radio" className="sr" name="whose" checked={one === whose} onChange={() => choose(one)} />
          {t(`list.${one}`, { count: counts[one] })}
        </label>
      ))}
    </fieldset>
  );
}

function Line({ line }: { line: HouseholdLine }) {
  const { t, language } = useText();
  const { when } = useTimes();
  const kept = useStore(filesStore).get(line.household);
  return (
    <li>
      <a className="row-link" href={linkTo("household", line.household)}>
        <span className="t">
          {line.head === "" ? t("household.noName") : t("household.title", { head: line.head })}
        </span>
        <span className={kept ? "w ok" : "w"}>
          {kept ? <Icon name="phone" size={14} /> : null}
          {kept ? t("list.kept", { when: when(kept.keptMs) }) : t("list.notFetched")}
        </span>
        <span className="m">
          {[line.area[language], line.team, t("list.people", { count: line.people })]
            .filter(Boolean)
            .join(t("list.between"))}
        </span>
      </a>
    </li>
  );
}

function isSought({ head, number, team }: HouseholdLine, text: string): boolean {
  const sought = text.trim();
  return sought === "" || [head, number, team].some((one) => one.includes(sought));
}

/** A new household begins in the place that the phone knows, where it knows one only. */
async function beginNew(): Promise<void> {
  const owner = meStore.get()?.account;
  if (owner === undefined) return;
  const places = listStore.get()?.places.filter(({ division }) => division !== "") ?? [];
  const [only] = places.length === 1 ? places : [];
  const draft = beginNewHousehold({ area: only?.area.id ?? "", village: only?.division ?? "" });
  const record = beginRecord(draft, { owner, nowMs: Date.now() });
  await saveRecord(record);
  goTo("visit", record.id, 0);
}
