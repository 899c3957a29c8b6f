import { textOf } from "@mingbai/app-portal/texts/text";
import type { FieldWords } from "@mingbai/app-web/src/features/matter/field-lines";
import type { Language } from "@mingbai/app-web/src/i18n/language";
import { type Currency, currencyUnit, moneyText } from "@mingbai/app-web/src/ui/format-money";
import { dayText, timeText } from "@mingbai/app-web/src/ui/format-time";
import { type PaperKey, paperTexts } from "./texts.ts";

/** What words on papers depend on besides their language. */
export interface PaperPlace {
  /** The ledger's name. */
  readonly ledger: string;
  readonly currency: Currency;
  readonly zoneOffsetMinutes: number;
  /** Where this node is reached, for codes that are scanned. */
  readonly url: string;
}

/** Words, money and times of a paper, as pages spell them. */
export interface PaperWords extends FieldWords {
  readonly language: Language;
  readonly place: PaperPlace;
  /** Words that only papers have; `{name}` stands for a value. */
  p(key: PaperKey, values?: Readonly<Record<string, string | number>>): string;
  money(minor: number): string;
  time(timeMs: number): string;
  /** The head of a column of amounts says their unit. */
  readonly unit: string;
}

export function paperWords(language: Language, place: PaperPlace): PaperWords {
  const { currency, zoneOffsetMinutes } = place;
  const unit = currencyUnit(currency, language);
  const money = (minor: number): string => moneyText(minor, currency.decimals);
  return {
    language,
    place,
    t: textOf(language),
    p: (key, values = {}) =>
      paperTexts[language][key].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? "")),
    money,
    moneyWithUnit: (minor) => (language === "zh" ? `${money(minor)} ${unit}` : `${currency.code} ${money(minor)}`),
    day: (day) => dayText(day, language),
    time: (timeMs) => timeText(timeMs, { language, zoneOffsetMinutes }),
    unit,
  };
}
