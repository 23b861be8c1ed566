import type { PolicyIssue } from "./policyIssue.ts";

type Facts = Omit<PolicyIssue, "message"> & { readonly advice: string };

/** A policy issue with its sentence: field, value, limit, what to do. */
export function problem({ path, value, limit, advice }: Facts): PolicyIssue {
  return { path, value, limit, message: `${path} is ${value}; it must be ${limit}. ${advice}` };
}
