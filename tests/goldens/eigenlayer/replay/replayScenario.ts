import type { EigenlayerDelays } from "@ballast/devnet";
import type { GoldenCheck } from "../../golden.ts";
import { checked } from "../form/checked.ts";
import { Fields } from "../form/Fields.ts";
import type { Scenario } from "../form/scenario.ts";
import type { Life } from "./Action.ts";
import { Administrator } from "./Administrator.ts";
import { gateChanges } from "./gateChanges.ts";
import { needsOf } from "./gates.ts";
import { openWorld } from "./openWorld.ts";
import { replayStep } from "./replayStep.ts";
import { strategiesCompleted } from "./strategiesCompleted.ts";
import type { World } from "./World.ts";

/** Replays a scenario on fresh contracts and compares everything after each step. */
export async function* replayScenario(
  on: Pick<World, "chain" | "reader">,
  { scenario, delays }: { scenario: Scenario; delays: EigenlayerDelays },
): AsyncGenerator<GoldenCheck> {
  const { name, setup } = scenario;
  const steps = scenario.steps.map((step, index) => new Fields(step, `steps[${index}]`));
  const world = await openWorld(on, { setup, delays });
  const life: Life = { world, withdrawals: setup.stakers.map(() => []), firstBlock: -1n };
  const needs = steps.map((step) => needsOf(step, strategiesCompleted(steps, step)));
  const administrator = new Administrator(world, gateChanges(needs));
  const firstBlock = steps[0]?.object("after").integer("block") ?? 0n;
  for (const [index, step] of steps.entries()) {
    const action = String(step.raw("action"));
    yield checked({ kind: `step ${action}`, name: `${name}[${index}]` }, () =>
      replayStep(life, step, { index, administrator, firstBlock }),
    );
  }
}
