/** A password for a database role that cannot be used. Its text is not in the message. */
export class RolePasswordError extends Error {
  readonly role: string;

  constructor(role: string) {
    super(`The password for ${role} must be 8 to 200 printable ASCII characters. Choose another one.`);
    this.name = "RolePasswordError";
    this.role = role;
  }
}
