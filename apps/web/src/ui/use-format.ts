import { useMemo } from "react";
import { useText } from "../i18n/use-text.ts";
import { currencyUnit, moneyShort, moneyText } from "./format-money.ts";
import { clockText, dayText, timeInYearText, timeText } from "./format-time.ts";
import { useLedger } from "./ledger-context.ts";

/** Money and time as text in the page's language and the ledger's currency and zone. */
export function useFormat() {
  const { language } = useText();
  const { currency, zoneOffsetMinutes } = useLedger();
  return useMemo(
    () => ({
      unit: currencyUnit(currency, language),
      money: (minor: number) => moneyText(minor, currency.decimals),
      /** With its unit, for prose and accessible names: 862,400.00 元; CNY 862,400.00. */
      moneyWithUnit: (minor: number) =>
        language === "zh"
          ? `${moneyText(minor, currency.decimals)} ${currencyUnit(currency, language)}`
          : `${currency.code} ${moneyText(minor, currency.decimals)}`,
      short: (minor: number, scaleOf = minor) => {
        const { figure, scale } = moneyShort(minor, { currency, language, scaleOf });
        return scale.startsWith(" ") || scale === "k" ? `${figure}${scale}` : `${figure} ${scale}`.trimEnd();
      },
      time: (timeMs: number, seconds = false) => timeText(timeMs, { language, zoneOffsetMinutes, seconds }),
      timeInYear: (timeMs: number) => timeInYearText(timeMs, { language, zoneOffsetMinutes }),
      clock: (timeMs: number) => clockText(timeMs, zoneOffsetMinutes),
      day: (day: string) => dayText(day, language),
    }),
    [language, currency, zoneOffsetMinutes],
  );
}
