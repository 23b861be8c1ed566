import { UnitError } from "@ballast/core";
import type { GoldenCheck } from "../../golden.ts";
import { checked } from "../form/checked.ts";
import type { EigenlayerFile } from "../form/eigenlayerFile.ts";
import { Fields } from "../form/Fields.ts";
import { firstDifference } from "../form/firstDifference.ts";
import { StepProblem } from "../form/StepProblem.ts";
import { VECTOR_KINDS } from "./vectorKinds.ts";

/** Every vector of a section through the adapters' maths. */
export async function* vectorChecks(section: string, file: EigenlayerFile): AsyncGenerator<GoldenCheck> {
  for (const [index, vector] of (file.vectors[section] ?? []).entries())
    yield checked({ kind: `vector ${section}`, name: `${section}[${index}]` }, () =>
      compare(section, { vector, file }),
    );
}

function compare(section: string, { vector: recorded, file }: { vector: unknown; file: EigenlayerFile }) {
  const kind = VECTOR_KINDS[section];
  if (kind === undefined)
    throw new StepProblem({
      field: `vectors.${section}`,
      recorded: section,
      wanted: `a known kind of vector: ${Object.keys(VECTOR_KINDS).join(", ")}`,
    });
  const vector = new Fields(recorded, "");
  const found = within(() => kind.gives(vector, file));
  vector.requireOnly(["scenario", ...kind.takes, ...Object.keys(found)]);
  const figures = Object.fromEntries(Object.keys(found).map((name) => [name, vector.raw(name)]));
  return firstDifference({ recorded: figures, found, path: "" });
}

/** Figures of which nothing can follow, such as a division by nothing, are the recording's problem. */
function within<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    throw new StepProblem({ field: error.unit, recorded: error.value, wanted: error.limit });
  }
}
