import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import type { InputProps } from "./input-props.ts";

const entryCharsMax = 40;
const whole = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day by typing, in any of the ways that `readText` understands, or out of a calendar. Typing is quicker, so Tab passes the
 * calendar by; Alt with the arrow down opens it.
 */
export function DayInput({ text, tied, onChange, onSettle }: InputProps) {
  const { t, language } = useText();
  const [isOpen, setOpen] = useState(false);
  // The calendar takes its names of days and months from here.
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  return (
    <span className="with-unit day-input">
      <input
        {...tied}
        className="field num"
        autoComplete="off"
        inputMode="numeric"
        maxLength={entryCharsMax}
        placeholder={t("form.day.how")}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onSettle}
        onKeyDown={(event) => {
          if (!event.altKey || event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      <DatePicker
        className="day-pick"
        aria-label={t("form.day.pick")}
        tabIndex={-1}
        inputReadOnly
        allowClear={false}
        open={isOpen}
        onOpenChange={setOpen}
        value={whole.test(text) ? dayjs(text) : null}
        onChange={(picked) => {
          onChange(picked ? picked.format("YYYY-MM-DD") : "");
          document.getElementById(tied.id)?.focus();
        }}
      />
    </span>
  );
}
