import { findField } from "@mingbai/registry/content/form/find-field";
import type { Text } from "../i18n/text-of.ts";
import { useText } from "../i18n/use-text.ts";
import { asksForHand, type FieldRecord } from "../outbox/record.ts";
import { Icon, type IconName } from "../ui/icon.tsx";
import { linkTo } from "../ui/route.ts";
import { SyncBars } from "../ui/sync-bars.tsx";
import { useTimes } from "../ui/use-times.ts";
import { form } from "../visit/form.ts";

const icons: Readonly<Record<FieldRecord["stage"], IconName>> = {
  filling: "filling",
  saved: "phone",
  sent: "sent",
  entered: "entered",
};

/** One record in the list: whose, how far it is in a word and three bars, and its last moment. */
export function RecordRow({ record }: { record: FieldRecord }) {
  const { t } = useText();
  const { stage, draft, id } = record;
  const href = stage === "filling" ? linkTo("visit", id, draft.at) : linkTo("record", id);
  const isWrong = asksForHand(record);
  const wrong = record.differences.length > 0 ? ("differs" as const) : ("refused" as const);
  return (
    <li>
      <a className="row-link record" href={href}>
        <span className="t">{recordTitle(record, t)}</span>
        <span className={isWrong ? "w bad" : `w ${stage}`}>
          <Icon name={isWrong ? "differs" : icons[stage]} size={14} />
          {t(`state.${isWrong ? wrong : stage}`)}
        </span>
        <span className="m num">
          <Moment record={record} />
        </span>
        <SyncBars stage={stage} isWrong={isWrong} />
      </a>
    </li>
  );
}

export function recordTitle({ head, draft }: FieldRecord, t: Text): string {
  return head === "" ? t("record.kind.unnamed") : t(`record.kind.${draft.kind}`, { head });
}

const megabyte = 1_000_000;

/** The last thing that happened to it, with the fields that differ or the photos. */
function Moment({ record }: { record: FieldRecord }) {
  const { t, language } = useText();
  const { when } = useTimes();
  const { stage, savedMs, enteredMs = savedMs, draft, differences } = record;
  const words = {
    filling: () => t("record.at", { at: draft.at + 1 }),
    saved: () => t("record.handedIn", { when: when(savedMs) }),
    sent: () => t("record.sent", { when: when(savedMs) }),
    entered: () => t("record.entered", { when: when(enteredMs) }),
  };
  const open = differences.map(({ subject, field }) => {
    const found = findField(form, subject === draft.household ? "household" : "person", field);
    return t("record.fieldOf", { field: found?.label[language] ?? field });
  });
  const size = draft.photos.reduce((bytes, photo) => bytes + photo.bytes, 0) / megabyte;
  const photos =
    draft.photos.length === 0 ? [] : [t("record.photos", { count: draft.photos.length, size: size.toFixed(1) })];
  return (
    <>
      {[(record.trouble ? words.saved : words[stage])(), ...(differences.length > 0 ? open : photos)].map((part) => (
        <span key={part}>{part}</span>
      ))}
    </>
  );
}
