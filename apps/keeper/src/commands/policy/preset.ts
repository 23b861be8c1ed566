import { PolicyPresetError, PRESET_NAMES, type PresetName, presetYaml } from "@ballast/core";
import type { Command } from "commander";
import { addCommand } from "../addCommand.ts";
import { UsageError } from "../usageError.ts";

export function registerPolicyPreset(policy: Command): void {
  addCommand(policy, {
    usage: "preset <name>",
    help: `write a first policy as YAML with the reason of each figure; <name> is ${PRESET_NAMES.join(", ")}`,
    flags: [
      { flag: "--account <address>", help: "the Safe that it governs" },
      { flag: "--proposer <address>", help: "the keeper's own key, never an owner" },
      { flag: "--chain <id>", help: "chain of the Safe, 1 unless told otherwise" },
    ],
    settings: [],
    run: async ({ args, flags }) => {
      const whose = {
        account: asked(flags, "account"),
        proposer: asked(flags, "proposer"),
        chainId: chainOf(flags.chain ?? "1"),
      };
      try {
        const yaml = presetYaml(presetOf(args[0]), whose);
        return { exitCode: 0, text: yaml, json: { yaml } };
      } catch (error) {
        if (error instanceof PolicyPresetError) throw new UsageError(`policy preset: ${error.message}`);
        throw error;
      }
    },
  });
}

type Flags = Readonly<Record<string, string | boolean | undefined>>;

function asked(flags: Flags, name: string): string {
  const value = flags[name];
  if (typeof value !== "string") throw new UsageError(`policy preset: --${name} <address> is missing.`);
  return value;
}

function presetOf(name: string | undefined): PresetName {
  const found = PRESET_NAMES.find((each) => each === name);
  if (found === undefined)
    throw new UsageError(`policy preset: got "${name}"; give one of ${PRESET_NAMES.join(", ")}.`);
  return found;
}

function chainOf(text: string | boolean): bigint {
  if (typeof text === "string" && /^[1-9]\d*$/.test(text)) return BigInt(text);
  throw new UsageError(`policy preset: --chain got "${text}"; give a chain id, such as 1.`);
}
