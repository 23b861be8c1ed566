import { isNode, isScalar } from "yaml";
import { parsePolicyDocument } from "../parsePolicy.ts";
import { policyYamlTree } from "../policyYamlTree.ts";
import { PolicyPresetError } from "./policyPresetError.ts";
import { PRESET_NAMES, type PresetName, presetFigures } from "./presetFigures.ts";
import { presetListReasons, presetLists } from "./presetLists.ts";

/** Whose policy it is to be. Addresses as people write them. */
export type PresetAccount = { readonly account: string; readonly chainId: bigint; readonly proposer: string };

/**
 * A first policy from a preset, as YAML with the reason of each figure beside it.
 * @throws {PolicyPresetError} when the account or the proposer is none that a policy may name
 */
export function presetYaml(name: PresetName, whose: PresetAccount): string {
  const parsed = parsePolicyDocument(written(name, whose));
  if (!parsed.ok) throw new PolicyPresetError(parsed.issues);
  const document = policyYamlTree(parsed.policy);
  document.commentBefore = ` The ${name} preset. It is in force once the owners have approved it.`;
  for (const { path, because } of presetFigures) {
    const node = document.getIn(path.split("."), true);
    if (isScalar(node)) node.comment = ` ${because}`;
  }
  for (const [path, because] of Object.entries(presetListReasons)) {
    const node = document.getIn(path.split("."), true);
    if (isNode(node)) node.commentBefore = ` ${because}`;
  }
  return document.toString({ lineWidth: 0 });
}

function written(name: PresetName, { account, chainId, proposer }: PresetAccount): unknown {
  const { universe, protocols, liquidity } = presetLists[name];
  const tree: Record<string, unknown> = {
    schema: "ballast/policy/1",
    account,
    chainId: `${chainId}`,
    baseAsset: "ETH",
    version: "1",
    proposer,
    universe,
    caps: { protocols },
    liquidity,
    guards: { staleOracle: { feeds: ["stETH/ETH", "weETH/ETH"] } },
  };
  for (const { path, values } of presetFigures)
    set(tree, { path: path.split("."), value: values[PRESET_NAMES.indexOf(name)] });
  return tree;
}

function set(
  tree: Record<string, unknown>,
  { path, value }: { path: readonly string[]; value: unknown },
): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) tree[key] = value;
  else {
    tree[key] ??= {};
    set(tree[key] as Record<string, unknown>, { path: rest, value });
  }
}
