import { useText } from "../i18n/use-text.ts";
import { useStore } from "../keep/use-store.ts";
import { asksForHand, type FieldRecord } from "../outbox/record.ts";
import { recordsStore } from "../outbox/records.ts";
import { meStore } from "../person/me.ts";
import { Screen } from "../ui/screen.tsx";
import { SignalStrip } from "../ui/signal-strip.tsx";
import { useTimes } from "../ui/use-times.ts";
import { RecordRow } from "./record-row.tsx";

type Group = "hand" | "onPhone" | "onWay" | "today" | "earlier";
const groups: readonly Group[] = ["hand", "onPhone", "onWay", "today", "earlier"];

/** Everything that somebody filled in on this phone, by how far it is on its way to the ledger. */
export function RecordsPage() {
  const { t } = useText();
  const { isToday } = useTimes();
  const me = useStore(meStore);
  const records = [...useStore(recordsStore).values()]
    .filter(({ owner }) => owner === me?.account)
    .sort((a, b) => b.savedMs - a.savedMs);
  const byGroup = Map.groupBy(records, (record) => groupOf(record, isToday));
  const count = (group: Group) => byGroup.get(group)?.length ?? 0;
  return (
    <Screen
      title={t("records.title")}
      aside={me?.roles.includes("gridWorker") ? `${t("role.gridWorker")} ${me.name}` : me?.name}
      strip={<SignalStrip of="records" />}
      tab="records"
    >
      <dl className="three">
        {(["onPhone", "onWay", "today"] as const).map((group) => (
          <div key={group}>
            <dt>{t(`records.${group}`)}</dt>
            <dd className="num">{count(group)}</dd>
          </div>
        ))}
      </dl>
      {records.length === 0 && <p className="state">{t("records.empty")}</p>}
      {groups
        .filter((group) => count(group) > 0)
        .map((group) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="group">
              {t(`records.${group}`)}
            </h2>
            <ul className="rows">
              {byGroup.get(group)?.map((record) => (
                <RecordRow key={record.id} record={record} />
              ))}
            </ul>
          </section>
        ))}
      <p className="legend">{t("records.legend")}</p>
    </Screen>
  );
}

function groupOf(record: FieldRecord, isToday: (timeMs: number) => boolean): Group {
  if (asksForHand(record)) return "hand";
  if (record.stage === "entered") return isToday(record.enteredMs ?? record.savedMs) ? "today" : "earlier";
  return record.stage === "sent" ? "onWay" : "onPhone";
}
