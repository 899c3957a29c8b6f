import { boxes } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { TabLinks } from "../../ui/tab-links.tsx";
import { type QueueAddress, queueAddress } from "./queue-address.ts";

/** To do, waiting, overdue, done, all: links with counts of the whole filter, so that each can be kept and sent. */
export function QueueTabs({
  address,
  counts,
}: {
  address: QueueAddress;
  counts: Readonly<Record<QueueAddress["box"], number>> | undefined;
}) {
  const { t } = useText();
  const tabs = boxes.map((box) => ({
    to: `?${queueAddress({ ...address, box })}`,
    words: t(`work.box.${box}`),
    isHere: box === address.box,
    count: counts?.[box],
    isBad: box === "overdue",
  }));
  return <TabLinks name={t("work.boxes")} tabs={tabs} />;
}
