import type { FieldDefinition } from "./definition.ts";

/** Why a form cannot follow the one in force, in the words of who writes it. Browser-safe. */
export const formFaults = {
  FORM_TOO_LARGE: say(
    "The form has {bytes} bytes; {max} fit into a vote. Retired answers and long explanations may go.",
    "表单有 {bytes} 字节，一次表决最多 {max} 字节。可以缩短填写说明和别名",
  ),
  FIELD_GONE: say(
    "{field} was taken away; retire it instead, so that old files stay readable.",
    "“{field}”被删掉了；请改为停用，旧档案才读得出来",
  ),
  FIELD_TYPE: say(
    "{field} has another type; add a new field and retire this one.",
    "“{field}”的类型变了；请另加一项，把这一项停用",
  ),
  FIELD_UNIT: say(
    "{field} has another unit or other decimals; what files say would mean something else. Add a new field and retire this one.",
    "“{field}”的单位或小数位变了，旧档案的数会变意思；请另加一项，把这一项停用",
  ),
  FIELD_CLASS: say(
    "{field} would be seen by others than households agreed to; add a new field and retire this one.",
    "“{field}”换了可见范围，和各户同意过的不一样；请另加一项，把这一项停用",
  ),
  FIELD_NARROWER: say(
    "{field} takes less than before; what files say would no longer fit.",
    "“{field}”的范围变小了，旧档案里的值会不合格",
  ),
  FIELD_KNOWN: say("{field} is needed by every file and stays.", "“{field}”每份档案都要用，不能停用"),
  SECTION_TWICE: say("There are two sections with the id {section}.", "有两个部分都叫 {section}"),
  LABEL_TWICE: say("{field} is called like another field.", "“{field}”和另一项重名"),
  OPTION_GONE: say(
    "Answer {option} of {field} was taken away; retire it instead.",
    "“{field}”的选项 {option} 被删掉了；请改为停用",
  ),
  OPTION_ORDER: say(
    "The answers of {field} that were there before stand in another order.",
    "“{field}”原有选项的先后变了",
  ),
  OPTION_TWICE: say("{field} has answer {option} twice.", "“{field}”的选项 {option} 有两个"),
  OPTIONS_NONE: say("{field} has no answer that is offered.", "“{field}”没有可选的答案"),
  RULE_FAULT: say("Rule {rule}: {fault}", "规则 {rule}：{fault}"),
} as const;
export type FormFaultCode = keyof typeof formFaults;

export interface FormFault {
  readonly fault: FormFaultCode;
  /** Field or rule that it is about; empty for the form as a whole. */
  readonly at: string;
  readonly en: string;
  readonly zh: string;
}

/** A fault with its words; `values` may differ between the languages. */
export function formFault(
  fault: FormFaultCode,
  at: string,
  values: {
    readonly en: Readonly<Record<string, string | number>>;
    readonly zh: Readonly<Record<string, string | number>>;
  },
): FormFault {
  return { fault, at, en: fill(formFaults[fault].en, values.en), zh: fill(formFaults[fault].zh, values.zh) };
}

/** A fault of a field, with its name and, where it is about one, the code of an answer. */
export function fieldFault(fault: FormFaultCode, { id, label }: FieldDefinition, option = ""): FormFault {
  return formFault(fault, id, { en: { field: label.en, option }, zh: { field: label.zh, option } });
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

function say(en: string, zh: string) {
  return { en, zh };
}
