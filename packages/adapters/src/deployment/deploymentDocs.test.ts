import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { adapters } from "../registry.ts";
import { parseDeployment } from "./parseDeployment.ts";
import { deploymentSchema } from "./schema.ts";

const PAGE = readFileSync(new URL("../../../../docs/deployment.md", import.meta.url), "utf8");
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? "";
const TABLE = PAGE.split("\n").filter((line) => line.startsWith("| `"));

describe("docs/deployment.md", () => {
  it("has an example that is read", () => {
    expect(parseDeployment(EXAMPLE)).toMatchObject({ name: "mainnet-weth-only", chainId: 1n });
  });

  it.each(Object.keys(deploymentSchema.shape))("describes the field %s", (field) => {
    expect(TABLE.some((line) => line.startsWith(`| \`${field}`))).toBe(true);
  });

  it("describes no field that the schema lacks", () => {
    const described = TABLE.map((line) => /^\| `([a-zA-Z]+)/.exec(line)?.[1]);
    expect(described.filter((field) => !Object.hasOwn(deploymentSchema.shape, field ?? ""))).toEqual([]);
  });

  it.each(adapters.map(({ id, contractNames }) => [id, contractNames] as const))(
    "names the contracts of the venue %s",
    (id, { required, optional }) => {
      const [line = ""] = TABLE.filter((one) => one.startsWith("| `venues`"));
      for (const name of [id, ...required, ...optional]) expect(line).toContain(`\`${name}\``);
    },
  );
});
