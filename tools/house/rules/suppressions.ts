import { type Finding, findingsOf, type Rule, type Source } from "../tree.ts";

const commentMarks =
  /@ts-(ignore|expect-error|nocheck)|(biome|oxlint|eslint|prettier)-(ignore|disable)|istanbul ignore|v8 ignore/g;
const anyType = /(\bas\s+any\b|:\s*any\b(?!\s*[(:])|<any\b|\bany\[\]|\bas\s+unknown\s+as\b)/g;
const switchedOff = /\b(it|test|describe)\.(only|todo|skip)\b/g;

/** No rule is switched off, no type is waved through, no test is left out without a condition. */
export const suppressionsRule: Rule = {
  name: "no suppressions",
  check: (tree) => tree.sources.flatMap((source) => [...findMarks(source), ...findInCode(source)]),
};

function findMarks(source: Source): Finding[] {
  return source.comments.flatMap((comment) =>
    findingsOf(
      // Blanks before the comment keep its lines where they are in the file.
      {
        source,
        where: source.text.slice(0, comment.start).replace(/[^\n]/g, " ") + comment.text,
        what: "suppresses a rule; mend the cause",
      },
      commentMarks,
    ),
  );
}

function findInCode(source: Source): Finding[] {
  const where = source.code;
  return [
    ...findingsOf({ source, where, what: "waves a type through; check the value or give it its type" }, anyType),
    ...(source.isTest
      ? findingsOf(
          { source, where, what: "leaves tests out; use skipIf with the condition, or delete them" },
          switchedOff,
        )
      : []),
  ];
}
