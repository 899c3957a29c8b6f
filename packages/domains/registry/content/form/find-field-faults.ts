import type { FieldDefinition, FieldType, Option } from "./definition.ts";
import { type FormFault, fieldFault } from "./form-fault.ts";

/** Why a field cannot go on as `is`: its values would be of another type, mean something else, or be seen by others. */
export function findFieldFaults(was: FieldDefinition, is: FieldDefinition): readonly FormFault[] {
  if (was.of.type !== is.of.type) return [fieldFault("FIELD_TYPE", was)];
  return [
    ...(was.class === is.class ? [] : [fieldFault("FIELD_CLASS", was)]),
    ...(isSameMeasure(was.of, is.of) ? [] : [fieldFault("FIELD_UNIT", was)]),
    ...(isNarrower(was.of, is.of) ? [fieldFault("FIELD_NARROWER", was)] : []),
    ...("options" in was.of && "options" in is.of ? optionFaults(was, was.of.options, is.of.options) : []),
  ];
}

function isSameMeasure(was: FieldType, is: FieldType): boolean {
  if (was.type !== "number" || is.type !== "number") return true;
  return was.decimals === is.decimals && was.unit.zh === is.unit.zh && was.unit.en === is.unit.en;
}

function isNarrower(was: FieldType, is: FieldType): boolean {
  if (was.type === "text" && is.type === "text") return is.charsMax < was.charsMax;
  if (was.type === "photos" && is.type === "photos") return is.countMax < was.countMax;
  return was.type === "number" && is.type === "number" && (is.min > was.min || is.max < was.max);
}

/** Several answers are kept in the form's order, so those that were there keep theirs; new ones may stand between them. */
function optionFaults(field: FieldDefinition, was: readonly Option[], is: readonly Option[]): FormFault[] {
  const gone = was.filter(({ code }) => !is.some((option) => option.code === code));
  if (gone.length > 0) return gone.map(({ code }) => fieldFault("OPTION_GONE", field, code));
  const kept = is.filter(({ code }) => was.some((option) => option.code === code));
  return kept.every(({ code }, at) => was[at]?.code === code) ? [] : [fieldFault("OPTION_ORDER", field)];
}
