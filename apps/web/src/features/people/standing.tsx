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
export function Standing({ held }: { held: Pick<HeldRole, "standing" | "ended"> & { isDeputy: boolean } }) {
  const { t } = useText();
  const { standing, ended, isDeputy } = held;
  const { icon, tone } = looks[standing];
  const words = () => {
    if (standing === "ended" && ended !== null) return t(`people.ended.${ended}`);
    return standing === "inForce" && isDeputy ? t("people.acting") : t(`people.standing.${standing}`);
  };
  return (
    <State icon={icon} tone={tone}>
      {words()}
    </State>
  );
}
