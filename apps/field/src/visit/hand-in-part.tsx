import type { FileFault } from "@mingbai/registry/content/check/file-fault";
import { useState } from "react";
import { useText } from "../i18n/use-text.ts";
import type { HouseholdDraft } from "../outbox/record.ts";
import { goTo } from "../ui/route.ts";
import type { DraftFaults } from "./check-draft.ts";
import { handIn } from "./hand-in.ts";
import { nameOf } from "./people-part.tsx";
import type { RecordInHand } from "./use-record.ts";

/** The check before a record is handed in, and what it found. */
export interface HandingIn {
  readonly faults: DraftFaults | undefined;
  readonly isBusy: boolean;
  go(): Promise<void>;
}

/** The checks are fetched when they are first needed; the phone keeps them like all else of the application. */
export function useHandingIn(inHand: RecordInHand | undefined): HandingIn {
  const [checked, setChecked] = useState<{ draft: HouseholdDraft; faults: DraftFaults }>();
  const [isBusy, setBusy] = useState(false);
  const draft = inHand?.record.draft;
  const isShown = checked !== undefined && checked.draft === draft;
  return {
    faults: isShown ? checked.faults : undefined,
    isBusy,
    async go() {
      if (inHand === undefined || draft === undefined || isBusy) return;
      setBusy(true);
      const { checkDraft } = await import("./check-draft.ts");
      const now = new Date();
      const faults = checkDraft(draft, localDay(now));
      const isStopped = mustMend(draft, faults) || (faults.doubts.length > 0 && !isShown);
      setChecked({ draft, faults });
      setBusy(false);
      if (isStopped) return;
      await handIn(inHand.record, now.getTime());
      goTo("records");
    },
  };
}

function mustMend({ texts, kind, area }: HouseholdDraft, { errors }: DraftFaults): boolean {
  return errors.length > 0 || Object.keys(texts).length > 0 || (kind === "newHousehold" && area === "");
}

function localDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** What keeps the record from being handed in, and what to look at again, each with whom it is about. */
export function HandInFaults({ draft, faults }: { draft: HouseholdDraft; faults: DraftFaults }) {
  const { t, language } = useText();
  const people = draft.people.filter(({ departure }) => departure === undefined);
  const say = (fault: FileFault): string => {
    if (fault.subject === "household") return fault[language];
    const person = people[fault.subject];
    const who = (person && nameOf(person)) || t("visit.person.unnamed");
    return t("visit.of", { who, field: fault[language] });
  };
  const isPlaceless = draft.kind === "newHousehold" && draft.area === "";
  const left = [
    ...Object.values(draft.texts).map((text) => t("visit.text.left", { text })),
    ...(isPlaceless ? [t("visit.area.missing")] : []),
    ...faults.errors.map(say),
  ];
  return (
    <div role="alert">
      {left.length > 0 && <FaultList title={t("visit.errors")} lines={left} look="bad" />}
      {faults.doubts.length > 0 && <FaultList title={t("visit.doubts")} lines={faults.doubts.map(say)} look="warn" />}
    </div>
  );
}

function FaultList({ title, lines, look }: { title: string; lines: readonly string[]; look: "bad" | "warn" }) {
  return (
    <section className={`note ${look}`}>
      <h2 className="label">{title}</h2>
      <ul className="dots">
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
