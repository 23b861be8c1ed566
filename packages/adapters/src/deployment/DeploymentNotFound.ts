/** No built-in deployment and no readable file has this name. */
export class DeploymentNotFound extends Error {
  override readonly name = "DeploymentNotFound";
  readonly origin: string;
  readonly builtIn: readonly string[];

  constructor(origin: string, facts: { readonly builtIn: readonly string[]; readonly reason: string }) {
    super(
      `No deployment ${JSON.stringify(origin)}: ${facts.reason}. Give one of ${facts.builtIn.join(", ")}, or the path of a JSON file of schema ballast/deployment/1.`,
    );
    this.origin = origin;
    this.builtIn = facts.builtIn;
  }
}
