import type { HeldRole } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";

const looks: Readonly<Record<HeldRole["standing"], { icon: IconName; tone: Tone }>> = {
  inForce: { icon: "tick", tone: "ok" },
  standby: { icon: "clock", tone: "i2" },
  resting: { icon: "pause", tone: "warn" },
  toCome: { icon: "clock", tone: "i2" },
  ended: { icon: "ring", tone: "i2" },
};

/** How a role stands: a shape and a word; why it ended early, where it did. */
export function Standing({ held: { standing, ended } }: { held: Pick<HeldRole, "standing" | "ended"> }) {
  const { t } = useText();
  const { icon, tone } = looks[standing];
  return (
    <State icon={icon} tone={tone}>
      {standing === "ended" && ended !== null ? t(`people.ended.${ended}`) : t(`people.standing.${standing}`)}
    </State>
  );
}
