import type { RecordType, RuleType } from "@mingbai/rules/rule-type";
import type { FieldType, FormDefinition, SubjectKind } from "./definition.ts";
import { fieldsOfKind } from "./find-field.ts";

/** What rules read of a subject of this kind: each of the form's fields, as its values are kept. */
export function ruleRecordOf(form: FormDefinition, kind: SubjectKind): RecordType {
  return { fields: Object.fromEntries(fieldsOfKind(form, kind).map(({ id, of }) => [id, ruleTypeOf(of)])) };
}

/** A list is as long as the field lets it be: whatever rules go through, they pay for. */
function ruleTypeOf(of: FieldType): RuleType {
  switch (of.type) {
    case "number":
    case "money":
      return "int";
    case "day":
      return "day";
    case "yesNo":
      return "bool";
    case "choices":
      return { list: "string", itemsMax: of.options.length };
    case "photos":
      return { list: "string", itemsMax: of.countMax };
    case "place":
      return { list: "int", itemsMax: 2 };
    default:
      return "string";
  }
}
