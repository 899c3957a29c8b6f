import { codeTable } from "../code-table/code-table.ts";

/** GB/T 2261.1-2003, whole. */
export const sexes = codeTable("GB/T 2261.1-2003", [
  ["0", "未知的性别", "Unknown", "未知"],
  ["1", "男性", "Male", "男", "M"],
  ["2", "女性", "Female", "女", "F"],
  ["9", "未说明的性别", "Not stated", "未说明"],
]);
