import { filesPerReadingMax, type Purpose } from "@mingbai/registry/schema";
import { readingMsMax } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Signing } from "../../../ui/signing.tsx";
import { useSettledAct } from "../../matter/use-settled-act.ts";
import { openFiles } from "../../registry/file/open-files.ts";
import { purposesOf } from "../../registry/file/purposes-of.ts";
import type { Portrait } from "./portrait.ts";

const minuteMs = 60_000;
const watching: readonly Purpose[] = ["supervision", "audit"];

/**
 * For who looks on from outside the office: before they are shown which households stand behind a number, they sign that they open
 * the files of all of them, and each household sees it.
 */
export function OpenVillage({ portrait: { area, cells } }: { portrait: Portrait }) {
  const { t, language } = useText();
  const session = useSession();
  const settle = useSettledAct();
  const [isSigning, setSigning] = useState(false);
  const purpose = purposesOf(session?.roles ?? []).find((one) => watching.includes(one));
  if (session === undefined || purpose === undefined) return null;
  const households = cells.map(({ household }) => household);
  const sign = async () => {
    for (let at = 0; at < households.length; at += filesPerReadingMax)
      await settle("registry.openFiles", { purpose, households: households.slice(at, at + filesPerReadingMax) });
    for (const household of households) openFiles.add(household, session.account);
    setSigning(false);
  };
  const values = { purpose: t(`purpose.${purpose}`), count: cells.length };
  return (
    <div className="note open-village">
      <Icon name="eye" />
      <div>
        <p>{t("portrait.open.why", { ...values, minutes: readingMsMax / minuteMs })}</p>
        <button type="button" className="btn" onClick={() => setSigning(true)}>
          {t("portrait.open")}
        </button>
      </div>
      {isSigning && (
        <Signing
          title={t("portrait.open")}
          sentence={t("portrait.open.sentence", { ...values, village: area[language] })}
          verb={t("people.sign")}
          sign={sign}
          close={() => setSigning(false)}
        />
      )}
    </div>
  );
}
