import { policyJsonSchema, policyReference } from "@ballast/core";
import type { Command } from "commander";
import { addCommand } from "../addCommand.ts";

/** What docs/policy.md and packages/core/policy.schema.json are written by. */
export function registerPolicyReference(policy: Command): void {
  addCommand(policy, {
    usage: "reference",
    help: "print the reference page of the policy document as Markdown: every field, and the presets",
    settings: [],
    run: async () => ({ exitCode: 0, text: policyReference(), json: { markdown: policyReference() } }),
  });
  addCommand(policy, {
    usage: "schema",
    help: "print the JSON Schema of the policy document, for editors",
    settings: [],
    run: async () => ({
      exitCode: 0,
      text: JSON.stringify(policyJsonSchema(), null, 2),
      json: policyJsonSchema(),
    }),
  });
}
