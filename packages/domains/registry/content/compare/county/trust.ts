/** Whose word counts first for each kind of fact: whoever keeps the register it comes from. */
import type { FactTrust } from "../../facts/fact-trust.ts";

export const countyTrust: FactTrust = {
  death: {
    sources: ["funeral", "householdRegister", "medicalInsurance", "socialSecurity"],
    linesBy: [],
    sourcesBy: [],
  },
  company: {
    sources: ["businessRegister", "tax", "credit"],
    linesBy: ["creditCode", "company", "role"],
    sourcesBy: ["creditCode", "company"],
    oldMonths: 12,
  },
  vehicle: {
    sources: ["vehicles", "survey"],
    linesBy: ["vehicle", "year"],
    sourcesBy: ["vehicle", "year"],
    oldMonths: 12,
  },
  house: { sources: ["estate", "survey"], linesBy: ["place"], sourcesBy: ["place"], oldMonths: 24 },
  publicSalary: { sources: ["payroll", "tax", "socialSecurity"], linesBy: ["employer"], sourcesBy: [], oldMonths: 6 },
  deposit: { sources: ["bank", "credit"], linesBy: [], sourcesBy: [], oldMonths: 12 },
  loan: { sources: ["credit", "bank"], linesBy: [], sourcesBy: [], oldMonths: 12 },
  wage: { sources: ["tax", "payroll", "socialSecurity", "survey"], linesBy: ["employer"], sourcesBy: ["year"] },
  medicalBill: { sources: ["medicalInsurance", "survey"], linesBy: ["year"], sourcesBy: ["year"] },
  insurance: {
    sources: ["socialSecurity", "medicalInsurance", "survey"],
    linesBy: ["scheme"],
    sourcesBy: ["scheme"],
    oldMonths: 12,
  },
  register: { sources: ["householdRegister", "survey"], linesBy: [], sourcesBy: [], oldMonths: 24 },
  registeredElsewhere: { sources: ["registryElsewhere"], linesBy: ["county"], sourcesBy: ["county"], oldMonths: 12 },
  farmland: { sources: ["agriculture", "survey"], linesBy: [], sourcesBy: [], oldMonths: 24 },
  helpGiven: { sources: ["help"], linesBy: ["help", "on"], sourcesBy: ["help", "on"] },
  spending: { sources: ["spending", "tax"], linesBy: ["what", "on"], sourcesBy: ["what", "on"] },
  surveyed: { sources: ["survey"], linesBy: [], sourcesBy: [], oldMonths: 18 },
};
