import type { AreaName, HeldRole, PersonName } from "@mingbai/identity/views";
import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { z } from "zod";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { useFormat } from "../../ui/use-format.ts";

type Area = z.infer<typeof AreaName> | null;

/** People, roles, areas and terms in the page's language. */
export function usePeopleWords() {
  const { t, language } = useText();
  const { day } = useFormat();
  const ledger = useLedger();
  const dayAt = (timeMs: number) => day(localDate(ledger, timeMs));
  /** `untilMs` is the first moment outside: the last day inside is told. */
  const termText = ({ fromMs, untilMs }: { fromMs?: number | undefined; untilMs?: number | null | undefined }) => {
    const until = untilMs === null || untilMs === undefined ? undefined : dayAt(untilMs - 1);
    if (fromMs === undefined || fromMs === 0) {
      return until === undefined ? t("people.term.always") : t("people.term.until", { until });
    }
    const from = dayAt(fromMs);
    return until === undefined ? t("people.term.from", { from }) : t("people.term.both", { from, until });
  };
  return {
    dayAt,
    termText,
    /** Who has no name here goes by the account. */
    nameText: ({ name, account }: PersonName) => (name === "" ? account : name),
    areaText: (area: Area) => (area === null ? t("people.everywhere") : area.name[language]),
    rolesText: (roles: readonly HeldRole["role"][]) =>
      roles.map((role) => t(`role.${role}`)).join(language === "zh" ? "、" : ", "),
    join: (words: readonly string[]) => words.join(language === "zh" ? "、" : ", "),
  };
}
