import type { HeldRole } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { Standing } from "./standing.tsx";
import { usePeopleWords } from "./use-people-words.ts";

/** One role in a row of people: what deviates from "in office, everywhere, without end" is said. */
export function HeldRoleLine({ held }: { held: HeldRole }) {
  const { t } = useText();
  const { areaText, termText, nameText } = usePeopleWords();
  const { role, area, fromMs, untilMs, deputyOf, standing } = held;
  const extra = [
    area === null ? "" : areaText(area),
    deputyOf === null ? "" : t("people.deputyOf", { name: nameText(deputyOf) }),
    untilMs === null && standing !== "toCome" ? "" : termText({ fromMs: standing === "toCome" ? fromMs : 0, untilMs }),
  ].filter((words) => words !== "");
  return (
    <li>
      <span>{t(`role.${role}`)}</span>
      {extra.length > 0 && <span className="sm i2"> {extra.join(" · ")}</span>}
      {(standing !== "inForce" || deputyOf !== null) && (
        <span className="sm">
          {" "}
          <Standing held={{ ...held, isDeputy: deputyOf !== null }} />
        </span>
      )}
    </li>
  );
}
