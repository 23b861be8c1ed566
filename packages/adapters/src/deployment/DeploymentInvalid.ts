/** One thing that is wrong with a deployment file: where, what was found, what is allowed. */
export type DeploymentProblem = {
  /** Path in the file, `feeds[1].address`. */
  readonly field: string;
  /** What the file says there, shortened. */
  readonly value: string;
  /** What is allowed there. */
  readonly limit: string;
};

/** A deployment file was refused. Nothing of it is used. */
export class DeploymentInvalid extends Error {
  override readonly name = "DeploymentInvalid";
  /** Name or path of the file. */
  readonly origin: string;
  readonly problems: readonly DeploymentProblem[];

  constructor(origin: string, problems: readonly DeploymentProblem[]) {
    const lines = problems.map(({ field, value, limit }) => `  ${field}: ${limit}; found ${value}`);
    super(
      `Deployment ${origin} is refused. Correct these fields and start again (docs/deployment.md describes each):\n${lines.join("\n")}`,
    );
    this.origin = origin;
    this.problems = problems;
  }
}
