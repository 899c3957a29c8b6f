import type { NoticeKind } from "@mingbai/workflow/views/notice-kinds";
import type { IconName } from "../../ui/icon.tsx";
import type { Tone } from "../../ui/state.tsx";

/** Each kind has a shape and a colour beside its word. */
export const kindLooks: Readonly<Record<NoticeKind, { readonly icon: IconName; readonly tone: Tone }>> = {
  came: { icon: "queue", tone: "br" },
  returned: { icon: "back", tone: "warn" },
  passed: { icon: "tick", tone: "ok" },
  paid: { icon: "right", tone: "br" },
  disputed: { icon: "warn", tone: "bad" },
  answered: { icon: "forward", tone: "br" },
  ended: { icon: "done", tone: "i2" },
  overdue: { icon: "clock", tone: "bad" },
  recovery: { icon: "key", tone: "warn" },
  soon: { icon: "clock", tone: "warn" },
  explained: { icon: "brackets", tone: "br" },
  message: { icon: "letter", tone: "br" },
  handedOver: { icon: "people", tone: "br" },
};
