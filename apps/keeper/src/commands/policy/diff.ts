import {
  type ApprovalNeed,
  approvalNeed,
  comparePolicies,
  formatDurationExact,
  type JudgedChange,
  type Verdict,
} from "@ballast/core";
import type { Command } from "commander";
import { addCommand } from "../addCommand.ts";
import { policyFile } from "./policyFile.ts";

export function registerPolicyDiff(policy: Command): void {
  addCommand(policy, {
    usage: "diff <before> <after>",
    help: "what differs, whether each change is tighter, looser or neutral and why, and the approvals that it needs",
    flags: [{ flag: "--refuse-looser", help: "end with 1 when the change as a whole is looser" }],
    settings: [],
    run: async ({ args, flags }) => {
      const [before = "", after = ""] = args;
      const [old, now] = [await policyFile(before), await policyFile(after)];
      if (!old.ok) return old.refusal;
      if (!now.ok) return now.refusal;
      const comparison = comparePolicies(old.policy, now.policy);
      const need = approvalNeed(old.policy, now.policy);
      const changes = comparison.changes.filter(({ path }) => path !== "version");
      return {
        exitCode: flags.refuseLooser === true && comparison.verdict === "looser" ? 1 : 0,
        text: [
          `${before} → ${after}: ${WHOLE[comparison.verdict]}`,
          ...changes.flatMap(told),
          asked(need),
        ].join("\n"),
        json: { ...comparison, approvals: { by: need.by, delaySeconds: need.delay } },
      };
    },
  });
}

const WHOLE: Readonly<Record<Verdict, string>> = {
  looser: "looser.",
  tighter: "tighter.",
  neutral: "neutral: no limit differs.",
};

function told({ path, before, after, verdict, because }: JudgedChange): string[] {
  const line = `  ${verdict.padEnd(8)} ${path}: ${before ?? "not there"} → ${after ?? "removed"}`;
  return verdict === "neutral" ? [line] : [line, `           ${because}`];
}

function asked({ by, delay }: ApprovalNeed): string {
  return by === "one-owner"
    ? "Approvals: one owner, the author too. It takes effect at once."
    : `Approvals: as many owners as the Safe's threshold, the author not alone. It takes effect ${formatDurationExact(delay)} after keepers see them.`;
}
