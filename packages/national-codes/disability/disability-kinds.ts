import { codeTable } from "../code-table/code-table.ts";

/**
 * Kinds of disability of GB/T 26341-2010, whole. The standard names them; the digit is the 19th place of a disability
 * certificate's number (《中华人民共和国残疾人证管理办法》, 残联发〔2017〕34 号).
 */
export const disabilityKinds = codeTable("GB/T 26341-2010", [
  ["1", "视力残疾", "Visual disability", "视力"],
  ["2", "听力残疾", "Hearing disability", "听力"],
  ["3", "言语残疾", "Speech disability", "言语"],
  ["4", "肢体残疾", "Physical disability", "肢体"],
  ["5", "智力残疾", "Intellectual disability", "智力"],
  ["6", "精神残疾", "Mental disability", "精神"],
  ["7", "多重残疾", "Multiple disabilities", "多重"],
]);
