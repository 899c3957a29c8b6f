import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";

/** A civil day `YYYY-MM-DD`, typed or picked; "" where none is. */
export function DayField({
  name,
  note,
  day,
  onChange,
}: {
  name: string;
  note?: string;
  day: string;
  onChange(day: string): void;
}) {
  const { t, language } = useText();
  // The calendar takes its names of days and months from here.
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  return (
    <Field name={name} {...(note !== undefined && { note })}>
      {(id) => (
        <DatePicker
          id={id}
          className="day"
          placeholder={t("people.day")}
          value={day === "" ? null : dayjs(day)}
          onChange={(picked) => onChange(picked ? picked.format("YYYY-MM-DD") : "")}
        />
      )}
    </Field>
  );
}
