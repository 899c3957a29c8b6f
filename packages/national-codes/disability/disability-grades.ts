import { codeTable } from "../code-table/code-table.ts";

/** Grades of GB/T 26341-2010, whole, the first the most severe; the digit is the 20th place of a certificate's number. */
export const disabilityGrades = codeTable("GB/T 26341-2010", [
  ["1", "一级", "Grade 1", "壹级", "1级"],
  ["2", "二级", "Grade 2", "贰级", "2级"],
  ["3", "三级", "Grade 3", "叁级", "3级"],
  ["4", "四级", "Grade 4", "肆级", "4级"],
]);
