import { RuleError } from "./language/rule-error.ts";
import { listItemsMax, namesMax, typeLevelsMax } from "./limits.ts";
import { isList, isRecord, type RuleType, type ScalarType, scalarTypes, type Variables } from "./rule-type.ts";

/** As CEL writes identifiers, without the words that its grammar keeps for itself (langdef, "Syntax"). */
const nameForm = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const keptWords = new Set(
  "false in null true as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);

/** Throws a `RuleError` for declarations that rules could not name, bound or read safely. */
export function checkVariables(variables: Variables): void {
  checkFields(variables, 0, 0);
}

/** Gives how many names there are so far. */
function checkFields(fields: Variables, level: number, before: number): number {
  let names = before;
  for (const [name, type] of Object.entries(fields)) {
    // A name that every object has would be read from its prototype where the value lacks it.
    if (!nameForm.test(name) || keptWords.has(name) || name in Object.prototype) throw wrong(name);
    if (++names > namesMax) throw wrong(name);
    names = checkType(name, type, level + 1, names);
  }
  return names;
}

function checkType(name: string, type: RuleType, level: number, names: number): number {
  if (level > typeLevelsMax) throw wrong(name);
  if (isRecord(type)) return checkFields(type.fields, level, names);
  if (!isList(type)) return checkScalar(name, type, names);
  const { itemsMax } = type;
  if (!Number.isSafeInteger(itemsMax) || itemsMax < 1 || itemsMax > listItemsMax) throw wrong(name);
  return checkType(name, type.list, level + 1, names);
}

/** Declarations are read from files, so a type may be none of ours. */
function checkScalar(name: string, type: ScalarType, names: number): number {
  if (!scalarTypes.includes(type)) throw wrong(name);
  return names;
}

function wrong(name: string): RuleError {
  const en = `“${name}” cannot be declared for rules: its name or its limits do not fit.`;
  return new RuleError("DECLARATION", 0, name, { en, zh: `“${name}”不能用在规则里：名称或限度不合。` });
}
